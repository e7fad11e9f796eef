"""Figure 4.3-2: arrays of one layer to scale, for one example and for m."""

from c1.w4.s03_check_shapes import expected_shape
from drawing import FORWARD, MUTED, THIRD, Diagram, pale
from geometry import Shape

SIZES, LAYER, EXAMPLES = [2, 3, 5, 4, 2, 1], 3, 10
ROWS = (("W", "$W^{[3]}$", "$W^{[3]}$", THIRD), ("b", "$b^{[3]}$", "$b^{[3]}$", THIRD),
        ("Z", "$z^{[3]}$", "$Z^{[3]}$", FORWARD), ("A", "$a^{[3]}$", "$A^{[3]}$", FORWARD))
COLUMNS = (54, 280)  # left edges of the rectangles
CELL, TOP, STEP = 15, 84, 94


def draw():
    """Return the diagram."""
    d = Diagram(height=TOP + 3 * STEP + 62, title="The shapes of layer 3 to scale",
                desc="Left for one example: W (4, 5), b (4, 1), z (4, 1), a (4, 1). Right for ten "
                     "examples: W (4, 5), b (4, 1), Z (4, 10), A (4, 10).")
    for left, head, m in zip(COLUMNS, ("$m = 1$", f"$m = {EXAMPLES}$"), (1, EXAMPLES),
                             strict=True):
        d.label(left + 38, 22, head, color=MUTED)
        for row, (name, one, many, color) in enumerate(ROWS):
            shape = expected_shape(f"{name}{LAYER}", SIZES, m)
            rectangle(d, left, TOP + row * STEP, shape, one if m == 1 else many, color)
    return d


def rectangle(d, left, y, shape, name, color):
    """Draw an array to scale, its name at the left and its shape at the right."""
    rows, columns = shape
    grid = d.grid(left + columns * CELL / 2, y, shape, cell=(CELL, CELL), color=color)
    d.outline(Shape(grid.shape.x, y, columns * CELL, rows * CELL, "box"), color="none",
              fill=pale(color), weight=0, behind=True)
    d.beside(grid.shape, "left", name, gap=10, color=color)
    if columns > 6:
        d.beside(grid.shape, "below", f"${shape}$", gap=5)
    else:
        d.beside(grid.shape, "right", f"${shape}$", gap=12)
