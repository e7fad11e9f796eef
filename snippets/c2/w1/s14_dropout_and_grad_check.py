"""Gradient checking with dropout (course 2, section 1.14)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def forward(parameters, X, D, keep_prob):
    """Return A1 after dropout: (n_1, m) and Z2: (1, m).  D: mask (n_1, m)"""
    A1 = np.tanh(parameters["W1"] @ X + parameters["b1"]) * D / keep_prob
    return A1, parameters["W2"] @ A1 + parameters["b2"]


def cost(Z, Y):
    """Return J, the mean loss, from the output scores.  Z, Y: (1, m)"""
    return np.mean(np.logaddexp(0.0, Z) - Y * Z)


def backward(parameters, X, Y, D, keep_prob):
    """Return dW1, db1, dW2, db2 under the mask D."""
    m, (A1, Z2) = X.shape[1], forward(parameters, X, D, keep_prob)
    dZ2 = sigmoid(Z2) - Y
    slope = 1.0 - np.tanh(parameters["W1"] @ X + parameters["b1"])**2
    dZ1 = parameters["W2"].T @ dZ2 * D / keep_prob * slope
    return {"dW1": dZ1 @ X.T / m, "dW2": dZ2 @ A1.T / m,
            "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
            "db2": np.sum(dZ2, axis=1, keepdims=True) / m}


def numeric_gradients(J, parameters, epsilon=1e-7):
    """Return dW1, db1, ... from two-sided quotients."""
    found = {}
    for name, value in parameters.items():
        d = found["d" + name] = np.empty(value.shape)
        for i in np.ndindex(value.shape):
            nudge = np.zeros(value.shape)
            nudge[i] = epsilon
            d[i] = J(parameters | {name: value + nudge})
            d[i] -= J(parameters | {name: value - nudge})
    return {name: d / (2 * epsilon) for name, d in found.items()}


def ratio(approx, gradients):
    """Return the check ratio over all blocks, taken in the same order."""
    a, d = (np.concatenate([g[name].ravel() for name in approx])
            for g in (approx, gradients))
    return np.linalg.norm(a - d) / (np.linalg.norm(a) + np.linalg.norm(d))


def check(parameters, X, Y, keep_prob, draw):
    """Return the ratio; draw() gives the mask of each evaluation."""
    approx = numeric_gradients(
        lambda p: cost(forward(p, X, draw(), keep_prob)[1], Y), parameters)
    return ratio(approx, backward(parameters, X, Y, draw(), keep_prob))


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X, Y = rng.standard_normal((3, 6)), np.array([[1, 0, 1, 1, 0, 0]])
    shapes = {"W1": (4, 3), "b1": (4, 1), "W2": (1, 4), "b2": (1, 1)}
    parameters = {k: rng.standard_normal(s) for k, s in shapes.items()}
    D = rng.random((4, 6)) < 0.5
    for name, keep_prob, draw in (
            ("redrawn", 0.5, lambda: rng.random((4, 6)) < 0.5),
            ("frozen", 0.5, lambda: D), ("off", 1.0, lambda: np.ones((4, 6)))):
        r = check(parameters, X, Y, keep_prob, draw)
        print(f"{name:8}", f"{r:.2f}" if r > 1e-7 else "below 1e-7")
