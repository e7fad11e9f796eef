"""Figure 3.3-3: with its left part covered, the network is logistic regression on a[1]."""

from drawing import FORWARD, GRID, MUTED, Diagram, pale
from geometry import Shape

MIDDLE = 138
HIDDEN = [f"$a_{{_{{{i}}}}}^{{[1]}}$" for i in range(1, 5)]


def draw():
    """Return the diagram."""
    d = Diagram(height=276, title="The output layer is logistic regression",
                desc="The inputs and the edges to the hidden layer are covered by a grey field. "
                     "What remains: the four activations of layer 1 lead with the weights W[2] to "
                     "one unit that adds b[2], computes z[2], then a[2], and sends y hat.")
    inputs = d.column(40, MIDDLE, 3, r=17, gap=18, color=GRID)
    hidden = d.column(170, MIDDLE, HIDDEN, r=24, gap=12)
    for start in inputs:
        for end in hidden:
            d.line(start, end, color=GRID, weight=1)
    d.highlight([Shape(8, 14), Shape(134, 262)], MUTED, pad=0)
    unit = d.split_node(332, MIDDLE, "$z^{[2]}$", "$a^{[2]}$", r=36, color=FORWARD,
                        fill=pale(FORWARD), size=17)
    for node in hidden:
        d.arrow(node, unit, color=FORWARD)
    d.label(262, 56, "$W^{[2]}$", color=FORWARD)
    bias = d.node(332, 238, "$b^{[2]}$", shape="none")
    d.arrow(bias, unit, color=FORWARD)
    d.arrow(unit, d.label(430, MIDDLE, r"$\hat{y}$"), gap=4)
    return d
