"""Which starts let hidden units differ (course 1, section 3.11)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


HIDDEN = {  # g(Z), and its slope g'(Z) from A = g(Z)
    "tanh": (np.tanh, lambda A: 1.0 - A**2),
    "sigmoid": (sigmoid, lambda A: A * (1.0 - A)),
    "relu": (lambda Z: np.maximum(0.0, Z), lambda A: (A > 0.0) * 1.0),
}


def make_quadrants(m, rng):
    """Return X: (2, m) and Y: (1, m), label 1 where x1 x2 > 0."""
    X = rng.uniform(-1.0, 1.0, (2, m))
    return X, (X[:1] * X[1:] > 0).astype(float)


def activations(parameters, X, hidden):
    """Return A1: (n_1, m) and A2: (1, m).  X: (2, m)"""
    A1 = HIDDEN[hidden][0](parameters["W1"] @ X + parameters["b1"])
    return A1, sigmoid(parameters["W2"] @ A1 + parameters["b2"])


def step(parameters, X, Y, hidden, alpha=1.0):
    """Return the parameters after one step of gradient descent."""
    A1, A2 = activations(parameters, X, hidden)
    dZ2 = A2 - Y
    dZ1 = parameters["W2"].T @ dZ2 * HIDDEN[hidden][1](A1)
    moved = {}
    for layer, dZ, A_prev in ((1, dZ1, X), (2, dZ2, A1)):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        moved[f"W{layer}"] = W - alpha * dZ @ A_prev.T / Y.size
        moved[f"b{layer}"] = b - alpha * dZ.mean(axis=1, keepdims=True)
    return moved


def starts(n, rng):
    """Return starts of n hidden units by name; every bias is 0."""
    shapes = (n, 2), (1, n)
    W1, W2 = (0.01 * rng.standard_normal(shape) for shape in shapes)
    no1, no2 = (np.zeros(shape) for shape in shapes)
    biases = {"b1": np.zeros((n, 1)), "b2": np.zeros((1, 1))}
    pairs = {"all zero": (no1, no2), "all 0.5": (no1 + 0.5, no2 + 0.5),
             "W1 zero": (no1, W2), "W2 zero": (W1, no2), "random": (W1, W2)}
    return {name: {"W1": pair[0], "W2": pair[1]} | biases
            for name, pair in pairs.items()}


def outcome(parameters, X, Y, hidden, steps):
    """Return how far the rows of W1 end apart, and the share right."""
    for _ in range(steps):
        parameters = step(parameters, X, Y, hidden)
    apart = np.abs(parameters["W1"] - parameters["W1"][0]).max()
    return apart, np.mean((activations(parameters, X, hidden)[1] >= 0.5) == Y)


if __name__ == "__main__":
    rng = np.random.default_rng(2)
    X, Y = make_quadrants(200, rng)
    print(f"share of ones {Y.mean():.1%}; rows of W1 apart, right:")
    for name, start in starts(4, rng).items():
        for hidden in HIDDEN:
            apart, right = outcome(start, X, Y, hidden, steps=1000)
            print(f"{name:8} {hidden:7} {apart:6.3f} {right:6.1%}")
