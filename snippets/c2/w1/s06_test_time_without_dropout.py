"""Prediction without masks and the mean over masks (course 2, section 1.6)."""

import itertools

import numpy as np


def score(w, b, a):
    """Return z of one unit for each column of a.  w: (n, 1)  a: (n, k)"""
    return w.T @ a + b


def all_masks(n, keep_prob):
    """Return the 2^n masks: (n, 2^n), and their probabilities: (1, 2^n)."""
    masks = np.array(list(itertools.product([0.0, 1.0], repeat=n))).T
    kept = masks.sum(axis=0, keepdims=True)
    return masks, keep_prob**kept * (1.0 - keep_prob)**(n - kept)


def mean_over_masks(w, b, a, keep_prob, g):
    """Return the exact mean of g(z) under inverted dropout.  a: (n, 1)"""
    masks, chance = all_masks(len(a), keep_prob)
    return np.sum(chance * g(score(w, b, a * masks / keep_prob)))


def identity(z):
    """Return z."""
    return z


if __name__ == "__main__":
    w, b, a = np.array([[0.5], [0.5]]), 0.0, np.array([[1.0], [2.0]])
    for keep_prob in (0.5, 0.8, 1.0):
        for g in (identity, np.tanh):
            mean = mean_over_masks(w, b, a, keep_prob, g)
            print(f"keep_prob {keep_prob}  {g.__name__:8}  mean {mean:.4f}"
                  f"  no dropout {g(score(w, b, a)).item():.4f}")
