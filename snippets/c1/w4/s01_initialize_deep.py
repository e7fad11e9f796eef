"""Starting values for a network of any depth (course 1, section 4.1)."""

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


if __name__ == "__main__":
    parameters = initialize([3, 5, 5, 3, 1], np.random.default_rng(0))
    for layer in range(1, len(parameters) // 2 + 1):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        print(f"layer {layer}: W {W.shape}, b {b.shape}, {W.size + b.size}")
    print("parameters", sum(value.size for value in parameters.values()))
    again = initialize([3, 5, 5, 3, 1], np.random.default_rng(0))
    print("same seed, same W4:", np.array_equal(again["W4"], parameters["W4"]))
