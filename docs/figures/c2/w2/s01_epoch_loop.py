"""Figure 2.1-2: the loop over mini-batches inside the loop over epochs."""

from drawing import BACKWARD, FORWARD, INK, MUTED, THIRD, Diagram, pale
from geometry import Shape


def draw():
    """Return the diagram."""
    d = Diagram(width=436, height=330, title="Epochs outside, mini-batches inside",
                desc="An outer loop over epochs begins with a permutation of the columns. Inside "
                     "it a loop over t from 1 to T: forward with X{t}, cost J{t}, backward, "
                     "update, then the next t. After t = T the next epoch begins.")
    outer = Shape(218, 165, 416, 310, "box", 8)
    inner = Shape(218, 202, 352, 212, "box", 8)
    d.outline(outer, color=MUTED)
    d.outline(inner, color=FORWARD)
    d.code(26, 30, "for epoch in range(epochs):")
    d.code(58, 66, "order = rng.permutation(m)", color=MUTED)
    d.code(58, 116, "for X_t, Y_t in ...:", color=FORWARD)
    data = box(d, 128, 170, "$X^{\\{t\\}}, Y^{\\{t\\}}$", FORWARD)
    cost = box(d, 308, 170, "$J^{\\{t\\}}$", FORWARD)
    back = box(d, 308, 262, "$dW^{[l]}, db^{[l]}$", BACKWARD)
    new = box(d, 128, 262, "$W^{[l]}, b^{[l]}$", THIRD)
    d.arrow(data, cost, color=FORWARD)
    d.arrow(cost, back, color=BACKWARD, dashed=True)
    d.arrow(back, new, r"$-\alpha$", color=INK)
    d.arrow(new, data, "$t+1$", color=INK)
    return d


def box(d, x, y, name, color):
    """Draw what one part of the step computes."""
    return d.node(x, y, name, shape="box", width=108, height=44, color=color, fill=pale(color))
