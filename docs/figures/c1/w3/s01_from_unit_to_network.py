"""Figure 3.1-1: one logistic unit, and a network made of five of them."""

from drawing import FORWARD, Diagram, pale

MIDDLE = 112
INPUTS = ("$x_1$", "$x_2$", "$x_3$")


def draw():
    """Return the diagram."""
    d = Diagram(height=224, title="From one unit to a network",
                desc="Left, x1, x2, x3 lead to one unit that computes z, then a, and sends y hat. "
                     "Right, the same inputs lead to four such units, whose outputs lead to a "
                     "fifth, which sends y hat. The first hidden unit is marked like the unit on "
                     "the left.")
    one_unit(d)
    network = d.network((236, 326, 402), MIDDLE, (INPUTS, 4, 1), r=17, gap=14,
                        color=("currentColor", FORWARD, FORWARD))
    mark(d, network)
    d.arrow(network.layers[2][0], d.label(449, MIDDLE, r"$\hat{y}$"), gap=2)
    return d


def one_unit(d):
    """Draw the unit of logistic regression."""
    inputs = d.column(22, MIDDLE, INPUTS, r=17, gap=14)
    unit = d.split_node(112, MIDDLE, "$z$", "$a$", r=26, color=FORWARD, fill=pale(FORWARD))
    for node in inputs:
        d.arrow(node, unit, color=FORWARD)
    d.arrow(unit, d.label(174, MIDDLE, r"$\hat{y}$"), gap=2)


def mark(d, network):
    """Draw the first hidden unit like the one on the left, with the edges that lead to it."""
    unit = network.layers[1][0]
    d.node(unit.x, unit.y, r=17, color=FORWARD, fill=pale(FORWARD))
    for node in network.layers[0]:
        d.arrow(node, unit, color=FORWARD)
