"""Figure 2.16-1: five numbers as rank-1 array, column and row; transposes and products."""

import numpy as np

from c1.w2.s16_rank_1_surprises import as_column
from drawing import BACKWARD, FORWARD, MUTED, THIRD, Diagram

PLACES = (8, 158, 306)  # left ends of the three columns
STEP = 23  # between two printed lines
CELL = (30, STEP)
FLAT = np.array([1, 2, 3, 4, 5])
ARRAYS = ((FLAT, BACKWARD), (as_column(FLAT), FORWARD), (as_column(FLAT).T, THIRD))


def draw():
    d = Diagram(height=424, title="The same five numbers in three shapes",
                desc="Shape (5,): the transpose is the same and the product is 55. Shape (5, 1): "
                     "the transpose is a row and the product a 5 by 5 matrix. Shape (1, 5): the "
                     "transpose is a column and the product is [[55]].")
    for x, head in zip(PLACES, ("a", "a.T", "np.dot(a, a.T)"), strict=True):
        d.code(x, 18, head)
    y = 36
    for array, color in ARRAYS:
        d.line((PLACES[0], y), (456, y), color=MUTED)
        y = band(d, y, array, color)
    return d


def band(d, top, array, color):
    """Draw one shape with its transpose and product; return where the band ends."""
    parts = (array, array.T, np.dot(array, array.T))
    for x, part in zip(PLACES, parts, strict=True):
        d.code(x, top + 20, str(np.shape(part)), color=color)
        if np.shape(part) == (5, 5):
            d.grid(x + 2.5 * CELL[0], top + 38 + 2.5 * STEP, part.tolist(), cell=CELL, size=16)
        else:
            printed(d, x, top + 46, str(part))
    return top + 48 + STEP * max(str(part).count("\n") + 1 for part in parts)


def printed(d, x, y, text):
    """Write an array as Python prints it."""
    for row, line in enumerate(text.split("\n")):
        d.code(x, y + STEP * row, line)
