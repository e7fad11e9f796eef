"""Gradients of a batch are means over examples (course 1, section 3.10)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def forward(parameters, X):
    """Return Z1, A1: (n_1, m) and Z2, A2: (1, m).  X: (n_x, m)"""
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    return Z1, A1, Z2, sigmoid(Z2)


def backward(parameters, cache, X, Y):
    """Return dW1, db1, dW2, db2.  X: (n_x, m)  Y: (1, m)"""
    m, (_, A1, _, A2) = X.shape[1], cache
    dZ2 = A2 - Y
    dZ1 = parameters["W2"].T @ dZ2 * (1.0 - A1**2)
    return {"dW1": dZ1 @ X.T / m, "dW2": dZ2 @ A1.T / m,
            "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
            "db2": np.sum(dZ2, axis=1, keepdims=True) / m}


def backward_one(parameters, x, y):
    """Return the same derivatives of one loss.  x: (n_x, 1)  y: 0 or 1"""
    _, a1, _, a2 = forward(parameters, x)
    dz2 = a2 - y
    dz1 = parameters["W2"].T @ dz2 * (1.0 - a1**2)
    return {"dW1": dz1 @ x.T, "dW2": dz2 @ a1.T, "db1": dz1, "db2": dz2}


def mean_over_examples(parameters, X, Y):
    """Return the mean of backward_one over the columns of X: (n_x, m)."""
    single = [backward_one(parameters, X[:, [i]], Y[0, i])
              for i in range(X.shape[1])]
    return {name: sum(one[name] for one in single) / len(single)
            for name in single[0]}


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X, Y = rng.standard_normal((3, 5)), rng.integers(2, size=(1, 5))
    parameters = {"W1": rng.standard_normal((4, 3)), "b1": np.zeros((4, 1)),
                  "W2": rng.standard_normal((1, 4)), "b2": np.zeros((1, 1))}
    means = mean_over_examples(parameters, X, Y)
    batch = backward(parameters, forward(parameters, X), X, Y)
    for name, value in batch.items():
        print(name, value.shape, np.allclose(value, means[name], atol=1e-12))
