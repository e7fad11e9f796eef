"""Backward pass for one example, step by step (course 1, section 3.10)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def forward(parameters, x):
    """Return z1, a1: (n_1, 1) and z2, a2: (n_2, 1) of one example.

    parameters: W1 (n_1, n_x), b1 (n_1, 1), W2 (n_2, n_1), b2 (n_2, 1)
    x: (n_x, 1) features
    """
    z1 = parameters["W1"] @ x + parameters["b1"]
    a1 = np.tanh(z1)
    z2 = parameters["W2"] @ a1 + parameters["b2"]
    return z1, a1, z2, sigmoid(z2)


def backward(parameters, cache, x, y):
    """Return every derivative of the loss, in the order of its making.

    cache: what forward returned   y: (n_2, 1) labels, 0 or 1
    """
    _, a1, _, a2 = cache
    dz2 = a2 - y
    da1 = parameters["W2"].T @ dz2  # entry j adds up w_kj dz_k over k
    dz1 = da1 * (1.0 - a1**2)  # entry by entry; the slope of tanh
    return {"dz2": dz2, "dW2": dz2 @ a1.T, "db2": dz2, "da1": da1,
            "dz1": dz1, "dW1": dz1 @ x.T, "db1": dz1}


if __name__ == "__main__":
    parameters = {"W1": np.array([[np.log(2.0), 0.0], [2.0, -1.0]]),
                  "b1": np.zeros((2, 1)),
                  "W2": np.array([[2.0, -1.0]]), "b2": np.array([[-1.2]])}
    x, y = np.array([[1.0], [2.0]]), np.array([[0.0]])
    cache = forward(parameters, x)
    for name, value in backward(parameters, cache, x, y).items():
        print(name, value.shape, value.round(4).tolist())
