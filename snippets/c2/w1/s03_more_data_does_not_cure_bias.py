"""More data closes the gap and leaves the floor (course 2, section 1.3)."""

import numpy as np
from numpy.polynomial import Polynomial

X_DEV = (np.arange(500) + 0.5) / 250 - 1.0  # evenly over [-1, 1]


def errors(m, degree, noise, rng):
    """Return training error and expected dev error of one fit to y = x^2.

    m: examples, x uniform on [-1, 1]   noise: its standard deviation
    """
    x = rng.uniform(-1.0, 1.0, m)
    y = x**2 + noise * rng.standard_normal(m)
    model = Polynomial.fit(x, y, degree)
    dev = np.mean((model(X_DEV) - X_DEV**2) ** 2) + noise**2
    return np.mean((model(x) - y) ** 2), dev


def median_errors(m, degree, noise=0.0, seed=0):
    """Return the medians of both errors over many training sets."""
    rng = np.random.default_rng(seed)
    runs = 40_000 // m  # the smaller m, the more they scatter
    pairs = [errors(m, degree, noise, rng) for _ in range(runs)]
    return np.median(pairs, axis=0)


if __name__ == "__main__":
    for degree, noise, floor, sizes in ((1, 0.0, 4 / 45, (10, 100, 10_000)),
                                        (8, 0.2, 0.04, (30, 100, 10_000))):
        print(f"degree {degree}, noise {noise}, floor {floor:.4f}")
        for m in sizes:
            train, dev = median_errors(m, degree, noise)
            print(f"  m {m:5}  train {train:.4f}  dev {dev:.4f}")
