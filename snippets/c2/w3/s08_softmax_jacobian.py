"""The Jacobian matrix of softmax (course 2, section 3.8)."""

import numpy as np


def softmax(Z):
    """Return probabilities, one column per example, without overflow.

    Z: (C, m) scores of the output layer
    """
    t = np.exp(Z - np.max(Z, axis=0, keepdims=True))  # the largest is 1
    return t / np.sum(t, axis=0, keepdims=True)


def softmax_jacobian(z):
    """Return the (C, C) matrix of da_i / dz_j for one example.

    z: (C, 1) scores
    """
    a = softmax(z)
    return np.diag(a.ravel()) - a @ a.T


if __name__ == "__main__":
    z = np.log(np.array([[2.0], [1.0], [1.0]]))
    D = softmax_jacobian(z)
    print("a", softmax(z).ravel().round(4).tolist())
    print(D.round(4))
    print("row sums", np.abs(D.sum(axis=1)).round(12).tolist())
    step = np.array([[0.1], [0.0], [0.0]])
    change = softmax(z + step) - softmax(z)
    print("a moves by ", change.ravel().round(4).tolist())
    print("D @ step is", (D @ step).ravel().round(4).tolist())
