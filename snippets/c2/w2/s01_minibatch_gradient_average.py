"""Mini-batch gradients average to the full one (course 2, section 2.1)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def minibatches(X, Y, size, rng):
    """Yield (X_t, Y_t), columns shuffled together, the last one smaller.

    X: (n_x, m)   Y: (1, m)   size: columns of a mini-batch
    """
    order = rng.permutation(X.shape[1])  # one order for both X and Y
    for start in range(0, len(order), size):
        chosen = order[start:start + size]
        yield X[:, chosen], Y[:, chosen]


def gradient(w, b, X, Y):
    """Return dw above db as one column: (n_x + 1, 1)."""
    dZ = sigmoid(w.T @ X + b) - Y
    return np.vstack([X @ dZ.T, dZ.sum(keepdims=True)]) / X.shape[1]


def gradients_and_shares(w, b, X, Y, size, rng):
    """Return the gradients of all mini-batches and their shares B_t / m.

    gradients: (n_x + 1, T), one mini-batch per column   shares: (T, 1)
    """
    found = [(gradient(w, b, X_t, Y_t), Y_t.shape[1] / Y.shape[1])
             for X_t, Y_t in minibatches(X, Y, size, rng)]
    gradients, shares = zip(*found)
    return np.hstack(gradients), np.array(shares).reshape(-1, 1)


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.standard_normal((2, 1000))
    Y = (X[:1] + rng.standard_normal((1, 1000)) > 0).astype(float)
    w, b = np.zeros((2, 1)), 0.0
    gradients, shares = gradients_and_shares(w, b, X, Y, 64, rng)
    print("mini-batches", len(shares), " last share", shares[-1])
    print("dw1 of three", gradients[0, :3].round(3))
    for name, found in (("full", gradient(w, b, X, Y)),
                        ("weighted", gradients @ shares),
                        ("unweighted", gradients.mean(axis=1))):
        print(f"{name:10}", found.ravel().round(5))
