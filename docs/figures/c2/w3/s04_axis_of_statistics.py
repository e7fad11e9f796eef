"""Figure 3.4-2: Z with one unit marked, and the statistics of each unit."""

import numpy as np

from drawing import BACKWARD, FORWARD, MUTED, Diagram

Z = np.array([[2.0, 4.0, 6.0, 8.0], [30.0, 10.0, 10.0, 30.0], [1.0, 1.0, 1.0, 5.0]])


def draw():
    """Return the diagram."""
    d = Diagram(
        height=196, title="Mean and variance of each row of Z",
        desc="Z has three rows, the units, and four columns, the examples. The row 2, 4, 6, 8 is "
             "marked; its mean is 5 and its variance 5. The other rows have means 20 and 2, and "
             "variances 100 and 3.")
    matrix = d.grid(158, 108, numbers(Z), cell=(52, 40), rows=[0])
    means = d.grid(324, 108, numbers(Z.mean(axis=1, keepdims=True)), cell=(52, 40),
                   cells=[(0, 0)], mark=BACKWARD)
    variances = d.grid(416, 108, numbers(Z.var(axis=1, keepdims=True)), cell=(52, 40),
                       cells=[(0, 0)], mark=BACKWARD)
    for place in range(4):
        d.label(matrix.cell(0, place).x, 34, f"$i = {place + 1}$", color=MUTED, size=16)
    for row in range(3):
        d.label(26, matrix.cell(row, 0).y, f"$z_{row + 1}$", color=MUTED)
    d.arrow(matrix.cell(0, 3).right, means.cell(0, 0), color=FORWARD)
    d.arrow(means.cell(0, 0).right, variances.cell(0, 0), color=FORWARD)
    d.label(means.shape.x, 34, r"$\mu$")
    d.label(variances.shape.x, 34, r"$\sigma^2$")
    d.label(matrix.shape.x, 182, "$Z$")
    return d


def numbers(values):
    """Return the labels of a matrix of whole numbers."""
    return [[f"${value:g}$" for value in row] for row in values]
