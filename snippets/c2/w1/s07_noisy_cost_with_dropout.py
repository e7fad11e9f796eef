"""The logged cost with and without dropout (course 2, section 1.7)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def initialize(sizes, rng):
    """Return the parameters for sizes [n_x, n_1, n_y]."""
    n_x, n_1, n_y = sizes
    return {"W1": rng.standard_normal((n_1, n_x)), "b1": np.zeros((n_1, 1)),
            "W2": 0.1 * rng.standard_normal((n_y, n_1)),
            "b2": np.zeros((n_y, 1))}


def forward(parameters, X, mask):
    """Return the cache (A1, A1_tilde, Z2).  mask: (n_1, m), D / keep_prob"""
    A1 = np.tanh(parameters["W1"] @ X + parameters["b1"])
    A1_tilde = A1 * mask
    return A1, A1_tilde, parameters["W2"] @ A1_tilde + parameters["b2"]


def cost(Z, Y):
    """Return J from the output scores.  Z, Y: (1, m)"""
    return np.mean(np.logaddexp(0.0, Z) - Y * Z)


def backward(parameters, cache, mask, X, Y):
    """Return the gradients, by the mask of the forward pass."""
    A1, A1_tilde, Z2 = cache
    m = X.shape[1]
    dZ2 = sigmoid(Z2) - Y
    dZ1 = parameters["W2"].T @ dZ2 * mask * (1.0 - A1**2)
    return {"dW1": dZ1 @ X.T / m, "db1": dZ1.mean(axis=1, keepdims=True),
            "dW2": dZ2 @ A1_tilde.T / m,
            "db2": dZ2.mean(axis=1, keepdims=True)}


def train(X, Y, keep_prob, steps=400, alpha=0.5, n_1=20):
    """Return the cost that each step sees on its own random network."""
    rng = np.random.default_rng(1)
    parameters, costs = initialize([len(X), n_1, 1], rng), []
    for _ in range(steps):
        mask = (rng.random((n_1, X.shape[1])) < keep_prob) / keep_prob
        cache = forward(parameters, X, mask)
        costs.append(cost(cache[-1], Y))
        gradients = backward(parameters, cache, mask, X, Y)
        parameters = {name: value - alpha * gradients["d" + name]
                      for name, value in parameters.items()}
    return np.array(costs)


if __name__ == "__main__":
    X = np.random.default_rng(0).uniform(-1.0, 1.0, (2, 100))
    Y = (X[:1] * X[1:] > 0).astype(float)  # the four quadrants
    for keep_prob in (1.0, 0.5):
        costs = train(X, Y, keep_prob)
        print(f"keep_prob {keep_prob}  rises {np.sum(np.diff(costs) > 0):3}"
              f"  mean of 100 {costs.reshape(4, 100).mean(axis=1).round(3)}")
