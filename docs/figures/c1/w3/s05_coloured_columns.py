"""Figure 3.5-1: W times three columns, then b added to each."""

import numpy as np

from c1.w3.s05_columns_stay_independent import scores
from drawing import FORWARD, FOURTH, MUTED, THIRD, Diagram, pale

W, B = np.array([[1, 2], [3, -1]]), np.array([[10], [0]])
X = np.array([[1, 0, 2], [1, 1, -1]])
COLOURS = (FORWARD, THIRD, FOURTH)
CELL = (38, 34)
ABOVE, BELOW = 66, 186


def draw():
    """Return the diagram."""
    d = Diagram(height=232, title="A matrix product keeps columns apart",
                desc="W with rows (1, 2) and (3, -1), times the columns (1, 1), (0, 1), (2, -1) of "
                     "X, gives the columns (3, 2), (2, -1), (0, 7) in the same colors. Adding the "
                     "column (10, 0) to each gives (13, 2), (12, -1), (10, 7).")
    product, Z = W @ X, scores(W, B, X)
    matrix(d, 60, ABOVE, W, "$W$")
    matrix(d, 186, ABOVE, X, "$X$", COLOURS)
    d.label(264, ABOVE, "$=$")
    matrix(d, 342, ABOVE, product, "$WX$", COLOURS)
    matrix(d, 77, BELOW, product, "$WX$", COLOURS)
    d.label(153, BELOW, "$+$")
    matrix(d, 229, BELOW, np.repeat(B, 3, axis=1), "$b$", ("none", MUTED, MUTED))
    d.label(305, BELOW, "$=$")
    matrix(d, 381, BELOW, Z, "$Z$", COLOURS)
    return d


def matrix(d, x, y, values, name, colours=()):
    """Draw a matrix with its name above and its columns tinted."""
    grid = d.grid(x, y, [[f"${value}$" for value in row] for row in values], cell=CELL)
    d.beside(grid.shape, "above", name, gap=6)
    for i, color in enumerate(colours):
        if color != "none":
            d.outline(grid.column(i), color="none", fill=pale(color), weight=0, behind=True)
