"""Logistic regression as one neuron: features, score, sigmoid, prediction (section 2.2)."""

from drawing import FORWARD, MUTED, Diagram


def draw():
    """Return the diagram."""
    d = Diagram(
        height=262, title="Logistic regression as a single neuron",
        desc="The features x1, x2 up to x_n enter a circle with the weights w1, w2 up to w_n, the "
             "bias b enters from above. The left half of the circle holds z, the right half sigma; "
             "the prediction y hat leaves it.")
    inputs = d.column(44, 130, ["$x_1$", "$x_2$", "$x_n$"], r=22, gap=14, dots_after=2)
    unit = d.split_node(262, 130, "$z$", r"$\sigma$", r=42, color=FORWARD, size=22)
    for node, weight in zip(inputs, ("$w_1$", "$w_2$", "$w_n$"), strict=True):
        d.arrow(node, unit, weight, side=-1 if node is inputs[-1] else 1, at=0.42, text=MUTED)
    bias = d.label(262, 30, "$b$")
    d.arrow(bias, unit, gap=3)
    d.label(262, 196, "$z = w^T x + b$", color=FORWARD)
    d.label(262, 222, r"$\hat{y} = \sigma(z)$", color=FORWARD)
    output = d.label(428, 130, r"$\hat{y}$", size=22)
    d.arrow(unit, output, gap=3)
    return d
