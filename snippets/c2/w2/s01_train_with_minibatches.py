"""Logistic regression with mini-batches (course 2, section 2.1)."""

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


def forward(w, b, X):
    """Return the scores Z and the predictions A, both (1, m)."""
    Z = w.T @ X + b
    return Z, sigmoid(Z)


def cost_and_gradient(w, b, X, Y):
    """Return J, dw: (n_x, 1) and db.  X: (n_x, m)  Y: (1, m)"""
    m = X.shape[1]
    Z, A = forward(w, b, X)
    J = np.sum(np.logaddexp(0.0, Z) - Y * Z) / m
    dZ = A - Y
    return J, X @ dZ.T / m, np.sum(dZ) / m


def train(X, Y, size, alpha, epochs, rng):
    """Return w, b, the number of updates and J after each epoch."""
    w, b, updates, costs = np.zeros((X.shape[0], 1)), 0.0, 0, []
    for _ in range(epochs):
        for X_t, Y_t in minibatches(X, Y, size, rng):
            _, dw, db = cost_and_gradient(w, b, X_t, Y_t)
            w, b, updates = w - alpha * dw, b - alpha * db, updates + 1
        costs.append(cost_and_gradient(w, b, X, Y)[0])
    return w, b, updates, costs


def make_examples(m, seed):
    """Return X: (2, m) and Y: (1, m), two clouds of points that overlap."""
    rng = np.random.default_rng(seed)
    Y = (rng.random((1, m)) < 0.4).astype(int)
    X = rng.standard_normal((2, m)) + np.array([[1.0], [-1.5]]) * Y
    return X, Y


if __name__ == "__main__":
    X, Y = make_examples(m=4096, seed=0)
    for size in (4096, 512, 64):
        _, _, updates, costs = train(X, Y, size, alpha=0.1, epochs=5,
                                     rng=np.random.default_rng(1))
        print(f"size {size:4}  updates {updates:3}  J",
              *(f"{J:.3f}" for J in costs))
