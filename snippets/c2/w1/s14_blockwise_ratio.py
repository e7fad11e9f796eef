"""Check ratio of each block of parameters (course 2, section 1.14)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def forward(parameters, X):
    """Return A1: (n_1, m) and Z2: (1, m).  X: (n_x, m)"""
    A1 = np.tanh(parameters["W1"] @ X + parameters["b1"])
    return A1, parameters["W2"] @ A1 + parameters["b2"]


def cost(Z, Y):
    """Return J, the mean loss, from the output scores.  Z, Y: (1, m)"""
    return np.mean(np.logaddexp(0.0, Z) - Y * Z)


def cost_l2(parameters, X, Y, lambd):
    """Return J with the L2 penalty on W1 and W2."""
    squares = sum(np.sum(parameters[name]**2) for name in ("W1", "W2"))
    return cost(forward(parameters, X)[1], Y) + lambd / (2 * Y.size) * squares


def backward(parameters, cache, X, Y):
    """Return dW1, db1, dW2, db2.  X: (n_x, m)  Y: (1, m)"""
    m, (A1, Z2) = X.shape[1], cache
    dZ2 = sigmoid(Z2) - Y
    dZ1 = parameters["W2"].T @ dZ2 * (1.0 - A1**2)
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


def blockwise(approx, gradients):
    """Return the check ratio of each block by name; 0 if both are 0."""
    norm, tiny = np.linalg.norm, np.finfo(float).tiny
    return {name: norm(value - gradients[name])
            / max(norm(value) + norm(gradients[name]), tiny)
            for name, value in approx.items()}


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X, Y = rng.standard_normal((3, 6)), np.array([[1, 0, 1, 1, 0, 0]])
    shapes = {"W1": (4, 3), "b1": (4, 1), "W2": (1, 4), "b2": (1, 1)}
    p = {name: rng.standard_normal(shape) for name, shape in shapes.items()}
    g = backward(p, forward(p, X), X, Y)
    for name, wrong, lambd in (("right", {}, 0.0), ("no penalty", {}, 0.6),
                               ("db1 not / m", {"db1": 6 * g["db1"]}, 0.0)):
        approx = numeric_gradients(lambda q: cost_l2(q, X, Y, lambd), p)
        found = blockwise(approx, g | wrong)
        print(f"{name:11}", *[f"{block} {'ok' if r < 1e-7 else f'{r:.2f}'}"
                              for block, r in found.items()], sep="  ")
