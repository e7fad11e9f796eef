"""The loss straight from the score, without log(0) (course 1, section 2.3)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def loss(z, y):
    """Return log(1 + e^z) - y z, the cross-entropy of sigmoid(z).

    z: scores, any shape   y: labels, 0 or 1, same shape
    """
    return np.logaddexp(0.0, z) - y * z


def loss_through_y_hat(z, y):
    """Return the same by the textbook formula, which rounds y_hat first."""
    y_hat = sigmoid(z)
    with np.errstate(divide="ignore"):
        return -np.log(np.where(y == 1, y_hat, 1 - y_hat))


if __name__ == "__main__":
    for z in (2.0, 20.0, 36.0, 1000.0):
        print(f"y = 0, z = {z:6.1f}: from z {loss(z, 0):11.6f}"
              f"  through y_hat {loss_through_y_hat(z, 0):9.6f}")
