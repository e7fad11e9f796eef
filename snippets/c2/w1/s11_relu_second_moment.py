"""ReLU halves the mean square of a normal score (course 2, section 1.11)."""

import numpy as np


def closed_form(s):
    """Return E[max(0, z)^2] for z normal with deviation s: s^2 / 2."""
    return s**2 / 2.0


def by_sum(s, points=20001):
    """Return the same as a sum over a grid of scores."""
    z, width = np.linspace(-12.0 * s, 12.0 * s, points, retstep=True)
    density = np.exp(-0.5 * (z / s)**2) / (s * np.sqrt(2.0 * np.pi))
    return np.sum(np.maximum(0.0, z)**2 * density) * width


def by_sampling(s, count, rng):
    """Return the same as a mean over random scores."""
    return np.mean(np.maximum(0.0, s * rng.standard_normal(count))**2)


if __name__ == "__main__":
    for s in (0.5, 1.0, 3.0):
        sampled = by_sampling(s, 1_000_000, np.random.default_rng(0))
        print(f"s {s}: {closed_form(s):.4f}, sum {by_sum(s):.4f}, "
              f"sampled {sampled:.3f}")
