"""Random learning rates, uniform on a log axis (course 2, section 3.2)."""

import numpy as np


def sample_log_uniform(low, high, n, rng):
    """Return n values between low and high, uniform in their logarithm.

    low, high: positive, low < high
    """
    r = rng.uniform(np.log10(low), np.log10(high), n)
    return 10**r


def log_share(u, v, low, high):
    """Return the chance of a value between u and v."""
    return np.log10(v / u) / np.log10(high / low)


def shares(values, edges):
    """Return the share of the values between neighboring edges."""
    return np.histogram(values, edges)[0] / values.size


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    edges = [1e-4, 1e-3, 1e-2, 1e-1, 1.0]
    by_log = shares(sample_log_uniform(1e-4, 1.0, 100_000, rng), edges)
    by_value = shares(rng.uniform(1e-4, 1.0, 100_000), edges)
    print("alpha from to     log axis  plain axis")
    for u, v, a, b in zip(edges[:-1], edges[1:], by_log, by_value):
        print(f"{u:<8g} {v:<8g} {a:8.1%}  {b:8.1%}")
    print(f"share of 0.02 to 0.05: {log_share(0.02, 0.05, 1e-4, 1.0):.4f}")
