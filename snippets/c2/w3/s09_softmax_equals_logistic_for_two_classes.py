"""With two classes, softmax is logistic regression (course 2, section 3.9)."""

import numpy as np


def softmax(Z):
    """Return probabilities, one column per example, without overflow.

    Z: (C, m) scores of the output layer
    """
    t = np.exp(Z - np.max(Z, axis=0, keepdims=True))  # the largest is 1
    return t / np.sum(t, axis=0, keepdims=True)


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def softmax_loss(Z, Y):
    """Return the (1, m) losses of C = 2 outputs.  Z, Y: (2, m)"""
    return np.logaddexp(Z[:1], Z[1:]) - np.sum(Y * Z, axis=0, keepdims=True)


def logistic_loss(z, y):
    """Return the (1, m) losses of one output.  z, y: (1, m)"""
    return np.logaddexp(0.0, z) - y * z


if __name__ == "__main__":
    Z = np.array([[2.0, -1.0, 0.5], [0.0, 3.0, 0.5]])
    Y = np.array([[1.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    z = Z[:1] - Z[1:]
    print("softmax, first row", softmax(Z)[0].round(4))
    print("sigmoid(z1 - z2)  ", sigmoid(z)[0].round(4))
    print("softmax loss ", softmax_loss(Z, Y)[0].round(4))
    print("logistic loss", logistic_loss(z, Y[:1])[0].round(4))
