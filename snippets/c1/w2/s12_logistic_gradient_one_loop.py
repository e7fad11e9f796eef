"""Logistic gradient with dw as one vector (course 1, section 2.12)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def cost_and_gradient(w, b, X, Y):
    """Return the cost J and its derivatives (dw, db).

    w: (n_x, 1) weights   X: (n_x, m) features, one example per column
    b: scalar bias        Y: (1, m) labels, 0 or 1
    """
    n_x, m = X.shape
    J, dw, db = 0.0, np.zeros((n_x, 1)), 0.0
    for i in range(m):
        x, y = X[:, i:i + 1], Y[0, i]  # a slice keeps x a column
        z = (w.T @ x + b).item()
        a = sigmoid(z)
        J += np.logaddexp(0.0, z) - y * z
        dz = a - y
        dw += x * dz  # all n_x entries at once
        db += dz
    return J / m, dw / m, db / m


if __name__ == "__main__":
    X = np.array([[1.0, 2.0], [2.0, -1.0]])
    Y = np.array([[1, 0]])
    J, dw, db = cost_and_gradient(np.zeros((2, 1)), 0.0, X, Y)
    print(f"J {J:.4f}  dw {dw.ravel()}  db {db:.1f}")
