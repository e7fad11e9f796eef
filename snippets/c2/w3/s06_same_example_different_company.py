"""One example in many mini-batches (course 2, section 3.6)."""

import numpy as np


def batch_norm_forward(Z, gamma, beta, eps=1e-5):
    """Return Z_tilde: (n, m) and the cache (Z_norm, gamma, scale)."""
    mu = np.mean(Z, axis=1, keepdims=True)
    variance = np.mean((Z - mu)**2, axis=1, keepdims=True)
    scale = np.sqrt(variance + eps)
    Z_norm = (Z - mu) / scale
    return gamma * Z_norm + beta, (Z_norm, gamma, scale)


def in_company(z, size, batches, rng):
    """Return z_tilde of one example in random mini-batches: (batches,)

    z: score of the example; those of the others are standard normal
    """
    one, found = np.ones((1, 1)), []
    for _ in range(batches):
        others = rng.standard_normal((1, size - 1))
        Z = np.concatenate([np.full((1, 1), z), others], axis=1)
        found.append(batch_norm_forward(Z, one, 0.0 * one)[0][0, 0])
    return np.array(found)


if __name__ == "__main__":
    rng, spread = np.random.default_rng(0), {}
    for B in (16, 64, 256):
        found = in_company(1.5, B, 100, rng)
        spread[B] = np.std(found)
        print(f"B {B:3}  z_tilde from {found.min():.2f} to {found.max():.2f}"
              f"  spread {spread[B]:.3f}")
    print(f"16 against 256: {spread[16] / spread[256]:.2f}")
