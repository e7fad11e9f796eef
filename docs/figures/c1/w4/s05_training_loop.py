"""Figure 4.5-3: the whole program."""

from drawing import BACKWARD, FORWARD, INK, MUTED, PAPER, Diagram, pale

MIDDLE, STEP, TOP = 244, 68, 26
WIDE = 412
PARTS = {  # what the blocks of forward and backward do, in the direction of their arrow
    "forward": (r"$\text{linear} \to \text{ReLU}$", r"$\text{linear} \to \sigma$", FORWARD),
    "backward": (r"$\text{linear} \leftarrow \text{ReLU}$", r"$\text{linear} \leftarrow \sigma$",
                 BACKWARD),
}


def draw():
    """Return the diagram."""
    d = Diagram(height=2 * TOP + 5 * STEP, title="The program that trains a network",
                desc="initialize, then a loop of forward (L-1 blocks linear, ReLU, then one block "
                     "linear, sigmoid), cost, backward, update; after the last step, predict.")
    names = ("initialize", "forward", "cost", "backward", "update", "predict")
    boxes = [step(d, TOP + row * STEP, name) for row, name in enumerate(names)]
    for start, end in zip(boxes, boxes[1:], strict=False):
        d.arrow(start, end)
    forward, update = boxes[1], boxes[4]
    d.arrow(update, forward.port("left"), via=((16, update.y), (16, forward.y)), color=MUTED)
    d.code(28, update.y - 16, "steps", color=MUTED)
    return d


def step(d, y, name):
    """Draw the box of one function; forward and backward show their blocks."""
    if name not in PARTS:
        box = d.node(MIDDLE, y, shape="box", width=130, height=36)
        d.code(MIDDLE - 4.8 * len(name), y, name)
        return box
    hidden, output, color = PARTS[name]
    box = d.node(MIDDLE, y, shape="box", width=WIDE, height=46, color=color, fill=pale(color))
    left = box.left.x
    d.code(left + 9, y, name)
    for x, width, text in ((left + 160, 120, hidden), (left + 355, 98, output)):
        d.node(x, y, text, shape="box", width=width, height=32, color=color, fill=PAPER, size=16)
    d.label(left + 225, y, r"$\times\,(L-1)$", anchor="start", size=16, color=INK)
    return box
