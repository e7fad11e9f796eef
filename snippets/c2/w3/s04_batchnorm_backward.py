"""Gradients through batch normalization (course 2, section 3.4)."""

import numpy as np


def batch_norm_forward(Z, gamma, beta, eps=1e-5):
    """Return Z_tilde: (n, m) and the cache (Z_norm, gamma, scale).

    Z: (n, m), one column per example   gamma, beta: (n, 1)
    """
    mu = np.mean(Z, axis=1, keepdims=True)
    variance = np.mean((Z - mu)**2, axis=1, keepdims=True)
    scale = np.sqrt(variance + eps)
    Z_norm = (Z - mu) / scale
    return gamma * Z_norm + beta, (Z_norm, gamma, scale)


def batch_norm_backward(dZ_tilde, cache):
    """Return dZ: (n, m), dgamma: (n, 1), dbeta: (n, 1).

    dZ_tilde: (n, m)   cache: (Z_norm, gamma, scale) of the forward pass
    """
    Z_norm, gamma, scale = cache
    m = dZ_tilde.shape[1]
    dgamma = np.sum(dZ_tilde * Z_norm, axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    dZ = gamma / (m * scale) * (m * dZ_tilde - dbeta - Z_norm * dgamma)
    return dZ, dgamma, dbeta


if __name__ == "__main__":
    Z, one = np.array([[2.0, 4.0, 6.0, 8.0]]), np.ones((1, 1))
    _, cache = batch_norm_forward(Z, one, 0.0 * one, eps=0.0)
    dZ_tilde = np.array([[1.0, 0.0, 0.0, 0.0]])
    dZ, dgamma, dbeta = batch_norm_backward(dZ_tilde, cache)
    print(f"dgamma {dgamma.item():.4f}  dbeta {dbeta.item():.4f}")
    print("dZ             ", dZ.round(4).ravel())
    print("sum of dZ is 0:", bool(abs(dZ.sum()) < 1e-12))
    print("mu, sigma fixed", (dZ_tilde / cache[2]).round(4).ravel())
