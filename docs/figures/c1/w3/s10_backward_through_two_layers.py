"""Figure 3.10-1: the graph of two layers with every derivative, and the sum for one hidden unit."""

from drawing import BACKWARD, FORWARD, MUTED, Diagram, pale

ABOVE, MIDDLE = 90, 182
APART = 4  # half the distance between the two arrows of an edge
CHAIN = (("z^{[1]}", 112, "(n^{[1]}, 1)"), ("a^{[1]}", 198, "(n^{[1]}, 1)"),
         ("z^{[2]}", 284, "(n^{[2]}, 1)"), ("a^{[2]}", 368, "(n^{[2]}, 1)"))
PARAMETERS = (("W^{[1]}", 66, 0, "(n^{[1]}, n_x)"), ("b^{[1]}", 150, 0, "(n^{[1]}, 1)"),
              ("W^{[2]}", 240, 2, "(n^{[2]}, n^{[1]})"), ("b^{[2]}", 328, 2, "(n^{[2]}, 1)"))
UNIT, OUTPUTS = (226, 376), ((396, 326), (396, 426))


def draw():
    """Return the diagram."""
    d = Diagram(
        height=462, title="Backward through two layers",
        desc="Above, the graph x, z[1], a[1], z[2], a[2], loss, with dW[1], db[1], dW[2], db[2] "
             "over the parameters and dz[1], da[1], dz[2], da[2] under the nodes, each with the "
             "shape of its variable. Below, hidden unit j leads with w_1j and w_2j to output "
             "units 1 and 2; dz_1 and dz_2 come back, and da_j = w_1j dz_1 + w_2j dz_2.")
    graph(d)
    d.line((8, 282), (452, 282), color=MUTED, weight=0.9)
    one_unit(d)
    return d


def graph(d):
    """Draw the graph with its derivatives and their shapes."""
    chain = [d.node(x, MIDDLE, f"${name}$", r=21) for name, x, _ in CHAIN]
    loss = d.node(437, MIDDLE, r"$\mathcal{L}$", r=18)
    d.arrow(d.node(26, MIDDLE, "$x$", r=18), chain[0], color=FORWARD)
    d.arrow(d.node(437, ABOVE, "$y$", r=18), loss, color=FORWARD)
    for start, end in zip(chain, [*chain[1:], loss], strict=True):
        there_and_back(d, start, end)
    for (name, _, shape), node in zip(CHAIN, chain, strict=True):
        slope = d.beside(node, "below", f"$d{name}$", color=BACKWARD, gap=8)
        d.beside(slope, "below", f"${shape}$", color=MUTED, size=16)
    for name, x, target, shape in PARAMETERS:
        node = d.node(x, ABOVE, f"${name}$", r=21)
        there_and_back(d, node, chain[target])
        slope = d.beside(node, "above", f"$d{name}$", color=BACKWARD, gap=7)
        d.beside(slope, "above", f"${shape}$", color=MUTED, size=16)


def one_unit(d):
    """Draw one hidden unit, two output units, and what comes back from them."""
    unit = d.node(*UNIT, "$a_j$", r=22, fill=pale(BACKWARD), color=BACKWARD)
    for k, place in enumerate(OUTPUTS, 1):
        output = d.node(*place, f"$z_{k}$", r=21)
        d.arrow(unit, output, f"$w_{{{k}j}}$", color=FORWARD, shift=APART, at=0.72)
        d.arrow(output, unit, f"$dz_{k}$", color=BACKWARD, dashed=True, shift=APART, at=0.28)
    d.label(104, UNIT[1] - 15, "$da_j = w_{1j}\\, dz_1$", color=BACKWARD)
    d.label(128, UNIT[1] + 15, "$+ w_{2j}\\, dz_2$", color=BACKWARD)


def there_and_back(d, start, end):
    """Draw the forward arrow and, beside it, the dashed backward arrow."""
    d.arrow(start, end, color=FORWARD, shift=APART)
    d.arrow(end, start, color=BACKWARD, dashed=True, shift=APART)
