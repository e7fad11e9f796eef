"""XOR with two ReLU units, and without any (course 1, section 3.7)."""

import numpy as np


def relu(z):
    """Return max(0, z), entry by entry."""
    return np.maximum(0.0, z)


def forward(parameters, X):
    """Return the output of a ReLU layer and a linear layer: (1, m).

    parameters: W1 (2, 2), b1 (2, 1), W2 (1, 2), b2 (1, 1)   X: (2, m)
    """
    A1 = relu(parameters["W1"] @ X + parameters["b1"])
    return parameters["W2"] @ A1 + parameters["b2"]


def best_linear(X, Y):
    """Return w: (n_x, 1) and b of the least-squares fit of w^T X + b.

    X: (n_x, m) features   Y: (1, m) targets
    """
    inputs = np.vstack([X, np.ones((1, X.shape[1]))]).T  # b as a weight of 1
    solution = np.linalg.lstsq(inputs, Y.T, rcond=None)[0]
    return solution[:-1], solution[-1].item()


if __name__ == "__main__":
    X = np.array([[0, 0, 1, 1], [0, 1, 0, 1]])
    Y = np.array([[0, 1, 1, 0]])
    parameters = {"W1": np.ones((2, 2)), "b1": np.array([[0.0], [-1.0]]),
                  "W2": np.array([[1.0, -2.0]]), "b2": np.zeros((1, 1))}
    print("XOR     ", Y.ravel())
    print("two ReLU", forward(parameters, X).ravel())
    w, b = best_linear(X, Y)
    print("linear  ", (w.T @ X + b).ravel().round(4))
