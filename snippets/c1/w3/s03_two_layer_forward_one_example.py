"""Output of a two-layer network for one example (course 1, section 3.3)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def layer_by_unit(W, b, a_prev):
    """Return z and a of a layer, one unit after the other, both (n, 1).

    W: (n, n_prev), a row for each unit   b: (n, 1)   a_prev: (n_prev, 1)
    """
    z = np.zeros_like(b)
    for i in range(W.shape[0]):
        w_i = W[i].reshape(-1, 1)
        z[i] = (w_i.T @ a_prev + b[i]).item()
    return z, sigmoid(z)


def forward(parameters, x):
    """Return z1, a1: (n_1, 1) and z2, a2: (1, 1) of one example.

    parameters: W1 (n_1, n_x), b1 (n_1, 1), W2 (1, n_1), b2 (1, 1)
    x: (n_x, 1) features
    """
    z1 = parameters["W1"] @ x + parameters["b1"]
    a1 = sigmoid(z1)
    z2 = parameters["W2"] @ a1 + parameters["b2"]
    a2 = sigmoid(z2)
    return z1, a1, z2, a2


if __name__ == "__main__":
    parameters = {"W1": np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]),
                  "b1": np.array([[0.0], [0.0], [-1.0]]),
                  "W2": np.array([[1.0, -1.0, 2.0]]), "b2": np.zeros((1, 1))}
    for x in (np.array([[2.0], [-1.0]]), np.zeros((2, 1))):
        z1, a1, z2, a2 = forward(parameters, x)
        print("a1", a1.ravel().round(6), f" a2 {a2.item():.6f}")
        one_by_one = layer_by_unit(parameters["W1"], parameters["b1"], x)[1]
        print("unit by unit", one_by_one.ravel().round(6))
