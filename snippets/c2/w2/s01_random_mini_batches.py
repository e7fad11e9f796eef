"""Shuffle the examples and cut them (course 2, section 2.1)."""

import numpy as np


def minibatches(X, Y, size, rng):
    """Yield (X_t, Y_t), columns shuffled together, the last one smaller.

    X: (n_x, m)   Y: (1, m)   size: columns of a mini-batch
    """
    order = rng.permutation(X.shape[1])  # one order for both X and Y
    for start in range(0, len(order), size):
        chosen = order[start:start + size]
        yield X[:, chosen], Y[:, chosen]


def count(m, size):
    """Return the number of mini-batches of m examples, rounded up."""
    return -(-m // size)


if __name__ == "__main__":
    X = np.arange(1.0, 11.0).reshape(1, 10)
    Y = X % 2  # label 1 where x is odd
    rng = np.random.default_rng(0)
    for epoch in (1, 2):
        for t, (X_t, Y_t) in enumerate(minibatches(X, Y, 4, rng), start=1):
            print(f"epoch {epoch}  t {t}  X", X_t[0], " Y", Y_t[0])
    print("m = 5,000,000, size 1000:", count(5_000_000, 1000))
