"""Batch norm that keeps statistics for test time (course 2, section 3.7)."""

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


class BatchNorm:
    """Batch norm of n units: parameters, and running statistics beside them.

    correction: 0 keeps the biased variance (1/m), 1 the unbiased, 1/(m - 1)
    """

    def __init__(self, n, rho=0.9, correction=0, eps=1e-5):
        """Start with the identity and the statistics 0 and 1."""
        self.rho, self.correction, self.eps = rho, correction, eps
        self.gamma, self.beta = np.ones((n, 1)), np.zeros((n, 1))
        self.mu_run, self.sigma2_run = np.zeros((n, 1)), np.ones((n, 1))

    def train(self, Z):
        """Return Z_tilde and the cache, by the batch's own statistics.

        Z: (n, m), m at least 2; else ValueError
        """
        if Z.shape[1] < 2:
            raise ValueError("one example has no spread")
        mu = np.mean(Z, axis=1, keepdims=True)
        sigma2 = np.var(Z, axis=1, ddof=self.correction, keepdims=True)
        new = 1.0 - self.rho  # weight of this batch
        self.mu_run = self.rho * self.mu_run + new * mu
        self.sigma2_run = self.rho * self.sigma2_run + new * sigma2
        return batch_norm_forward(Z, self.gamma, self.beta, self.eps)

    def test(self, Z):
        """Return Z_tilde by the running statistics.  Z: (n, m), any m"""
        Z_norm = (Z - self.mu_run) / np.sqrt(self.sigma2_run + self.eps)
        return self.gamma * Z_norm + self.beta


if __name__ == "__main__":
    Z = np.array([[2.0, 4.0, 6.0, 8.0]])
    for correction in (0, 1):
        layer = BatchNorm(1, correction=correction)
        for t in range(1, 101):
            layer.train(Z)
            if t in (1, 2, 20, 100):
                print(f"t {t:3}  mu_run {layer.mu_run.item():.4f}  "
                      f"sigma2_run {layer.sigma2_run.item():.4f}")
        print("one example, z = 6:", layer.test(np.array([[6.0]])).round(4))
