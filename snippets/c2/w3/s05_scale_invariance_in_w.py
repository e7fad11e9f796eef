"""Batch norm and weights ten times as large (course 2, section 3.5)."""

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


def layer(W, A_prev, dZ_tilde, eps=1e-12):
    """Return Z_tilde: (n, m) and dW: (n, n_prev) of a layer with batch norm.

    A_prev: (n_prev, m)   dZ_tilde: (n, m) errors of the layers after
    """
    n, m = dZ_tilde.shape
    Z_tilde, cache = batch_norm_forward(
        W @ A_prev, np.ones((n, 1)), np.zeros((n, 1)), eps)
    dZ, _, _ = batch_norm_backward(dZ_tilde, cache)
    return Z_tilde, dZ @ A_prev.T / m


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    W, A_prev = rng.standard_normal((2, 3)), rng.standard_normal((3, 64))
    dZ_tilde = rng.standard_normal((2, 64))
    Z_tilde, dW = layer(W, A_prev, dZ_tilde)
    Z_tilde_10, dW_10 = layer(10.0 * W, A_prev, dZ_tilde)
    print("same Z_tilde:", np.allclose(Z_tilde_10, Z_tilde, rtol=0, atol=1e-6))
    print("dW     ", dW.round(4).tolist())
    print("dW, 10W", dW_10.round(5).tolist())
    along = np.sum(W * dW, axis=1)
    print("rows of dW orthogonal to those of W:", np.allclose(along, 0.0))
    longer = np.linalg.norm(W - dW, axis=1) / np.linalg.norm(W, axis=1)
    print("length of a row after one step, over before:", longer.round(4))
