"""Figure 4.5-2: a row of forward blocks, the loss, a row of backward blocks."""

from drawing import BACKWARD, FORWARD, MUTED, Diagram, pale

PLACES = ((98, "1"), (204, "2"), (342, "L"))
UP, DOWN, END = 44, 152, 432
BACK = {"color": BACKWARD, "dashed": True}


def draw():
    """Return the diagram."""
    d = Diagram(height=256, title="A training step made of blocks",
                desc="Forward: a[0] goes through the blocks 1, 2, ..., L and becomes a[L], then "
                     "the loss. Backward, dashed: da[L] goes through the blocks L, ..., 2, 1; "
                     "each sends out its dW and db and hands da to the block on its left; da[0] is "
                     "struck out. A grey arrow leads from each forward block to the backward block "
                     "under it.")
    forward = [block(d, x, UP, rf"$W^{{[{n}]}},\, b^{{[{n}]}}$", FORWARD) for x, n in PLACES]
    backward = [block(d, x, DOWN, f"$dz^{{[{n}]}}$", BACKWARD) for x, n in PLACES]
    loss = d.node(END, (UP + DOWN) / 2, r"$\mathcal{L}$", r=19)
    row(d, forward, loss)
    row_back(d, backward, loss)
    for above, below, (_, n) in zip(forward, backward, PLACES, strict=True):
        d.arrow(above, below, color=MUTED, dashed=True)
        for share, name in ((0.16, "dW"), (0.84, "db")):
            start = below.port("bottom", share)
            end = d.label(start.x, 238, f"${name}^{{[{n}]}}$", color=BACKWARD)
            d.arrow(start, end, **BACK, gap=2)
    return d


def block(d, x, y, inside, color):
    """Draw a block."""
    return d.node(x, y, inside, shape="box", width=74, height=46, color=color, fill=pale(color))


def row(d, blocks, loss):
    """Draw the forward arrows."""
    first, second, last = blocks
    d.arrow(d.label(22, UP, "$a^{[0]}$"), first, color=FORWARD, gap=3)
    d.arrow(first, second, color=FORWARD)
    d.label((first.x + second.x) / 2, UP - 34, "$a^{[1]}$")
    dots = d.dots((second.x + last.x) / 2, UP, "right")
    d.arrow(second, dots, color=FORWARD, gap=4)
    d.arrow(dots, last, color=FORWARD, gap=4)
    d.arrow(last, loss, via=((END, UP),), color=FORWARD)
    d.label(END - 16, UP - 18, "$a^{[L]}$")


def row_back(d, blocks, loss):
    """Draw the backward arrows."""
    first, second, last = blocks
    d.arrow(loss, last, via=((END, DOWN),), **BACK)
    d.label(END - 16, DOWN + 20, "$da^{[L]}$", color=BACKWARD)
    dots = d.dots((second.x + last.x) / 2, DOWN, "right")
    d.arrow(last, dots, **BACK, gap=4)
    d.arrow(dots, second, **BACK, gap=4)
    d.arrow(second, first, **BACK)
    d.label((first.x + second.x) / 2, DOWN - 34, "$da^{[1]}$", color=BACKWARD)
    unused = d.label(22, DOWN, "$da^{[0]}$", color=MUTED)
    d.arrow(first, unused, color=MUTED, dashed=True, gap=6)
    d.strike(unused)
