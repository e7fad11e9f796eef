"""Cost and gradient over m examples, no loop (course 1, section 2.14)."""

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


def cost_and_gradient(w, b, X, Y):
    """Return the cost J and its derivatives (dw, db).

    w, b, X: as in forward   Y: (1, m) labels, 0 or 1
    """
    m = X.shape[1]
    Z, A = forward(w, b, X)
    J = np.sum(np.logaddexp(0.0, Z) - Y * Z) / m  # average of L(a, y)
    dZ = A - Y
    return J, X @ dZ.T / m, np.sum(dZ) / m


def update(w, b, dw, db, alpha):
    """Return w and b after one step; AssertionError if dw is not like w."""
    assert dw.shape == w.shape, f"dw {dw.shape}, w {w.shape}"
    return w - alpha * dw, b - alpha * db


if __name__ == "__main__":
    X, Y = np.array([[1.0, 2.0], [2.0, -1.0]]), np.array([[1, 0]])
    w, b = np.zeros((2, 1)), 0.0
    J, dw, db = cost_and_gradient(w, b, X, Y)
    print(f"J {J:.4f}  dw {dw.ravel()}  db {db:.1f}")
    w, b = update(w, b, dw, db, alpha=0.1)
    J, dw, db = cost_and_gradient(w, b, X, Y)
    print(f"J {J:.4f}  w {w.ravel()}  b {b:.1f}")
