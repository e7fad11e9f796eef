"""Four schedules of the learning rate (course 2, section 2.9)."""

import numpy as np


def inverse_time(epoch, alpha0=0.2, decay_rate=1.0):
    """Return alpha0 / (1 + decay_rate * epoch).  epoch: 0 or more"""
    return alpha0 / (1.0 + decay_rate * epoch)


def exponential(epoch, alpha0=0.2, base=0.95):
    """Return alpha0 times base for every epoch.  base: 0 to 1"""
    return alpha0 * base**epoch


def square_root(epoch, alpha0=0.2, k=1.0):
    """Return k * alpha0 / sqrt(epoch).

    epoch: 1 or more; raises ValueError below, where the root is no divisor
    """
    if np.min(epoch) < 1:
        raise ValueError("square_root counts epochs from 1")
    return k * alpha0 / np.sqrt(epoch)


def staircase(epoch, alpha0=0.2, gamma=0.5, s=10):
    """Return alpha0 times gamma for every s whole epochs."""
    return alpha0 * gamma ** (epoch // s)


if __name__ == "__main__":
    epochs = np.array([1, 2, 3, 4, 10, 40])
    print("epoch       ", "  ".join(f"{epoch:6}" for epoch in epochs))
    for schedule in (inverse_time, exponential, square_root, staircase):
        alphas = "  ".join(f"{alpha:.4f}" for alpha in schedule(epochs))
        print(f"{schedule.__name__:12}", alphas)
    print(f"inverse_time, epoch 0: {inverse_time(0)}")
