"""Predictions for all examples without a loop (course 1, section 2.13)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def forward(w, b, X):
    """Return the scores Z and the predictions A, both (1, m).

    w: (n_x, 1) weights   X: (n_x, m) features, one example per column
    b: scalar bias
    """
    Z = w.T @ X + b  # b is copied to every entry of the row
    return Z, sigmoid(Z)


if __name__ == "__main__":
    w, b = np.array([[1.0], [-1.0]]), 0.5
    X = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 3.0]])
    Z, A = forward(w, b, X)
    print("Z", Z, Z.shape)
    print("A", A.round(4), A.shape)
