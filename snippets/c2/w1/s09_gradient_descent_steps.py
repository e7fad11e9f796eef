"""Steps of gradient descent on two quadratics (course 2, section 1.9)."""

import math

import numpy as np


def standardize(X):
    """Return X with mean 0 and variance 1 in each row."""
    X = X - X.mean(axis=1, keepdims=True)
    return X / np.sqrt(np.mean(X**2, axis=1, keepdims=True))


def best_step(H):
    """Return 2 / (lambda_max + lambda_min), the best fixed alpha."""
    eigenvalues = np.linalg.eigvalsh(H)
    return 2.0 / (eigenvalues[-1] + eigenvalues[0])


def descend(H, distance, alpha, steps):
    """Return the lengths of w - w_best, before and after each step.

    H: (n_x, n_x) second derivatives   distance: (n_x, 1), w - w_best
    """
    lengths = [np.linalg.norm(distance)]
    for _ in range(steps):
        distance = distance - alpha * (H @ distance)  # dw = H (w - w_best)
        lengths.append(np.linalg.norm(distance))
    return np.array(lengths)


def steps_needed(H, shrink):
    """Return the steps until the length is `shrink` of the first one."""
    kappa = np.linalg.cond(H)
    return math.ceil(math.log(shrink) / math.log((kappa - 1) / (kappa + 1)))


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = np.vstack([rng.uniform(1.0, 1000.0, 500), rng.uniform(0.0, 1.0, 500)])
    for name, data in (("raw", X), ("standardized", standardize(X))):
        H, start = data @ data.T / 500, np.ones((2, 1))
        lengths = descend(H, start, best_step(H), steps=10000)
        below = np.flatnonzero(lengths <= 0.001 * lengths[0])
        print(f"{name:12} after 10000 steps {lengths[-1] / lengths[0]:.4f}")
        print(f"  to one thousandth: found {below[:1].tolist()}, "
              f"expected {steps_needed(H, 0.001)}")
