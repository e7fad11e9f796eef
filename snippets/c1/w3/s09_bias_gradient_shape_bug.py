"""The bias gradient with and without its axis (course 1, section 3.9)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def forward(parameters, X):
    """Return the tanh activations A1: (n_1, m) and the scores Z2: (1, m)."""
    A1 = np.tanh(parameters["W1"] @ X + parameters["b1"])
    return A1, parameters["W2"] @ A1 + parameters["b2"]


def cost(Z, Y):
    """Return J, the mean loss, from the output scores.  Z, Y: (1, m)"""
    return np.mean(np.logaddexp(0.0, Z) - Y * Z)


def hidden_errors(parameters, X, Y):
    """Return dZ1: (n_1, m).  X: (n_x, m) features   Y: (1, m) labels"""
    A1, Z2 = forward(parameters, X)
    return parameters["W2"].T @ (sigmoid(Z2) - Y) * (1.0 - A1**2)


def bias_gradient(dZ):
    """Return db: (n, 1), one mean a unit.  dZ: (n, m)"""
    return np.sum(dZ, axis=1, keepdims=True) / dZ.shape[1]


def without_axis(dZ):
    """Return one number for all units: the wrong line, on purpose."""
    return np.sum(dZ) / dZ.shape[1]


def numeric_bias_gradient(parameters, X, Y, nudge=1e-5):
    """Return db1: (n_1, 1) from two costs a unit, up and down a nudge."""
    db1 = np.zeros_like(parameters["b1"])
    for j in range(db1.shape[0]):
        costs = []
        for shift in (nudge, -nudge):
            b1 = parameters["b1"].copy()
            b1[j] += shift
            costs.append(cost(forward(parameters | {"b1": b1}, X)[1], Y))
        db1[j] = (costs[0] - costs[1]) / (2.0 * nudge)
    return db1


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X, Y = rng.standard_normal((2, 5)), np.array([[1, 0, 1, 1, 0]])
    parameters = {"W1": rng.standard_normal((3, 2)), "b1": np.zeros((3, 1)),
                  "W2": rng.standard_normal((1, 3)), "b2": np.zeros((1, 1))}
    dZ1 = hidden_errors(parameters, X, Y)
    print("numeric     ", numeric_bias_gradient(parameters, X, Y).T.round(4))
    print("axis=1      ", bias_gradient(dZ1).T.round(4))
    print("without axis", without_axis(dZ1).round(4))
    flat = np.sum(dZ1, axis=1) / X.shape[1]
    print("without keepdims: b1 becomes", (parameters["b1"] - flat).shape)
