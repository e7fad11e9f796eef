"""Figure 3.1-2: the computation graph of two layers, there and back."""

from drawing import BACKWARD, FORWARD, Diagram

MIDDLE, ABOVE = 148, 62
APART = 4  # half the distance between the two arrows of an edge
CHAIN = (("z^{[1]}", 112), ("a^{[1]}", 196), ("z^{[2]}", 280), ("a^{[2]}", 364))
PARAMETERS = (("W^{[1]}", 84, 0), ("b^{[1]}", 142, 0), ("W^{[2]}", 252, 2), ("b^{[2]}", 310, 2))


def draw():
    """Return the diagram."""
    d = Diagram(height=206, title="The computation graph of a network with two layers",
                desc="Forward: x, W[1], b[1] lead to z[1], then a[1]; with W[2], b[2] on to z[2], "
                     "a[2] and, with y, the loss. Backward, dashed: da[2], dz[2], then dW[2] and "
                     "db[2], da[1], dz[1], then dW[1] and db[1].")
    chain = [d.node(x, MIDDLE, f"${name}$", r=21) for name, x in CHAIN]
    loss = d.node(438, MIDDLE, r"$\mathcal{L}$", r=20)
    d.arrow(d.node(26, MIDDLE, "$x$"), chain[0], color=FORWARD)
    d.arrow(d.node(438, ABOVE, "$y$"), loss, color=FORWARD)
    for start, end in zip(chain, [*chain[1:], loss], strict=True):
        there_and_back(d, start, end)
    for (name, _), node in zip(CHAIN, chain, strict=True):
        d.beside(node, "below", f"$d{name}$", color=BACKWARD, gap=8)
    for name, x, target in PARAMETERS:
        node = d.node(x, ABOVE, f"${name}$", r=22)
        there_and_back(d, node, chain[target])
        d.beside(node, "above", f"$d{name}$", color=BACKWARD, gap=8)
    return d


def there_and_back(d, start, end):
    """Draw the forward arrow and, beside it, the dashed backward arrow."""
    d.arrow(start, end, color=FORWARD, shift=APART)
    d.arrow(end, start, color=BACKWARD, dashed=True, shift=APART)
