"""Random curvatures that are all positive (course 2, section 2.10)."""

import numpy as np


def random_symmetric(n, samples, rng):
    """Return (samples, n, n) matrices, the mean of G and its transpose."""
    G = rng.standard_normal((samples, n, n))
    return (G + G.transpose(0, 2, 1)) / 2.0


def share_of_minima(H):
    """Return the share of matrices with positive eigenvalues only."""
    return np.mean(np.linalg.eigvalsh(H)[:, 0] > 0.0)  # smallest first


def share_of_coins(n, samples, rng):
    """Return the share of samples in which n fair coins all show heads."""
    return np.mean((rng.random((samples, n)) < 0.5).all(axis=1))


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    print("n  coins   2^-n    matrices")
    for n in (1, 2, 3, 4):
        coins = share_of_coins(n, 200_000, rng)
        matrices = share_of_minima(random_symmetric(n, 200_000, rng))
        print(f"{n}  {coins:.4f}  {0.5**n:.4f}  {matrices:.4f}")
    print(f"n = 20000: 2^-n is 10^{-20_000 * np.log10(2.0):.1f}")
