"""Figure 4.3-1: the 2-3-5-4-2-1 network with all shapes."""

from c1.w4.s03_check_shapes import expected_shape
from drawing import FORWARD, INK, THIRD, Diagram

SIZES = [2, 3, 5, 4, 2, 1]
PLACES = tuple(32 + 79 * layer for layer in range(6))
MIDDLE = 186


def draw():
    """Return the diagram."""
    d = Diagram(height=372, title="The shapes of a network with five layers",
                desc="Columns of 2, 3, 5, 4, 2 and 1 units. Between them W[1] (3, 2), W[2] (5, 3), "
                     "W[3] (4, 5), W[4] (2, 4) and W[5] (1, 2); below them x (2, 1), a[1] (3, 1), "
                     "a[2] (5, 1), a[3] (4, 1), a[4] (2, 1) and a[5] (1, 1).")
    network = d.network(PLACES, MIDDLE, SIZES, r=16, gap=12, color=(INK, *[FORWARD] * 5))
    for layer in range(6):
        name = f"$a^{{[{layer}]}}$" if layer else "$x$"
        d.label(PLACES[layer], network.box.bottom.y + 46,
                f"{name}\n${expected_shape(f'A{layer}', SIZES, 1)}$")
        if layer:
            shape = expected_shape(f"W{layer}", SIZES, 1)
            d.label(network.over(layer - 0.5).x, 34, f"$W^{{[{layer}]}}$\n${shape}$", color=THIRD)
    return d
