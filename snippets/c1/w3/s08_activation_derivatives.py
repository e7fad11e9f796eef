"""Slopes of four activation functions (course 1, section 3.8)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def sigmoid_slope(a):
    """Return g'(z) from a = sigmoid(z): at most 1/4."""
    return a * (1.0 - a)


def tanh_slope(a):
    """Return g'(z) from a = tanh(z): at most 1."""
    return 1.0 - a**2


def relu_slope(z):
    """Return 1 for z > 0, else 0; the value at 0 is a convention."""
    return np.where(z > 0.0, 1.0, 0.0)


def leaky_relu_slope(z, leak=0.01):
    """Return 1 for z > 0, else leak; the value at 0 is a convention."""
    return np.where(z > 0.0, 1.0, leak)


if __name__ == "__main__":
    z = np.array([-10.0, -1.0, 0.0, 1.0, 10.0])
    print("z      ", z)
    with np.printoptions(precision=2):
        print("sigmoid", sigmoid_slope(sigmoid(z)))
        print("tanh   ", tanh_slope(np.tanh(z)))
    print("relu   ", relu_slope(z))
    print("leaky  ", leaky_relu_slope(z))
