"""Dropout on a linear model is an adaptive L2 (course 2, section 1.7)."""

import itertools

import numpy as np


def all_masks(n, keep_prob):
    """Return the 2^n masks: (n, 2^n), and their probabilities: (1, 2^n)."""
    masks = np.array(list(itertools.product([0.0, 1.0], repeat=n))).T
    kept = masks.sum(axis=0, keepdims=True)
    return masks, keep_prob**kept * (1.0 - keep_prob)**(n - kept)


def expected_error(w, X, Y, keep_prob):
    """Return the exact mean of the squared error over all masks.

    w: (n, 1)   X: (n, m)   Y: (1, m)
    """
    masks, chance = all_masks(len(X), keep_prob)
    scores = (w * masks / keep_prob).T @ X  # one mask a row: (2^n, m)
    return np.sum(chance @ (scores - Y)**2)


def error_with_penalty(w, X, Y, keep_prob):
    """Return the squared error plus the adaptive L2 penalty."""
    energy = np.sum(X**2, axis=1, keepdims=True)
    penalty = (1.0 - keep_prob) / keep_prob * np.sum(w**2 * energy)
    return np.sum((w.T @ X - Y)**2) + penalty


def best_weights(X, Y, keep_prob):
    """Return w: (n, 1), the minimum of error_with_penalty."""
    energy = np.diag(np.sum(X**2, axis=1))
    rho = (1.0 - keep_prob) / keep_prob
    return np.linalg.solve(X @ X.T + rho * energy, X @ Y.T)


def make_data(m, rng):
    """Return Y: (1, m) and X: (4, m), Y itself and three noisy copies."""
    Y = rng.standard_normal((1, m))
    return np.vstack([Y, Y + 0.3 * rng.standard_normal((3, m))]), Y


if __name__ == "__main__":
    X, Y = make_data(100, np.random.default_rng(0))
    for keep_prob in (1.0, 0.7, 0.5):
        w = best_weights(X, Y, keep_prob)
        print(f"keep_prob {keep_prob}  w {(w.ravel().round(3) + 0.0).tolist()}"
              f"  |w|^2 {np.sum(w**2):.3f}")
        print(f"  mean over 16 masks {expected_error(w, X, Y, keep_prob):.6f}"
              f"  with penalty {error_with_penalty(w, X, Y, keep_prob):.6f}")
