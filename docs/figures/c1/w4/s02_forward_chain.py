"""Figure 4.2-1: forward propagation as a chain of blocks."""

from drawing import FORWARD, THIRD, Diagram, pale

MIDDLE, WIDTH, HEIGHT = 270, 236, 74
ROWS = ((110, "1", "0"), (252, "2", "1"), (448, "L", "L-1"))  # y, layer and the one before
DOTS = 344
IN, OUT = 20, 548


def draw():
    """Return the diagram."""
    d = Diagram(width=420, height=568, title="The chain of forward propagation",
                desc="X enters the block of layer 1, which computes Z[1] = W[1] A[0] + b[1] and "
                     "A[1] = g[1](Z[1]). A[1] enters the block of layer 2, and so on to the block "
                     "of layer L, which gives Y hat. W and b of each layer enter from the left.")
    first, second, last = (block(d, *row) for row in ROWS)
    dots = d.dots(MIDDLE, DOTS)
    way = (d.label(MIDDLE, IN, "$X = A^{[0]}$"), first, second, dots, last,
           d.label(MIDDLE, OUT, r"$\hat{Y} = A^{[L]}$"))
    carried = ("$(n_x, m)$", "$A^{[1]}\\;(n^{[1]}, m)$", "$A^{[2]}\\;(n^{[2]}, m)$",
               "$A^{[L-1]}\\;(n^{[L-1]}, m)$", "$(n^{[L]}, m)$")
    for start, end, label in zip(way, way[1:], carried, strict=False):
        d.arrow(start, end, label, color=FORWARD, side=-1, gap=5)
    return d


def block(d, y, layer, before):
    """Draw the two lines of a layer and its parameters at the left."""
    lines = (f"$Z^{{[{layer}]}} = W^{{[{layer}]}} A^{{[{before}]}} + b^{{[{layer}]}}$\n"
             f"$A^{{[{layer}]}} = g^{{[{layer}]}}(Z^{{[{layer}]}})$")
    node = d.node(MIDDLE, y, lines, shape="box", width=WIDTH, height=HEIGHT, color=FORWARD,
                  fill=pale(FORWARD))
    parameters = d.label(56, y, f"$W^{{[{layer}]}}, b^{{[{layer}]}}$", color=THIRD)
    d.arrow(parameters, node, color=THIRD, gap=5)
    return node
