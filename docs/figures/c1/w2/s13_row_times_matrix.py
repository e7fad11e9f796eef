"""Figure 2.13-1: a row times each column of X, and b copied along the row."""

import numpy as np

from c1.w2.s13_logistic_forward import forward
from drawing import FORWARD, FOURTH, MUTED, THIRD, Diagram, pale

W, B = np.array([[1.0], [-1.0]]), 0.5
X = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 3.0]])
COLOURS = (FORWARD, THIRD, FOURTH)
MIDDLE, CELL = 276, (70, 36)
ROWS = {"X": 92, "products": 186, "b": 246, "Z": 306}


def draw():
    d = Diagram(height=336, title="Row w^T times the columns of X",
                desc="The row (1, -1) meets the three columns of X and gives 1, 1, -3. A row with "
                     "0.5 three times is added. The result Z is 1.5, 1.5, -2.5.")
    Z, _ = forward(W, B, X)
    weights = d.grid(82, ROWS["X"], cells(W.T), cell=(44, 36))
    d.beside(weights.shape, "above", "$w^T$", gap=7)
    features = d.grid(MIDDLE, ROWS["X"], cells(X), cell=CELL)
    d.label(features.shape.right.x + 12, ROWS["X"], "$X$", anchor="start")
    products = row(d, "products", W.T @ X, "$w^T X$")
    row(d, "b", np.full((1, 3), B), "$b$", sign="$+$", copies=True)
    row(d, "Z", Z, "$Z$", sign="$=$")
    for i, color in enumerate(COLOURS):
        tint(d, features.column(i), color)
        d.arrow(features.column(i), products.column(i), color=color)
    slide(d, features)
    return d


def cells(matrix):
    """Return a matrix as labels."""
    return [[f"${value:g}$" for value in line] for line in matrix]


def row(d, name, values, label, sign="", copies=False):
    """Draw a row of three numbers, tinted by column; of copies only the first."""
    grid = d.grid(MIDDLE, ROWS[name], cells(values), cell=CELL)
    for i, color in enumerate(COLOURS):
        if not copies:
            tint(d, grid.column(i), color)
        elif i:
            tint(d, grid.column(i), MUTED)
    d.label(grid.shape.right.x + 12, ROWS[name], label, anchor="start")
    d.label(grid.shape.left.x - 18, ROWS[name], sign)
    return grid


def tint(d, shape, color):
    d.outline(shape, color="none", fill=pale(color), weight=0, behind=True)


def slide(d, features):
    """Show the way of the row over the columns."""
    y = features.shape.top.y - 16
    d.arrow((features.column(0).x, y), (features.column(2).x, y), "$w^T$", color=MUTED,
            dashed=True)
