"""Figure 2.14-1: X dZ^T as the columns of X, weighted and added."""

import numpy as np

from c1.w2.s14_logistic_gradient_vectorized import cost_and_gradient, forward
from drawing import FORWARD, THIRD, Diagram, pale

X, Y = np.array([[1.0, 2.0], [2.0, -1.0]]), np.array([[1, 0]])
W, B = np.zeros((2, 1)), 0.0
COLOURS = (FORWARD, THIRD)
CELL = (46, 34)
TOP, BELOW = 68, 208


def draw():
    d = Diagram(height=256, title="X times the transpose of dZ",
                desc="The columns (1, 2) and (2, -1) of X, multiplied by the errors -0.5 and 0.5, "
                     "add up to (0.5, -1.5). Divided by m = 2 this is dw = (0.25, -0.75).")
    _, A = forward(W, B, X)
    dZ = A - Y
    _, dw, _ = cost_and_gradient(W, B, X, Y)
    features = grid(d, 152, TOP, X, "$X$")
    errors = grid(d, 250, TOP, dZ.T, "$dZ^T$")
    for i, (color, x) in enumerate(zip(COLOURS, (88, 216), strict=True)):
        tint(d, features.column(i), color)
        tint(d, errors.row(i), color)
        column = grid(d, x, BELOW, X[:, [i]])
        tint(d, column.shape, color)
        d.arrow(features.column(i), column.shape.top, color=color)
        left = column.shape.left.x
        d.label(left - 6, BELOW, r"$\cdot$")
        factor = d.label(left - 16, BELOW, f"${dZ[0, i]:g}$", anchor="end")
        d.highlight(factor, color, pad=4)
    d.label(127, BELOW, "$+$")
    total = grid(d, 290, BELOW, X @ dZ.T)
    d.label(253, BELOW, "$=$")
    mean = grid(d, 424, BELOW, dw, "$dw$", width=58)
    d.arrow(total.shape, mean.shape, r"$1/m$")
    return d


def grid(d, x, y, values, label="", width=CELL[0]):
    """Draw a matrix of numbers with its name above."""
    drawn = d.grid(x, y, [[f"${value:g}$" for value in row] for row in values],
                   cell=(width, CELL[1]))
    if label:
        d.beside(drawn.shape, "above", label, gap=7)
    return drawn


def tint(d, shape, color):
    d.outline(shape, color="none", fill=pale(color), weight=0, behind=True)
