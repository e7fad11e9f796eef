"""Variance of a mini-batch mean, by enumeration (course 2, section 2.2)."""

import itertools

import numpy as np


def without_replacement(values, size):
    """Return the variance of the mean over all subsets of `size` values."""
    subsets = itertools.combinations(values, size)
    return np.var([np.mean(subset) for subset in subsets])


def with_replacement(values, size):
    """Return the same where a value may be drawn again."""
    draws = itertools.product(values, repeat=size)
    return np.var([np.mean(draw) for draw in draws])


def predicted(values, size):
    """Return sigma^2 / B with replacement, and the formula without."""
    m, variance = len(values), np.var(values) / size
    return variance, variance * (m - size) / (m - 1)


if __name__ == "__main__":
    values = (3, 1, 4, 1, 5, 9)  # gradients of six examples
    print(f"mean {np.mean(values):.5f}  sigma^2 {np.var(values):.5f}")
    for size in range(1, 7):
        again, once = predicted(values, size)
        print(f"B {size}  with {with_replacement(values, size):.5f}"
              f" = {again:.5f}  without "
              f"{without_replacement(values, size):.5f} = {once:.5f}")
