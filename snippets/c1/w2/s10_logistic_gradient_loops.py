"""Cost and gradient over m examples with loops (course 1, section 2.10)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def score(w, b, x):
    """Return z = w^T x + b of one example.  w: (n_x, 1)  x: (n_x,)"""
    z = 0.0
    for w_j, x_j in zip(w.ravel(), x, strict=True):
        z += w_j * x_j
    return z + b


def cost_and_gradient(w, b, X, Y):
    """Return the cost J and its derivatives (dw, db).

    w: (n_x, 1) weights   X: (n_x, m) features, one example per column
    b: scalar bias        Y: (1, m) labels, 0 or 1
    """
    n_x, m = X.shape
    J, dw, db = 0.0, np.zeros((n_x, 1)), 0.0
    for i in range(m):
        x, y = X[:, i], Y[0, i]
        z = score(w, b, x)
        a = sigmoid(z)
        J += np.logaddexp(0.0, z) - y * z  # L(a, y) without log(0)
        dz = a - y
        for j in range(n_x):
            dw[j, 0] += x[j] * dz
        db += dz
    return J / m, dw / m, db / m


if __name__ == "__main__":
    X = np.array([[1.0, 2.0], [2.0, -1.0]])
    Y = np.array([[1, 0]])
    J, dw, db = cost_and_gradient(np.zeros((2, 1)), 0.0, X, Y)
    print(f"J {J:.4f}  dw {dw.ravel()}  db {db:.1f}")
