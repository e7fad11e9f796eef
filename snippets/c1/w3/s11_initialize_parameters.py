"""Small random weights, zero biases (course 1, section 3.11)."""

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
    parameters = initialize([2, 2, 1], np.random.default_rng(0))
    for name, value in parameters.items():
        print(name, value.shape, value.round(4).tolist())
    again = initialize([2, 2, 1], np.random.default_rng(0))
    print("same seed, same W1:", np.array_equal(again["W1"], parameters["W1"]))
    wide = initialize([200, 200, 1], np.random.default_rng(0))
    print(f"standard deviation of 40000 weights {wide['W1'].std():.4f}")
