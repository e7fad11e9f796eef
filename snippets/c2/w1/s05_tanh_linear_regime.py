"""How nearly linear tanh is for small weights (course 2, section 1.5)."""

import numpy as np


def relative_distance(z):
    """Return |tanh(z) - z| / |z|, both as lengths.  z: any shape, not 0"""
    return np.linalg.norm(np.tanh(z) - z) / np.linalg.norm(z)


if __name__ == "__main__":
    for z in (0.1, 0.5, 1.0, 2.0):
        print(f"z {z}  {relative_distance(np.array([z])):.2%}")
    rng = np.random.default_rng(0)
    W, x = rng.standard_normal((50, 20)), rng.standard_normal((20, 1))
    z = W @ x / np.sqrt(20)
    for s in (1.0, 0.1, 0.01, 0.001):
        print(f"s {s:5}  {relative_distance(s * z):.2e}")
