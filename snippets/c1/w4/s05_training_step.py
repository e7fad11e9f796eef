"""One training step, made of blocks, for any depth (course 1, section 4.5)."""

import numpy as np

ACTIVATIONS = {"relu": lambda Z: np.maximum(0.0, Z),
               "sigmoid": lambda Z: np.exp(-np.logaddexp(0.0, -Z))}
SLOPES = {"relu": lambda Z: (Z > 0.0) * 1.0}


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


def forward(parameters, X):
    """Return the predictions A: (1, m) and the caches of layers 1 to L."""
    L, A, caches = len(parameters) // 2, X, []
    for layer in range(1, L + 1):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = layer_forward(A, W, b, "relu" if layer < L else "sigmoid")
        caches.append(cache)
    return A, caches


def backward(A_L, Y, caches):
    """Return dWL, dbL, ..., dW1, db1.  A_L, Y: (1, m)"""
    L, (A_prev, W, _) = len(caches), caches[-1]
    dA, dW, db = linear_backward(A_L - Y, A_prev, W)
    gradients = {f"dW{L}": dW, f"db{L}": db}
    for layer in range(L - 1, 0, -1):
        dA, dW, db = layer_backward(dA, caches[layer - 1], "relu")
        gradients |= {f"dW{layer}": dW, f"db{layer}": db}
    return gradients


def update(parameters, gradients, alpha):
    """Return new parameters after one step of gradient descent."""
    return {name: value - alpha * gradients["d" + name]
            for name, value in parameters.items()}


def cost(Z, Y):
    """Return J, the mean loss, from the output scores.  Z, Y: (1, m)"""
    return np.mean(np.logaddexp(0.0, Z) - Y * Z)


if __name__ == "__main__":
    parameters = {"W1": np.array([[3.0]]), "b1": np.array([[-2.0]]),
                  "W2": np.array([[-1.0]]), "b2": np.array([[5.0]]),
                  "W3": np.array([[2.0]]), "b3": np.array([[1.0]])}
    X, Y = np.array([[2.0, 0.0, 3.0]]), np.array([[0, 0, 1]])
    for step in range(4):
        A, caches = forward(parameters, X)
        print(f"step {step}  J {cost(caches[-1][2], Y):.4f}")
        parameters = update(parameters, backward(A, Y, caches), alpha=0.01)
