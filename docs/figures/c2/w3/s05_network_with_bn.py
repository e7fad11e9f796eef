"""Figure 3.5-1: a network with batch norm in both hidden layers."""

from drawing import FORWARD, FOURTH, INK, THIN, Diagram, Shape, pale

PART, HIGH = 33, 40  # a part of a unit
ROWS = (62, 122)


def draw():
    """Return the diagram."""
    d = Diagram(
        height=242, title="A network with batch norm in two hidden layers",
        desc="Two inputs, two hidden layers of two units and one output unit. Each hidden unit "
             "has three parts: z, z tilde, a. W(1) leads to the first hidden layer, W(2) to the "
             "second, W(3) and b(3) to the output, which has the parts z and a. Gamma and beta of "
             "each hidden layer enter between z and z tilde.")
    inputs = [d.node(20, y, f"$x_{place}$", r=17) for place, y in enumerate(ROWS, 1)]
    hidden = ["$z$", r"$\tilde z$", "$a$"]
    first = [unit(d, 130, y, hidden) for y in ROWS]
    second = [unit(d, 282, y, hidden) for y in ROWS]
    last = [unit(d, 422, sum(ROWS) / 2, ["$z$", "$a$"])]
    layers = [inputs, first, second, last]
    for left, right in zip(layers, layers[1:], strict=False):
        d.connect([node.right for node in left], [node.left for node in right])
    for x, label in ((59, "$W^{[1]}$"), (206, "$W^{[2]}$"), (372, "$W^{[3]}, b^{[3]}$")):
        d.label(x, 22, label, color=FORWARD)
    for layer, units in ((1, first), (2, second)):
        between = units[-1].left.x + PART
        box = d.node(between, 208, rf"$\gamma^{{[{layer}]}}, \beta^{{[{layer}]}}$", shape="box",
                     color=FOURTH, fill=pale(FOURTH))
        d.arrow(box, (between, units[-1].bottom.y), color=FOURTH)
        d.line((between, ROWS[0] + HIGH / 2), (between, ROWS[1] - HIGH / 2), color=FOURTH)
    return d


def unit(d, x, y, labels):
    """Draw a unit around (x, y), one part for each label; return its shape."""
    box = Shape(x, y, PART * len(labels), HIGH, "box", 12)
    d.outline(box, color=INK)
    for place, label in enumerate(labels):
        left = box.left.x + place * PART
        if place:
            d.line((left, box.top.y), (left, box.bottom.y), color=INK, weight=THIN)
        d.label(left + PART / 2, y, label)
    return box
