"""Softmax of each column of scores (course 2, section 3.8)."""

import numpy as np


def softmax(Z):
    """Return probabilities, one column per example, without overflow.

    Z: (C, m) scores of the output layer
    """
    t = np.exp(Z - np.max(Z, axis=0, keepdims=True))  # the largest is 1
    return t / np.sum(t, axis=0, keepdims=True)


if __name__ == "__main__":
    z = np.array([[5.0], [2.0], [-1.0], [3.0]])
    t = np.exp(z)
    print("t  ", t.ravel().round(1), " sum", t.sum().round(1))
    print("t/S", (t / t.sum()).ravel().round(3))
    Z = np.hstack([z, z + 1000.0, [[0.0], [0.0], [0.0], [0.0]]])
    print(softmax(Z).round(5))
    print("column sums", softmax(Z).sum(axis=0))
