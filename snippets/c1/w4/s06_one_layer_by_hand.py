"""The backward step of one linear layer, by hand (course 1, section 4.6)."""

import numpy as np


def linear_backward(dZ, A_prev, W):
    """Return dA_prev, dW, db, shaped like A_prev, W, b.

    dZ: (n, m) errors, the column of an example from its own loss
    A_prev: (n_prev, m) inputs of the layer   W: (n, n_prev)
    """
    m = dZ.shape[1]
    db = np.sum(dZ, axis=1, keepdims=True) / m
    return W.T @ dZ, dZ @ A_prev.T / m, db


if __name__ == "__main__":
    dZ, A_prev = np.array([[1, -1], [2, 0]]), np.array([[1, 0], [2, 3]])
    W = np.array([[1, 2], [0, 1]])
    dA_prev, dW, db = linear_backward(dZ, A_prev, W)
    print("dW     ", dW.tolist())
    print("db     ", db.tolist())
    print("dA_prev", dA_prev.tolist())
