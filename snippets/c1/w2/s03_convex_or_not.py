"""A midpoint test of convexity for two costs (course 1, section 2.3)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def squared_cost(w, b, X, Y):
    """Return the mean of (y_hat - y)^2 / 2 with y_hat = sigmoid(w x + b).

    w, b: scalars   X: (1, m) one feature   Y: (1, m) labels, 0 or 1
    """
    return np.mean((sigmoid(w * X + b) - Y) ** 2).item() / 2


def cross_entropy_cost(w, b, X, Y):
    """Return the mean cross-entropy of the same model."""
    Z = w * X + b
    return np.mean(np.logaddexp(0.0, Z) - Y * Z).item()


def midpoint_gap(J, u, v):
    """Return how far the chord lies above J midway between u and v.

    A convex J never gives a negative gap; one negative gap refutes it.
    """
    return (J(u) + J(v)) / 2 - J((u + v) / 2)


if __name__ == "__main__":
    X, Y = np.array([[1.0]]), np.array([[1.0]])
    for cost in (squared_cost, cross_entropy_cost):
        J = [cost(w, 0.0, X, Y) for w in (-6.0, -3.0, 0.0)]
        gap = midpoint_gap(lambda w: cost(w, 0.0, X, Y), -6.0, 0.0)
        print(f"{cost.__name__}: chord {(J[0] + J[2]) / 2:.4f}"
              f"  middle {J[1]:.4f}  gap {gap:.4f}")
