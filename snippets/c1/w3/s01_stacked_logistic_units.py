"""Two layers made of one logistic unit (course 1, section 3.1)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def unit(w, b, x):
    """Return the score z and the output a of one logistic unit.

    w: (n, 1) weights   x: (n, 1) inputs   b: scalar bias
    """
    z = (w.T @ x + b).item()
    return z, sigmoid(z)


def hidden_layer(units, x):
    """Return the outputs of units that all get the same x: (n_1, 1).

    units: list of n_1 pairs (w, b)   x: (n_x, 1) features
    """
    return np.array([[unit(w, b, x)[1]] for w, b in units])


def network(units, output, x):
    """Return the hidden outputs a1: (n_1, 1), the score z2 and a2.

    units: as in hidden_layer   output: the pair (w, b) of the last unit
    """
    a1 = hidden_layer(units, x)
    z2, a2 = unit(*output, a1)  # logistic regression, on a1 instead of x
    return a1, z2, a2


if __name__ == "__main__":
    x = np.array([[1.0], [2.0]])
    units = [(np.array([[1.0], [0.0]]), 0.0), (np.array([[0.0], [1.0]]), 0.0)]
    output = (np.array([[1.0], [-1.0]]), 0.0)
    a1, z2, a2 = network(units, output, x)
    print("a1", a1.ravel().round(6))
    print(f"z2 {z2:.6f}  a2 {a2:.6f}")
