"""Two starts of the backward pass, dA or dZ (course 1, section 4.6)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def output_slope(A_L, Y, guard=1e-15):
    """Return dA of the output layer: (1, m), never divided by zero.

    A_L: (1, m) predictions, kept a guard away from 0 and 1   Y: (1, m)
    """
    A = np.clip(A_L, guard, 1.0 - guard)
    return -Y / A + (1.0 - Y) / (1.0 - A)


def errors_by_division(A_L, Y):
    """Return dZ: (1, m) as dA times the slope of the sigmoid, A (1 - A)."""
    return output_slope(A_L, Y) * A_L * (1.0 - A_L)


def errors(A_L, Y):
    """Return dZ: (1, m), simplified to prediction minus label."""
    return A_L - Y


if __name__ == "__main__":
    Z, Y = np.array([[0.0, 2.0, 20.0, 40.0]]), np.zeros((1, 4))
    A_L = sigmoid(Z)
    with np.printoptions(precision=4, suppress=True):
        print("Z        ", Z.ravel())
        print("1 - A_L  ", [float(f"{1 - a:.2g}") for a in A_L.ravel()])
        print("from dA  ", errors_by_division(A_L, Y).ravel())
        print("A_L - Y  ", errors(A_L, Y).ravel())
