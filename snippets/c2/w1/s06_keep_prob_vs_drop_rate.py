"""keep_prob of the course, rate of the libraries (course 2, section 1.6)."""

import numpy as np


def inverted_dropout(A, keep_prob, rng):
    """Return A after dropout that KEEPS a unit with keep_prob.  A: (n, m)"""
    return A * (rng.random(A.shape) < keep_prob) / keep_prob


def library_dropout(A, rate, rng, training=True):
    """Return A after dropout that DROPS a unit with rate.  A: (n, m)

    rate: in [0, 1)   training: False at test time, which returns A itself
    """
    if not training:
        return A
    return inverted_dropout(A, 1.0 - rate, rng)


if __name__ == "__main__":
    A, rng = np.ones((50, 1000)), np.random.default_rng(0)
    results = {"keep_prob = 0.8": inverted_dropout(A, 0.8, rng),
               "rate = 0.2": library_dropout(A, 0.2, rng),
               "rate = 0.8, wrong": library_dropout(A, 0.8, rng),
               "test time": library_dropout(A, 0.2, rng, training=False)}
    for name, value in results.items():
        print(f"{name:17}  values {np.unique(value.round(4)).tolist()}"
              f"  zeros {np.mean(value == 0):.0%}")
