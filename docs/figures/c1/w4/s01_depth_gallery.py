"""Figure 4.1-1: four networks with their numbers of layers."""

from drawing import FORWARD, INK, Diagram, pale

NETWORKS = (  # x of the columns, height of the middle, hidden layers
    ((16, 86), 64, 0), ((146, 198, 250), 64, 1), ((306, 352, 398, 444), 64, 2),
    (tuple(38 + 64 * i for i in range(7)), 232, 5))


def draw():
    """Return the diagram."""
    d = Diagram(height=324, title="Networks with 1, 2, 3 and 6 layers",
                desc="Logistic regression: three inputs lead to one unit, L = 1. With one hidden "
                     "layer of four units L = 2, with two hidden layers L = 3, with five hidden "
                     "layers L = 6.")
    for places, y, hidden in NETWORKS:
        network = d.network(places, y, (3, *[4] * hidden, 1), r=10, gap=7,
                            color=(INK, *[FORWARD] * hidden, INK),
                            fill=("none", *[pale(FORWARD)] * hidden, "none"))
        d.label(network.box.x, y + 74, f"$L = {hidden + 1}$")
    return d
