"""XOR with two ReLU units, and without any (course 1, section 3.7)."""

import numpy as np


def relu(z):
    """Return max(0, z), entry by entry."""
    return np.maximum(0.0, z)


def forward(parameters, X):
    """Return Z1, A1: (2, m), the ReLU units, and the output Z2: (1, m).

    parameters: W1 (2, 2), b1 (2, 1), W2 (1, 2), b2 (1, 1)   X: (2, m)
    """
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = relu(Z1)
    return Z1, A1, parameters["W2"] @ A1 + parameters["b2"]


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
    _, A1, Z2 = forward(parameters, X)
    print("unit 1  ", A1[0])
    print("unit 2  ", A1[1])
    print("output  ", Z2.ravel())
    w, b = best_linear(X, Y)
    print("linear  ", (w.T @ X + b).ravel().round(4))
