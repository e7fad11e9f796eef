"""One gradient-descent step on one example (course 1, section 2.9)."""

import numpy as np


def sigmoid(z):
    """Map any real z to (0, 1) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def forward(w, b, x, y):
    """Return the prediction a and the loss of one example.

    w: (n_x, 1) weights   x: (n_x, 1) features
    b: scalar bias        y: label, 0 or 1
    """
    z = (w.T @ x + b).item()
    loss = np.logaddexp(0.0, z) - y * z  # L(a, y) without log(0)
    return sigmoid(z), loss


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
    a, loss = forward(w, b, x, y)
    dz, dw, db = backward(x, a, y)
    print(f"a {a:.4f}  loss {loss:.4f}  dz {dz:.1f}  dw {dw.ravel()}")
    w, b = update(w, b, dw, db, alpha=0.1)
    a, loss = forward(w, b, x, y)
    print(f"w {w.ravel()}  b {b:.2f}  a {a:.4f}  loss {loss:.4f}")
