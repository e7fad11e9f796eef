"""Learning rates with and without batch norm (course 2, section 3.6)."""

import numpy as np

SIZES = [2] + 8 * [16] + [1]  # eight hidden layers of ReLU


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


def initialize(rng):
    """Return (W, gamma, beta) of each layer: He, 1, 0."""
    return [(rng.standard_normal((n, k)) * np.sqrt(2.0 / k),
             np.ones((n, 1)), np.zeros((n, 1)))
            for k, n in zip(SIZES, SIZES[1:])]


def step(layers, X, Y, alpha, normalized):
    """Return J and the layers after a step; where not normalized, Z + beta."""
    A, caches, m = X, [], X.shape[1]
    for W, gamma, beta in layers:
        bn = normalized and len(caches) < len(layers) - 1
        Z, cache = (batch_norm_forward(W @ A, gamma, beta) if bn
                    else (W @ A + beta, None))
        caches.append((A, Z, cache))
        A = np.maximum(0.0, Z)
    J, after = np.mean(np.logaddexp(0.0, Z) - Y * Z), []
    dZ = np.exp(-np.logaddexp(0.0, -Z)) - Y  # A - Y
    for (W, gamma, beta), (A, Z, cache) in zip(layers[::-1], caches[::-1]):
        dZ = dZ * (Z > 0.0) if after else dZ  # the output has no ReLU
        dZ, dgamma, dbeta = (batch_norm_backward(dZ, cache) if cache
                             else (dZ, 0.0, dZ.sum(axis=1, keepdims=True)))
        after.insert(0, (W - alpha * dZ @ A.T / m, gamma - alpha * dgamma / m,
                         beta - alpha * dbeta / m))
        dZ = W.T @ dZ
    return J, after


def steps_needed(alpha, normalized, seed):
    """Return the steps until J first is below 0.2, or None after 300."""
    rng = np.random.default_rng(seed)
    layers, X = initialize(rng), rng.uniform(-1.0, 1.0, (2, 256))
    for number in range(300):
        J, layers = step(layers, X, X[:1] * X[1:] > 0, alpha, normalized)
        if not 0.2 <= J < 1e3:  # there, or diverged
            return number if J < 0.2 else None


if __name__ == "__main__":
    for alpha in (0.03, 0.1, 3.0):
        plain, normalized = ([steps_needed(alpha, bn, k) for k in (0, 1, 2)]
                             for bn in (False, True))
        print(f"alpha {alpha:4}  plain {plain}  batch norm {normalized}")
