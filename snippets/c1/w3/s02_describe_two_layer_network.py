"""Shapes and number of the parameters of a network (course 1, section 3.2)."""

import numpy as np


def initialize(sizes, rng, scale=0.01):
    """Return parameters W1, b1, W2, b2, ...: small random W, zero b.

    sizes: [n_x, n_1, ..., n_L]   rng: random generator
    W of a layer: (units, units of the layer before)   b: (units, 1)
    """
    parameters = {}
    for layer, (n_prev, n) in enumerate(zip(sizes, sizes[1:]), start=1):
        parameters[f"W{layer}"] = scale * rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


def count(n_x, n_1, n_2):
    """Return the number of parameters of a network with two layers."""
    return n_1 * n_x + n_1 + n_2 * n_1 + n_2


if __name__ == "__main__":
    parameters = initialize([3, 4, 1], np.random.default_rng(0))
    for name, values in parameters.items():
        print(name, values.shape, values.size)
    total = sum(values.size for values in parameters.values())
    print("parameters", total, "by formula", count(3, 4, 1))
