"""A bias before batch norm does nothing (course 2, section 3.5)."""

import numpy as np


def batch_norm_forward(Z, gamma, beta, eps=1e-5):
    """Return Z_tilde: (n, m) and the cache (Z_norm, gamma, scale)."""
    mu = np.mean(Z, axis=1, keepdims=True)
    variance = np.mean((Z - mu)**2, axis=1, keepdims=True)
    scale = np.sqrt(variance + eps)
    Z_norm = (Z - mu) / scale
    return gamma * Z_norm + beta, (Z_norm, gamma, scale)


def batch_norm_backward(dZ_tilde, cache):
    """Return dZ: (n, m), dgamma: (n, 1), dbeta: (n, 1)."""
    Z_norm, gamma, scale = cache
    m = dZ_tilde.shape[1]
    dgamma = np.sum(dZ_tilde * Z_norm, axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    dZ = gamma / (m * scale) * (m * dZ_tilde - dbeta - Z_norm * dgamma)
    return dZ, dgamma, dbeta


def scores_and_gradients(p, X, Y):
    """Return Z2: (1, m), db1 and dbeta1 of a net that kept b1 by mistake.

    X: (n_x, m)   Y: (1, m)
    """
    m, Z1 = X.shape[1], p["W1"] @ X + p["b1"]
    Z1_tilde, bn = batch_norm_forward(Z1, p["gamma1"], p["beta1"])
    A1 = np.tanh(Z1_tilde)
    Z2 = p["W2"] @ A1 + p["b2"]
    dZ2 = np.exp(-np.logaddexp(0.0, -Z2)) - Y  # A2 - Y
    dZ1_tilde = p["W2"].T @ dZ2 * (1.0 - A1**2)
    dZ1, _, dbeta1 = batch_norm_backward(dZ1_tilde, bn)
    return Z2, np.sum(dZ1, axis=1, keepdims=True) / m, dbeta1 / m


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X, Y = rng.standard_normal((2, 64)), np.ones((1, 64))
    p = {"W1": rng.standard_normal((3, 2)), "b1": np.zeros((3, 1)),
         "gamma1": np.ones((3, 1)), "beta1": np.zeros((3, 1)),
         "W2": rng.standard_normal((1, 3)), "b2": np.zeros((1, 1))}
    Z2, db1, dbeta1 = scores_and_gradients(p, X, Y)
    print("dbeta1", dbeta1.ravel().round(4))
    print("db1 below 1e-12:", bool(np.all(np.abs(db1) < 1e-12)))
    moved, _, _ = scores_and_gradients(p | {"b1": p["b1"] + 100.0}, X, Y)
    print("b1 + 100 moves Z2 by less than 1e-12:",
          bool(np.all(np.abs(moved - Z2) < 1e-12)))
    moved, _, _ = scores_and_gradients(p | {"beta1": p["beta1"] + 1.0}, X, Y)
    print(f"beta1 + 1 moves Z2 by up to {np.max(np.abs(moved - Z2)):.2f}")
