"""Standardize data by their training statistics (course 2, section 1.9)."""

import numpy as np


def fit(X):
    """Return the mean and the standard deviation of each feature.

    X: (n_x, m) training set   mu, sigma: (n_x, 1)
    A constant feature gets sigma = 1, so that it becomes 0.
    """
    mu = X.mean(axis=1, keepdims=True)
    sigma = np.sqrt(np.mean((X - mu)**2, axis=1, keepdims=True))
    is_constant = np.ptp(X, axis=1, keepdims=True) == 0.0
    return mu, np.where(is_constant, 1.0, sigma)


def apply(X, mu, sigma):
    """Return (X - mu) / sigma.  X: (n_x, any number of columns)"""
    return (X - mu) / sigma


if __name__ == "__main__":
    X_train = np.array([[1.0, 3.0, 5.0, 7.0], [0.1, 0.3, 0.2, 0.4]])
    X_test = np.array([[9.0, 5.0], [0.2, 0.5]])
    mu, sigma = fit(X_train)
    print("mu   ", mu.ravel().round(4), " sigma", sigma.ravel().round(4))
    for name, X in (("train", X_train), ("test", X_test)):
        X_hat = apply(X, mu, sigma)
        print(name, X_hat.round(3).tolist())
        print("  mean", X_hat.mean(axis=1).round(3) + 0.0,
              " variance", X_hat.var(axis=1).round(3))
