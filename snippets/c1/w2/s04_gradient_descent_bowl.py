"""Gradient descent for w and b from three starts (course 1, section 2.4)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def cost(w, b, X, Y):
    """Return J, the mean cross-entropy of sigmoid(w x + b).

    w, b: scalars   X: (1, m) one feature   Y: (1, m) labels, 0 or 1
    """
    Z = w * X + b
    return np.mean(np.logaddexp(0.0, Z) - Y * Z).item()


def gradient(w, b, X, Y):
    """Return (dw, db), the partial derivatives of J at (w, b)."""
    dZ = sigmoid(w * X + b) - Y
    return np.mean(X * dZ).item(), np.mean(dZ).item()


def update(w, b, dw, db, alpha):
    """Return w and b after one step, both moved from the old point."""
    return w - alpha * dw, b - alpha * db


def train(w, b, X, Y, alpha, steps):
    """Return every point (w, b) on the way, the start first."""
    path = [(w, b)]
    for _ in range(steps):
        dw, db = gradient(w, b, X, Y)
        w, b = update(w, b, dw, db, alpha)
        path.append((w, b))
    return path


if __name__ == "__main__":
    X = np.array([[-2.0, -1.0, 0.0, 1.0, 2.0, 3.0]])
    Y = np.array([[0.0, 0.0, 1.0, 0.0, 1.0, 1.0]])
    for start in ((0.0, 0.0), (4.0, 2.0), (-2.0, -3.0)):
        w, b = train(*start, X, Y, alpha=1.0, steps=200)[-1]
        print(f"start {start}, J {cost(*start, X, Y):.4f}:"
              f"  w {w:.6f}  b {b:.6f}  J {cost(w, b, X, Y):.6f}")
