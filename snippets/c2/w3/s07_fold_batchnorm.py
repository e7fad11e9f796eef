"""Fold batch norm into the layer before it (course 2, section 3.7)."""

import numpy as np


def batch_norm_test(Z, gamma, beta, mu_run, sigma2_run, eps=1e-5):
    """Return Z_tilde: (n, m) by running statistics.  The others: (n, 1)"""
    return gamma * (Z - mu_run) / np.sqrt(sigma2_run + eps) + beta


def fold(W, gamma, beta, mu_run, sigma2_run, eps=1e-5):
    """Return W_folded: (n, n_prev) and b_folded: (n, 1).

    W: (n, n_prev) of a layer without b   the others: (n, 1)
    """
    factor = gamma / np.sqrt(sigma2_run + eps)  # one number for each row
    return factor * W, beta - factor * mu_run


if __name__ == "__main__":
    W, b = fold(np.array([[1.5]]), 2.0, 1.0, 3.0, 4.0, eps=0.0)
    print(f"w' {W.item()}  b' {b}")
    rng = np.random.default_rng(0)
    W, A = rng.standard_normal((4, 3)), rng.standard_normal((3, 5))
    gamma, beta, mu_run = rng.standard_normal((3, 4, 1))
    sigma2_run = rng.uniform(0.5, 2.0, (4, 1))
    two_steps = batch_norm_test(W @ A, gamma, beta, mu_run, sigma2_run)
    W_folded, b_folded = fold(W, gamma, beta, mu_run, sigma2_run)
    gap = np.max(np.abs(W_folded @ A + b_folded - two_steps))
    print("largest difference below 1e-12:", bool(gap < 1e-12))
    print("parameters:", W.size + 4 * 4, "->", W_folded.size + b_folded.size)
