"""Threshold unit, its gates, and its smooth relative (course 1, section 4.8).

Unit after McCulloch and Pitts (1943), with weights as in this course.
"""

import itertools

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def threshold_unit(w, b, X):
    """Return 1 where w^T x + b >= 0, else 0: (1, m).

    w: (n_x, 1) weights   b: scalar bias   X: (n_x, m), one input a column
    """
    return (w.T @ X + b >= 0.0).astype(int)


def logistic_unit(w, b, X, gain=1.0):
    """Return sigmoid(gain (w^T x + b)): (1, m), nearly a step if gain is big.

    w, b, X: as in threshold_unit
    """
    return sigmoid(gain * (w.T @ X + b))


def units_that_give(Y, X, values):
    """Return how many units with w and b out of values answer Y: (1, m).

    X: (2, m) inputs   values: numbers to try for w_1, w_2 and b
    """
    return sum(
        np.array_equal(threshold_unit(np.array([[w_1], [w_2]]), b, X), Y)
        for w_1, w_2, b in itertools.product(values, repeat=3))


if __name__ == "__main__":
    X = np.array([[0, 0, 1, 1], [0, 1, 0, 1]])
    w, grid = np.ones((2, 1)), np.arange(-3.0, 3.25, 0.25)
    print("AND", threshold_unit(w, -1.5, X), " OR", threshold_unit(w, -0.5, X),
          " NOT", threshold_unit(np.array([[-1]]), 0.5, np.array([[0, 1]])))
    for gain in (1.0, 4.0, 28.0):
        smooth = logistic_unit(w, -1.5, X, gain)
        print(f"AND, gain {gain:2.0f}", smooth.round(4))
    for name, Y in (("AND", [[0, 0, 0, 1]]), ("XOR", [[0, 1, 1, 0]])):
        print(f"{name}: {units_that_give(Y, X, grid)} of {grid.size**3} units")
