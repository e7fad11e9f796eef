"""Two-layer forward pass for all examples (course 1, section 3.4)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def forward(parameters, X):
    """Return Z1, A1: (n_1, m) and Z2, A2: (1, m), one example per column.

    parameters: W1 (n_1, n_x), b1 (n_1, 1), W2 (1, n_1), b2 (1, 1)
    X: (n_x, m) features
    """
    Z1 = parameters["W1"] @ X + parameters["b1"]  # b1 goes to every column
    A1 = sigmoid(Z1)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    A2 = sigmoid(Z2)
    return Z1, A1, Z2, A2


if __name__ == "__main__":
    parameters = {"W1": np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]),
                  "b1": np.array([[0.0], [0.0], [-1.0]]),
                  "W2": np.array([[1.0, -1.0, 2.0]]), "b2": np.zeros((1, 1))}
    X = np.array([[2.0, 0.0, -1.0, 1.0], [-1.0, 0.0, 3.0, 0.0]])
    for name, values in zip(("Z1", "A1", "Z2", "A2"), forward(parameters, X)):
        print(name, values.shape)
        print(values.round(4))
