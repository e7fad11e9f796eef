"""One epoch in many small steps or a few large (course 2, section 2.2)."""

import time

import numpy as np


def minibatches(X, Y, size, rng):
    """Yield (X_t, Y_t), columns shuffled together, the last one smaller.

    X: (n_x, m)   Y: (1, m)   size: columns of a mini-batch
    """
    order = rng.permutation(X.shape[1])  # one order for both X and Y
    for start in range(0, len(order), size):
        chosen = order[start:start + size]
        yield X[:, chosen], Y[:, chosen]


def epoch(w, X, Y, size, alpha, rng):
    """Return w after one epoch of least squares, and the updates made."""
    updates = 0
    for X_t, Y_t in minibatches(X, Y, size, rng):
        w = w - alpha * X_t @ (w.T @ X_t - Y_t).T / X_t.shape[1]
        updates += 1
    return w, updates


def seconds(X, Y, size, repeats=3):
    """Return the time of one epoch, the shortest of a few."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        epoch(np.zeros((len(X), 1)), X, Y, size, 0.01,
              np.random.default_rng(0))
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.standard_normal((20, 5000))
    Y = rng.standard_normal((1, 20)) @ X
    for size in (1, 64, 256, 5000):
        _, updates = epoch(np.zeros((20, 1)), X, Y, size, 0.01, rng)
        print(f"B {size:4}  updates an epoch {updates:4}")
    print("an epoch with B = 1 takes over 3 times as long as with B = 256:",
          seconds(X, Y, 1) > 3 * seconds(X, Y, 256))
