"""How far noisy steps wander around the minimum (course 2, section 2.9)."""

import numpy as np


def noisy_step(w, alpha, rng, lam=1.0, sigma=1.0):
    """Return w after one step on J = lam w^2 / 2 with a noisy gradient."""
    noise = rng.standard_normal(np.shape(w))
    return w - alpha * (lam * w + sigma * noise)


def descend(w, alphas, rng, lam=1.0, sigma=1.0):
    """Return w after one step for each alpha.  w: any shape, one run each"""
    for alpha in alphas:
        w = noisy_step(w, alpha, rng, lam, sigma)
    return w


def settled_variance(alpha, lam=1.0, sigma=1.0):
    """Return the variance that a constant alpha settles at.

    Raises ValueError unless 0 < alpha * lam < 2: then nothing settles.
    """
    if not 0.0 < alpha * lam < 2.0:
        raise ValueError("alpha * lam must lie between 0 and 2")
    return alpha * sigma**2 / (lam * (2.0 - alpha * lam))


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    start, t = np.full(50_000, 3.0), np.arange(1, 201)  # 50,000 runs
    for alpha in (0.2, 0.1, 0.05):
        w = descend(start, np.full(200, alpha), rng)
        print(f"alpha {alpha:<9} variance {w.var():.4f}  "
              f"formula {settled_variance(alpha):.4f}")
    for name, alphas in (("1/t", 1 / t), ("1/sqrt(t)", 1 / np.sqrt(t))):
        w = descend(start, alphas, rng)
        print(f"alpha {name:9} variance {w.var():.4f}")
