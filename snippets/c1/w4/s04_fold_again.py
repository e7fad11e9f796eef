"""Zigzags from two ReLU units a layer (course 1, section 4.4).

Construction after Telgarsky (2016).
"""

import numpy as np


def relu(z):
    """Return max(0, z), entry by entry."""
    return np.maximum(0.0, z)


def fold(x):
    """Return 2x up to 1/2, then 2 - 2x: two ReLU units.  x: in [0, 1]"""
    return 2.0 * relu(x) - 4.0 * relu(x - 0.5)


def zigzag(x, layers):
    """Fold the interval [0, 1] once in each layer.  x: in [0, 1]"""
    for _ in range(layers):
        x = fold(x)
    return x


def pieces(y):
    """Return the number of straight pieces through points (x, y).

    y: (points,) values at equal steps of x, with a point at every corner
    """
    return 1 + np.count_nonzero(np.diff(y, n=2))


if __name__ == "__main__":
    print("hidden layers  units  pieces  units in one hidden layer")
    for layers in (1, 2, 3, 6, 10):
        x = np.arange(2 ** (layers + 1) + 1) / 2 ** (layers + 1)
        count = pieces(zigzag(x, layers))
        print(f"{layers:13} {2 * layers:6} {count:7}  {count - 1:4} or more")
