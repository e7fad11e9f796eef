"""Train a network of any depth, hidden units tanh (course 1, section 4.6)."""

import numpy as np


def initialize(sizes, rng, scale=0.01):
    """Return small random weights, zero biases.  sizes: [n_x, ..., 1]"""
    parameters = {}
    for layer, (n_prev, n) in enumerate(zip(sizes, sizes[1:]), start=1):
        parameters[f"W{layer}"] = scale * rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


def forward(parameters, X):
    """Return A: (1, m) and the caches (A_prev, W, Z) of layers 1 to L."""
    L, A, caches = len(parameters) // 2, X, []
    for layer in range(1, L + 1):
        Z = parameters[f"W{layer}"] @ A + parameters[f"b{layer}"]
        caches.append((A, parameters[f"W{layer}"], Z))
        A = np.tanh(Z) if layer < L else np.exp(-np.logaddexp(0.0, -Z))
    return A, caches


def cost(Z, Y):
    """Return J, the mean loss, from the output scores.  Z, Y: (1, m)"""
    return np.mean(np.logaddexp(0.0, Z) - Y * Z)


def backward(A_L, Y, caches):
    """Return dWL, dbL, ..., dW1, db1.  A_L, Y: (1, m)"""
    L, m, gradients = len(caches), Y.shape[1], {}
    for layer in range(L, 0, -1):
        A_prev, W, Z = caches[layer - 1]
        dZ = dA * (1.0 - np.tanh(Z)**2) if layer < L else A_L - Y
        gradients[f"dW{layer}"] = dZ @ A_prev.T / m
        gradients[f"db{layer}"] = np.sum(dZ, axis=1, keepdims=True) / m
        dA = W.T @ dZ
    return gradients


def update(parameters, gradients, alpha):
    """Return new parameters after one step of gradient descent."""
    return {name: value - alpha * gradients["d" + name]
            for name, value in parameters.items()}


def train(X, Y, parameters, alpha, steps):
    """Return the parameters after some steps, and the cost before each."""
    costs = []
    for _ in range(steps):
        A, caches = forward(parameters, X)
        costs.append(cost(caches[-1][2], Y))
        parameters = update(parameters, backward(A, Y, caches), alpha)
    return parameters, costs


def predict(parameters, X):
    """Return (1, m) classes: 1 where the output score is >= 0."""
    return (forward(parameters, X)[1][-1][2] >= 0.0).astype(int)


if __name__ == "__main__":
    rng = np.random.default_rng(1)
    X = rng.uniform(-1.0, 1.0, (2, 200))
    Y = (X[:1] * X[1:] > 0).astype(float)  # the quadrants of 3.9
    start = initialize([2, 8, 4, 1], rng, scale=1.0)
    parameters, costs = train(X, Y, start, alpha=0.5, steps=2000)
    print("J", *(f"{costs[step]:.4f}" for step in (0, 200, 500, 1000, 1999)))
    print(f"right {np.mean(predict(parameters, X) == Y):.1%}")
