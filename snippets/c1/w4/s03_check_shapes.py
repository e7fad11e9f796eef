"""Check the shapes of the arrays of one step (course 1, section 4.3)."""

import numpy as np


def expected_shape(name, sizes, m):
    """Return the shape of an array from its name, such as W3, dZ1 or A0.

    name: W, b, Z or A with its layer; d in front for a derivative
    sizes: [n_x, n_1, ..., n_L]   m: number of examples
    """
    plain = name.removeprefix("d")  # a derivative is shaped like its variable
    kind, layer = plain[0], int(plain[1:])
    columns = {"W": sizes[layer - 1], "b": 1, "Z": m, "A": m}[kind]
    return sizes[layer], columns


def check_shapes(arrays, sizes, m):
    """Raise AssertionError at the first array with a wrong shape.

    arrays: {name: array}   sizes, m: as in expected_shape
    """
    for name, array in arrays.items():
        shape = expected_shape(name, sizes, m)
        assert array.shape == shape, (
            f"layer {name.lstrip('dWbZA')}: {name} is {array.shape}, "
            f"should be {shape}")


def random_step(sizes, m, rng):
    """Return the arrays of one step by name: A0, W1, ..., dW1, dA0.

    ReLU in every layer; random numbers stand for the data and for dA of
    the last layer.
    """
    arrays, L = {"A0": rng.standard_normal((sizes[0], m))}, len(sizes) - 1
    for layer in range(1, L + 1):
        W = rng.standard_normal((sizes[layer], sizes[layer - 1]))
        b = np.zeros((sizes[layer], 1))
        Z = W @ arrays[f"A{layer - 1}"] + b
        arrays |= {f"W{layer}": W, f"b{layer}": b, f"Z{layer}": Z,
                   f"A{layer}": np.maximum(0.0, Z)}
    arrays[f"dA{L}"] = rng.standard_normal((sizes[L], m))
    for layer in range(L, 0, -1):  # the formulas are those of section 4.6
        dZ = arrays[f"dA{layer}"] * (arrays[f"Z{layer}"] > 0.0)
        arrays |= {f"dZ{layer}": dZ,
                   f"dW{layer}": dZ @ arrays[f"A{layer - 1}"].T / m,
                   f"db{layer}": np.sum(dZ, axis=1, keepdims=True) / m,
                   f"dA{layer - 1}": arrays[f"W{layer}"].T @ dZ}
    return arrays


if __name__ == "__main__":
    sizes, m = [2, 3, 5, 4, 2, 1], 10
    arrays = random_step(sizes, m, np.random.default_rng(0))
    check_shapes(arrays, sizes, m)
    for layer in range(1, len(sizes)):
        print(*(f"{name}{layer} {arrays[f'{name}{layer}'].shape}"
                for name in ("W", "b", "Z", "dW")))
    for name, wrong in (("W3", arrays["W3"].T), ("b2", np.zeros(5))):
        try:
            check_shapes(arrays | {name: wrong}, sizes, m)
        except AssertionError as error:
            print(error)
