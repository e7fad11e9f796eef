"""Test error of small and large models against m (course 1, section 1.4)."""

import numpy as np
from numpy.polynomial import Polynomial

DEGREES = (1, 3, 5, 9)  # a larger degree stands for a larger network
EDGE = 1.5


def sample(m, rng, noise=0.3):
    """Return m labeled examples x, y: y is sin(3x) with noise; both (m,)."""
    x = rng.uniform(-EDGE, EDGE, m)
    return x, np.sin(3.0 * x) + noise * rng.standard_normal(m)


def error_of(model):
    """Return the mean squared distance between a model and sin(3x)."""
    x = np.linspace(-EDGE, EDGE, 301)
    return np.mean((model(x) - np.sin(3.0 * x)) ** 2)


def median_errors(m, runs=100):
    """Return the median test error of each degree over seeded runs."""
    errors = []
    for seed in range(runs):
        x, y = sample(m, np.random.default_rng(seed))
        errors.append([error_of(Polynomial.fit(x, y, degree))
                       for degree in DEGREES])
    return np.median(errors, axis=0)


if __name__ == "__main__":
    print("degree  ", *(f"{degree:8d}" for degree in DEGREES))
    for m in (12, 30, 100, 400, 2000):
        errors = median_errors(m)
        print(f"m = {m:4d}", *(f"{error:8.4f}" for error in errors))
