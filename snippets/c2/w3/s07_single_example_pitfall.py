"""One example through batch norm in both modes (course 2, section 3.7)."""

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


def batch_norm_test(Z, gamma, beta, mu_run, sigma2_run, eps=1e-5):
    """Return Z_tilde: (n, m) by running statistics.  The others: (n, 1)"""
    return gamma * (Z - mu_run) / np.sqrt(sigma2_run + eps) + beta


if __name__ == "__main__":
    gamma, beta, mu_run, sigma2_run = np.array([2.0, 1.0, 3.0, 4.0])
    for z in (3.0, 5.0, 103.0):
        Z = np.array([[z]])
        trained, _ = batch_norm_forward(Z, gamma, beta)
        tested = batch_norm_test(Z, gamma, beta, mu_run, sigma2_run)
        print(f"z {z:5}  train mode {trained.item():.3f}"
              f"  test mode {tested.item():.3f}")
    for others in ([1.0, 3.0], [5.0, 11.0]):
        Z = np.array([[5.0, *others]])
        trained, _ = batch_norm_forward(Z, gamma, beta)
        tested = batch_norm_test(Z, gamma, beta, mu_run, sigma2_run)
        print(f"z   5.0 with {others}: train mode {trained[0, 0]:.3f}"
              f"  test mode {tested[0, 0]:.3f}")
