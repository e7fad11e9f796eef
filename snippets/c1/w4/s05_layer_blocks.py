"""Forward and backward block of one layer (course 1, section 4.5)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def relu(z):
    """Return max(0, z), entry by entry."""
    return np.maximum(0.0, z)


ACTIVATIONS = {"relu": relu, "tanh": np.tanh, "sigmoid": sigmoid}
SLOPES = {  # g'(Z), entry by entry
    "relu": lambda Z: (Z > 0.0) * 1.0,  # at 0 the slope is set to 0
    "tanh": lambda Z: 1.0 - np.tanh(Z)**2,
    "sigmoid": lambda Z: sigmoid(Z) * (1.0 - sigmoid(Z)),
}


def layer_forward(A_prev, W, b, activation):
    """Return A: (n, m) and the cache (A_prev, W, Z) of one layer.

    A_prev: (n_prev, m)   W: (n, n_prev)   b: (n, 1), for every column
    """
    Z = W @ A_prev + b
    return ACTIVATIONS[activation](Z), (A_prev, W, Z)


def linear_backward(dZ, A_prev, W):
    """Return dA_prev, dW, db, shaped like A_prev, W, b.  dZ: (n, m)"""
    m = dZ.shape[1]
    db = np.sum(dZ, axis=1, keepdims=True) / m
    return W.T @ dZ, dZ @ A_prev.T / m, db


def layer_backward(dA, cache, activation):
    """Return dA_prev, dW, db from dA: (n, m) and the layer's cache."""
    A_prev, W, Z = cache
    return linear_backward(dA * SLOPES[activation](Z), A_prev, W)


if __name__ == "__main__":
    W, b = np.array([[1.0, -2.0], [2.0, 1.0]]), np.array([[-1.0], [0.0]])
    A, cache = layer_forward(np.array([[2.0], [1.0]]), W, b, "relu")
    print("Z", cache[2].ravel(), " A", A.ravel())
    dA = np.array([[3.0], [0.5]])
    names = ("dA_prev", "dW", "db")
    for name, value in zip(names, layer_backward(dA, cache, "relu")):
        print(name, value.shape, value.tolist())
