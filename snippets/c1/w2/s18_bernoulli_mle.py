"""Which constant prediction fits given labels? (course 1, section 2.18)."""

import numpy as np


def log_likelihood(p, Y):
    """Return log p(labels) if every example is predicted p.

    p: (k,) candidates in (0, 1)   Y: (1, m) labels, 0 or 1
    """
    ones, m = np.sum(Y), np.size(Y)
    return ones * np.log(p) + (m - ones) * np.log(1 - p)


def cost(p, Y):
    """Return J(p), the mean cross-entropy loss of the constant p."""
    return -log_likelihood(p, Y) / np.size(Y)


def best_on_grid(Y, steps=1000):
    """Return the grid point 1/steps, 2/steps, ... with the lowest cost."""
    grid = np.arange(1, steps) / steps
    return grid[np.argmin(cost(grid, Y))]


if __name__ == "__main__":
    Y = np.array([[1, 0, 1, 1]])
    print("share of ones", Y.mean())
    print("best constant", best_on_grid(Y))
    for p in (0.5, 0.75, 0.9):
        log_p = log_likelihood(p, Y)
        print(f"p {p:.2f}  likelihood {np.exp(log_p):.4f}  "
              f"log {log_p:.4f}  J {cost(p, Y):.4f}")
