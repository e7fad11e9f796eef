"""Condition number with and without standardizing (course 2, section 1.9)."""

import numpy as np


def hessian(X):
    """Return X X^T / m, the second derivatives of least squares.

    X: (n_x, m) features   H: (n_x, n_x), of J = sum((w^T X - Y)^2) / (2m)
    """
    return X @ X.T / X.shape[1]


def curvatures(X):
    """Return the eigenvalues of H: (n_x,), the smallest first."""
    return np.linalg.eigvalsh(hessian(X))


def standardize(X):
    """Return X with mean 0 and variance 1 in each row."""
    X = X - X.mean(axis=1, keepdims=True)
    return X / np.sqrt(np.mean(X**2, axis=1, keepdims=True))


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = np.vstack([rng.uniform(1.0, 1000.0, 500), rng.uniform(0.0, 1.0, 500)])
    for name, data in (("raw", X), ("standardized", standardize(X))):
        flat, steep = curvatures(data)
        print(f"{name:12} curvatures {flat:.3f} and {steep:.3f}")
        print(f"  kappa {steep / flat:.4g}, alpha below {2 / steep:.3g}")
    print(f"r {np.corrcoef(X)[0, 1]:.4f}")
