"""Gradients of a network with any number of layers (course 1, section 4.6)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


ACTIVATIONS = {"relu": lambda Z: np.maximum(0.0, Z), "tanh": np.tanh,
               "sigmoid": sigmoid}
SLOPES = {"relu": lambda Z: (Z > 0.0) * 1.0,
          "tanh": lambda Z: 1.0 - np.tanh(Z)**2,
          "sigmoid": lambda Z: sigmoid(Z) * (1.0 - sigmoid(Z))}


def layer_forward(A_prev, W, b, activation):
    """Return A: (n, m) and the cache (A_prev, W, Z) of one layer."""
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


def forward(parameters, X, hidden="relu"):
    """Return the predictions A: (n_L, m) and the caches of layers 1 to L."""
    L, A, caches = len(parameters) // 2, X, []
    for layer in range(1, L + 1):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        activation = hidden if layer < L else "sigmoid"
        A, cache = layer_forward(A, W, b, activation)
        caches.append(cache)
    return A, caches


def backward(A_L, Y, caches, hidden="relu"):
    """Return dWL, dbL, ..., dW1, db1.  A_L, Y: (n_L, m)"""
    L, (A_prev, W, _) = len(caches), caches[-1]
    dA, dW, db = linear_backward(A_L - Y, A_prev, W)
    gradients = {f"dW{L}": dW, f"db{L}": db}
    for layer in range(L - 1, 0, -1):
        dA, dW, db = layer_backward(dA, caches[layer - 1], hidden)
        gradients |= {f"dW{layer}": dW, f"db{layer}": db}
    return gradients


if __name__ == "__main__":
    parameters = {"W1": np.array([[3.0]]), "b1": np.array([[-2.0]]),
                  "W2": np.array([[-1.0]]), "b2": np.array([[5.0]]),
                  "W3": np.array([[2.0]]), "b3": np.array([[1.0]])}
    A, caches = forward(parameters, np.array([[2.0]]))
    print("Z", [Z.item() for _, _, Z in caches], f" A {A.item():.6f}")
    for name, value in backward(A, np.zeros((1, 1)), caches).items():
        print(f"{name} {value.item():7.4f}")
