"""Rank-1 arrays against true columns and rows (course 1, section 2.16)."""

import numpy as np


def shapes(a):
    """Return the shapes of a, of its transpose, and of np.dot(a, a.T)."""
    return a.shape, a.T.shape, np.dot(a, a.T).shape


def as_column(a):
    """Return the n entries of a as a column, (n, 1)."""
    column = a.reshape(-1, 1)
    assert column.shape == (a.size, 1)
    return column


if __name__ == "__main__":
    flat = np.array([1, 2, 3, 4, 5])
    column = as_column(flat)
    for a in (flat, column, column.T):
        print("a {}  a.T {}  dot(a, a.T) {}".format(*shapes(a)))
    print("flat    ", flat, flat.T, np.dot(flat, flat.T))
    print("column.T", column.T, " column.T @ column", column.T @ column)
    print(column @ column.T)
