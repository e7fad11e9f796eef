"""Random weights scaled by the layer sizes (course 2, section 1.11)."""

import numpy as np

VARIANCES = {  # of each weight, from the numbers of inputs and units
    "he": lambda n_prev, n: 2.0 / n_prev,
    "lecun": lambda n_prev, n: 1.0 / n_prev,
    "glorot": lambda n_prev, n: 2.0 / (n_prev + n),
}


def initialize(sizes, rng, scheme="he"):
    """Return parameters W1, b1, W2, b2, ...: scaled random W, zero b.

    sizes: [n_x, n_1, ..., n_L]   rng: random generator
    W of a layer: (units, units of the layer before)   b: (units, 1)
    """
    parameters = {}
    for layer, (n_prev, n) in enumerate(zip(sizes, sizes[1:]), start=1):
        scale = np.sqrt(VARIANCES[scheme](n_prev, n))
        parameters[f"W{layer}"] = scale * rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters


if __name__ == "__main__":
    sizes = [1000, 200, 50]
    for scheme in VARIANCES:
        parameters = initialize(sizes, np.random.default_rng(0), scheme)
        for name in ("W1", "W2"):
            W = parameters[name]
            print(f"{scheme:6} {name} {W.shape}  variance {W.var():.5f}")
    print("biases all 0:", not parameters["b1"].any())
