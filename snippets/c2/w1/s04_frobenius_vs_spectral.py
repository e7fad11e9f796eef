"""Frobenius norm and 2-norm of a matrix (course 2, section 1.4)."""

import numpy as np


def frobenius_squared(W):
    """Return the sum of the squares of all entries.  W: (n, n_prev)"""
    return np.sum(W**2)


def spectral_squared(W):
    """Return the square of the largest singular value.  W: (n, n_prev)"""
    return np.linalg.svd(W, compute_uv=False)[0]**2


if __name__ == "__main__":
    examples = {"diag(3, 4)": np.diag([3.0, 4.0]),
                "ones (2, 3)": np.ones((2, 3)),
                "one column": np.array([[3.0], [4.0]])}
    for name, W in examples.items():
        print(f"{name:11}  F-norm^2 {frobenius_squared(W):4.1f}"
              f"  2-norm^2 {spectral_squared(W):4.1f}")
