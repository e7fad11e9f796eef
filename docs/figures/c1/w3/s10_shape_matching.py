"""Figure 3.10-2: the shapes of da[1] and of dz[1], as blocks."""

from drawing import BACKWARD, FORWARD, INK, MUTED, Diagram, pale

UNITS, OUTPUTS = 4, 2
CELL = (30, 24)
ROWS = (92, 264)


def draw():
    """Return the diagram."""
    d = Diagram(
        height=350, title="Shapes on the way into the hidden layer",
        desc="Above, W[2] transposed of shape (n_1, n_2) times dz[2] of shape (n_2, 1) gives da[1] "
             "of shape (n_1, 1). Below, da[1] and the slope g[1]'(z[1]), both (n_1, 1), are "
             "multiplied cell by cell and give dz[1] of shape (n_1, 1).")
    y = ROWS[0]
    block(d, 74, y, OUTPUTS, UNITS, "$W^{[2]T}$", "$(n^{[1]}, n^{[2]})$", FORWARD)
    block(d, 204, y, 1, OUTPUTS, "$dz^{[2]}$", "$(n^{[2]}, 1)$", BACKWARD)
    d.label(290, y, "$=$")
    block(d, 376, y, 1, UNITS, "$da^{[1]}$", "$(n^{[1]}, 1)$", BACKWARD)
    y = ROWS[1]
    block(d, 74, y, 1, UNITS, "$da^{[1]}$", "$(n^{[1]}, 1)$", BACKWARD)
    d.label(140, y, r"$\odot$", size=24)
    block(d, 204, y, 1, UNITS, r"$g^{[1]\prime}(z^{[1]})$", "$(n^{[1]}, 1)$", INK)
    d.label(290, y, "$=$")
    block(d, 376, y, 1, UNITS, "$dz^{[1]}$", "$(n^{[1]}, 1)$", BACKWARD)
    return d


def block(d, x, y, columns, rows, name, shape, color):
    """Draw a matrix of empty cells, its name above and its shape below."""
    grid = d.grid(x, y, (rows, columns), cell=CELL, color=color)
    d.outline(grid.shape, color="none", fill=pale(color), weight=0, behind=True)
    d.label(x, y - UNITS * CELL[1] / 2 - 18, name, color=color)
    d.label(x, y + UNITS * CELL[1] / 2 + 18, shape, color=MUTED)
