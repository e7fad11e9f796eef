"""Cut the examples into train, dev and test (course 2, section 1.1)."""

import math

import numpy as np


def split_indices(m, parts, rng):
    """Return one array of shuffled indices for each part.

    parts: fractions that sum to 1, or counts that sum to m
    rng: random generator   Raises ValueError on other sums.
    """
    scale = m if math.isclose(sum(parts), 1.0) else 1
    ends = np.rint(np.cumsum(parts) * scale).astype(int)
    if min(parts) < 0 or ends[-1] != m:
        raise ValueError("the parts must be >= 0 and sum to 1 or to m")
    return np.split(rng.permutation(m), ends[:-1])


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    parts = split_indices(1_000_000, (0.98, 0.01, 0.01), rng)
    print("train, dev, test:", [part.size for part in parts])
    X = np.arange(20).reshape(2, 10)  # (n_x, m)
    Y = X[0:1] * 10  # (1, m), so that a pair is easy to recognize
    for name, part in zip(("train", "dev", "test"),
                          split_indices(10, (6, 2, 2), rng)):
        print(f"{name:5} x1 {X[0, part]}  y {Y[0, part]}")
