"""Probability and class of one example (course 1, section 2.2)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def forward(w, b, x):
    """Return the score z and the probability y_hat that x has label 1.

    w: (n_x, 1) weights   x: (n_x, 1) features   b: scalar bias
    """
    z = (w.T @ x + b).item()
    return z, sigmoid(z)


def predict(w, b, x):
    """Return class 1 if y_hat is at least 0.5, that is if z >= 0."""
    z, _ = forward(w, b, x)
    return int(z >= 0)


def forward_theta(theta, x):
    """Return y_hat with the bias as entry 0 of theta.

    theta: (n_x + 1, 1), b above w   x: (n_x, 1) features
    """
    x_tilde = np.vstack([[[1.0]], x])
    return sigmoid((theta.T @ x_tilde).item())


if __name__ == "__main__":
    w, b = np.array([[2.0], [-1.0]]), 0.5
    x = np.array([[1.0], [3.0]])
    z, y_hat = forward(w, b, x)
    print(f"z {z:.1f}  y_hat {y_hat:.6f}  class {predict(w, b, x)}")
    print(f"with theta: y_hat {forward_theta(np.vstack([[[b]], w]), x):.6f}")
