"""Regions of softmax without a hidden layer (course 2, section 3.8)."""

import numpy as np


def scores(W, b, X):
    """Return Z: (C, m).  W: (C, n_x)  b: (C, 1)  X: (n_x, m)"""
    return W @ X + b


def predict(W, b, X):
    """Return the (m,) class numbers, from 0: the row of the largest score."""
    return np.argmax(scores(W, b, X), axis=0)


def boundary(W, b, i, j):
    """Return w: (n_x, 1) and c, where w.T x + c = 0 parts classes i and j.

    The side where it is positive is that of class i.
    """
    return (W[[i]] - W[[j]]).T, (b[i] - b[j]).item()


def make_grid(edge, columns, rows):
    """Return the points of a grid, top row first: (2, rows * columns)."""
    x1, x2 = np.meshgrid(np.linspace(-edge, edge, columns),
                         np.linspace(edge, -edge, rows))
    return np.stack([x1.ravel(), x2.ravel()])


if __name__ == "__main__":
    W = np.array([[1.0, 2.0], [2.0, -1.0], [-2.0, 0.0], [0.0, 0.0]])
    b = np.array([[-1.0], [-0.8], [-0.8], [0.5]])
    classes = predict(W, b, make_grid(2.0, 31, 13)).reshape(13, 31)
    print("\n".join("".join(map(str, row)) for row in classes))
    w, c = boundary(W, b, 0, 1)
    print(f"0 against 1: {w[0, 0]:g} x1 + {w[1, 0]:g} x2 {c:+.1f} = 0")
