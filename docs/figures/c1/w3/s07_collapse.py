"""Figure 3.7-1: two linear layers merge to one."""

from drawing import BOLD, FORWARD, INK, MUTED, THIRD, Diagram

MIDDLE = 118


def draw():
    """Return the diagram."""
    d = Diagram(
        height=222, title="Two linear layers are one",
        desc="On the left two inputs, two hidden units with g(z) = z and one output, with the "
             "parameters W[1], b[1], W[2], b[2]. An arrow leads to the right, where the two inputs "
             "go straight to the output with W' and b'.")
    inputs = ["$x_1$", "$x_2$"]
    two = d.network((32, 126, 220), MIDDLE, (inputs, ["$z$", "$z$"], ["$z$"]), r=22, gap=24,
                    color=(INK, FORWARD, FORWARD))
    one = d.network((330, 428), MIDDLE, (inputs, ["$z$"]), r=22, gap=24, color=(INK, THIRD))
    for gap, label in ((0.5, "$W^{[1]}$\n$b^{[1]}$"), (1.5, "$W^{[2]}$\n$b^{[2]}$")):
        d.label(two.over(gap).x, 36, label, color=FORWARD)
    d.label(one.over(0.5).x, 36, r"$W^{\prime}$" "\n" r"$b^{\prime}$", color=THIRD)
    d.label(two.over(1).x, 202, "$4 + 2 + 2 + 1 = 9$", color=MUTED)
    d.label(one.over(0.5).x, 202, "$2 + 1 = 3$", color=MUTED)
    d.arrow((252, MIDDLE), (298, MIDDLE), weight=BOLD)
    return d
