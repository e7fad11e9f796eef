"""Forward pass through any number of layers (course 1, section 4.2)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def relu(z):
    """Return max(0, z), entry by entry."""
    return np.maximum(0.0, z)


ACTIVATIONS = {"relu": relu, "tanh": np.tanh, "sigmoid": sigmoid}


def layer_forward(A_prev, W, b, activation):
    """Return A: (n, m) and the cache (A_prev, W, Z) of one layer.

    A_prev: (n_prev, m)   W: (n, n_prev)   b: (n, 1), for every column
    """
    Z = W @ A_prev + b
    return ACTIVATIONS[activation](Z), (A_prev, W, Z)


def forward(parameters, X, hidden="relu"):
    """Return the predictions A: (n_L, m) and the caches of layers 1 to L.

    parameters: W1, b1, ..., WL, bL   X: (n_x, m), one example per column
    """
    L, A, caches = len(parameters) // 2, X, []
    for layer in range(1, L + 1):  # each layer waits for the one before
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        activation = hidden if layer < L else "sigmoid"
        A, cache = layer_forward(A, W, b, activation)
        caches.append(cache)
    return A, caches


if __name__ == "__main__":
    chain = {"W1": np.array([[3.0]]), "b1": np.array([[-2.0]]),
             "W2": np.array([[-1.0]]), "b2": np.array([[5.0]]),
             "W3": np.array([[2.0]]), "b3": np.array([[1.0]])}
    A, caches = forward(chain, np.array([[2.0, 0.0, 3.0]]))
    for layer, (A_prev, _, Z) in enumerate(caches, start=1):
        print(f"layer {layer}: from {A_prev[0]} to Z {Z[0]}")
    print("predictions", A[0].round(6))
