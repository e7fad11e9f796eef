"""Cross-entropy loss from scores, and its gradient (course 2, section 3.9)."""

import numpy as np


def softmax(Z):
    """Return probabilities, one column per example, without overflow.

    Z: (C, m) scores of the output layer
    """
    t = np.exp(Z - np.max(Z, axis=0, keepdims=True))  # the largest is 1
    return t / np.sum(t, axis=0, keepdims=True)


def loss(Z, Y):
    """Return the (1, m) losses: log of the sum of exp(z), minus z_true.

    Z: (C, m) scores   Y: (C, m) labels, one-hot columns
    """
    top = np.max(Z, axis=0, keepdims=True)
    log_sum = np.log(np.sum(np.exp(Z - top), axis=0, keepdims=True))
    return log_sum + np.sum(Y * (top - Z), axis=0, keepdims=True)


def cost(Z, Y):
    """Return J, the mean loss.  Z, Y: (C, m)"""
    return np.mean(loss(Z, Y))


def output_error(Z, Y):
    """Return dZ = Y_hat - Y, each column the slope of its loss.  (C, m)"""
    return softmax(Z) - Y


if __name__ == "__main__":
    z = np.log(np.array([[0.3], [0.2], [0.1], [0.4]]))
    y = np.array([[0.0], [1.0], [0.0], [0.0]])
    print("y_hat", softmax(z).ravel().round(4))
    print(f"loss  {cost(z, y):.4f}   -ln 0.2 = {-np.log(0.2):.4f}")
    print("dz   ", output_error(z, y).ravel().round(4))
    print(f"all scores equal: {cost(np.zeros((4, 1)), y):.4f}")
    print(f"true score 1000 too low: {cost(-1000.0 * y, y):.1f}")
