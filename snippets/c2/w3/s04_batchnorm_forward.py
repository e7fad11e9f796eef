"""Batch normalization of one layer in training (course 2, section 3.4)."""

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


if __name__ == "__main__":
    Z = np.array([[2.0, 4.0, 6.0, 8.0], [30.0, 10.0, 10.0, 30.0]])
    settings = {"gamma 1, beta 0": (np.ones((2, 1)), np.zeros((2, 1))),
                "gamma 2, beta 1": (np.full((2, 1), 2.0), np.ones((2, 1))),
                "identity": (np.array([[5.0], [100.0]])**0.5,
                             np.array([[5.0], [20.0]]))}
    for name, (gamma, beta) in settings.items():
        Z_tilde, _ = batch_norm_forward(Z, gamma, beta, eps=0.0)
        print(f"{name:15}  {Z_tilde.round(4).tolist()}")
