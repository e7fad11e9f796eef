"""Figure 1.11-1: one unit with n inputs, and how large its weights may be."""

from drawing import FORWARD, MUTED, Diagram, pale

MIDDLE, UNIT = 116, 232


def draw():
    """Return the diagram."""
    d = Diagram(height=232, title="One unit with n inputs",
                desc="The inputs x1, x2, ..., xn lead with the weights w1, w2, ..., wn to a unit "
                     "that computes z and g(z). On the right: the variance of z is n times the "
                     "variance of w times the mean of x squared; with variance 1/n it is the mean "
                     "of x squared.")
    inputs = d.column(40, MIDDLE, ["$x_1$", "$x_2$", "$x_n$"], r=19, gap=16, dots_after=2)
    unit = d.split_node(UNIT, MIDDLE, "$z$", "$a$", r=32, color=FORWARD, fill=pale(FORWARD))
    for node, name in zip(inputs, ("$w_1$", "$w_2$", "$w_n$"), strict=True):
        d.arrow(node, unit, name, color=FORWARD, at=0.4, side=-1 if name == "$w_n$" else 1)
    d.arrow(unit, d.label(298, MIDDLE, r"$\hat{y}$"), gap=4)
    d.label(394, 74, r"$\operatorname{Var}(z)$")
    d.label(394, 100, r"$= n\, \operatorname{Var}(w)\, \mathbb{E}[x^2]$", size=16)
    d.line((338, 122), (450, 122), color=MUTED, weight=0.9)
    d.label(394, 146, r"$\operatorname{Var}(w) = 1/n$", color=FORWARD, size=16)
    return d
