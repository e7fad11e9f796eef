"""Products underflow, sums of logs do not (course 1, section 2.18)."""

import numpy as np


def probabilities(m, seed=0):
    """Return m probabilities between 0.1 and 0.9, shape (m,)."""
    return np.random.default_rng(seed).uniform(0.1, 0.9, m)


def product(p):
    """Return p_1 p_2 ... p_m as float64; p: (m,)."""
    return np.prod(p)


def log_of_product(p):
    """Return the sum of the logs of p, shape (m,)."""
    return np.sum(np.log(p))


def first_zero(p):
    """Return after how many factors the running product is 0; else None."""
    zeros = np.flatnonzero(np.cumprod(p) == 0.0)
    return int(zeros[0]) + 1 if zeros.size else None


if __name__ == "__main__":
    p = probabilities(3000)
    print("product of 100:", f"{product(p[:100]):.3e}")
    print("product of 3000:", product(p))
    print("zero after", first_zero(p), "factors")
    print(f"log of product: {log_of_product(p):.4f}")
    print(f"cost J: {-log_of_product(p) / p.size:.4f}")
