"""Split the squared error of polynomial fits (course 2, section 1.2)."""

import numpy as np

NOISE = 0.3  # standard deviation of the noise in the labels


def f(x):
    """Return the true curve."""
    return np.sin(np.pi * x)


def fits(x, degree, sets, rng):
    """Fit one polynomial to each of many training sets with the same x.

    x: (m,)   Returns the fitted values at x: (sets, m).
    """
    Y = f(x) + NOISE * rng.standard_normal((sets, x.size))
    A = np.vander(x, degree + 1)
    coefficients = np.linalg.lstsq(A, Y.T, rcond=None)[0]
    return (A @ coefficients).T


def split_error(F_hat, target):
    """Return squared error, bias squared and variance, averaged over x.

    F_hat: (sets, m) fitted values   target: (m,) true values
    """
    error = np.mean((F_hat - target) ** 2)
    bias2 = np.mean((F_hat.mean(axis=0) - target) ** 2)
    return error, bias2, np.mean(F_hat.var(axis=0))


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    x = np.linspace(-1.0, 1.0, 25)
    print("degree  bias^2  variance  sum     on fresh labels")
    for degree in (1, 3, 10):
        F_hat = fits(x, degree, 2000, rng)
        error, bias2, variance = split_error(F_hat, f(x))
        Y_new = f(x) + NOISE * rng.standard_normal(F_hat.shape)
        fresh = np.mean((F_hat - Y_new) ** 2)
        print(f"{degree:6}  {bias2:.4f}  {variance:.4f}    "
              f"{error:.4f}  {fresh:.4f}")
