"""Ridge regression of degree 9 along growing rho (course 2, section 1.5)."""

import numpy as np


def features(x, degree=9):
    """Return A: (m, degree + 1), the powers 0 to degree of x: (m,)."""
    return x[:, None]**np.arange(degree + 1)


def fit(A, y, rho):
    """Return w: (n,), the minimum of |A w - y|^2 + rho |w|^2, rho > 0.

    A: (m, n) one example a row, as is usual in regression   y: (m,)
    """
    return np.linalg.solve(A.T @ A + rho * np.eye(A.shape[1]), A.T @ y)


def effective_df(A, rho):
    """Return the effective degrees of freedom.  A: (m, n)"""
    d = np.linalg.svd(A, compute_uv=False)
    return np.sum(d**2 / (d**2 + rho))


def make_data(m, rng):
    """Return x: (m,) in [-1, 1] and noisy values y: (m,) of a sine."""
    x = rng.uniform(-1.0, 1.0, m)
    return x, np.sin(3.0 * x) + 0.3 * rng.standard_normal(m)


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    (x, y), (x_dev, y_dev) = make_data(15, rng), make_data(200, rng)
    A, A_dev = features(x), features(x_dev)
    print("  rho  norm    df  train   dev")
    for rho in (1e-6, 1e-4, 1e-2, 1.0, 100.0):
        w = fit(A, y, rho)
        train, dev = np.mean((A @ w - y)**2), np.mean((A_dev @ w - y_dev)**2)
        print(f"{rho:5.0e} {np.linalg.norm(w):5.2f} "
              f"{effective_df(A, rho):5.2f} {train:6.4f} {dev:6.4f}")
