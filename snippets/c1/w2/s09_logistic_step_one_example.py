"""One gradient-descent step on one example (course 1, section 2.9)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def forward(w, b, x):
    """Return the score z and the prediction a of one example.

    w: (n_x, 1) weights   x: (n_x, 1) features   b: scalar bias
    """
    z = (w.T @ x + b).item()
    return z, sigmoid(z)


def loss(z, y):
    """Return log(1 + e^z) - y z: L(a, y), but without log(0).

    z: score   y: label, 0 or 1
    """
    return np.logaddexp(0.0, z) - y * z


def backward(x, a, y):
    """Return the derivatives (dz, dw, db) of the loss; dw: (n_x, 1)."""
    dz = a - y  # da times a(1 - a), simplified
    return dz, x * dz, dz


def update(w, b, dw, db, alpha):
    """Return w and b after one step of length alpha times the slope."""
    return w - alpha * dw, b - alpha * db


if __name__ == "__main__":
    w, b = np.zeros((2, 1)), 0.0
    x, y = np.array([[1.0], [2.0]]), 1
    z, a = forward(w, b, x)
    dz, dw, db = backward(x, a, y)
    print(f"a {a:.4f}  loss {loss(z, y):.4f}  dz {dz:.1f}  dw {dw.ravel()}")
    w, b = update(w, b, dw, db, alpha=0.1)
    z, a = forward(w, b, x)
    print(f"w {w.ravel()}  b {b:.2f}  a {a:.4f}  loss {loss(z, y):.4f}")
