"""Train logistic regression by gradient descent (course 1, section 2.14)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


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


def update(w, b, dw, db, alpha):
    """Return w and b after one step; AssertionError if dw is not like w."""
    assert dw.shape == w.shape, f"dw {dw.shape}, w {w.shape}"
    return w - alpha * dw, b - alpha * db


def train(X, Y, alpha, steps):
    """Return w, b and the cost before each step, starting from zeros."""
    w, b, costs = np.zeros((X.shape[0], 1)), 0.0, []
    for _ in range(steps):  # has to stay: a step needs the one before
        J, dw, db = cost_and_gradient(w, b, X, Y)
        w, b = update(w, b, dw, db, alpha)
        costs.append(J)
    return w, b, costs


def predict(w, b, X):
    """Return (1, m) classes: 1 where A is at least 0.5, that is Z >= 0."""
    _, A = forward(w, b, X)
    return (A >= 0.5).astype(int)


def make_examples(m, seed):
    """Return X: (2, m) and Y: (1, m), two clouds of points that overlap."""
    rng = np.random.default_rng(seed)
    Y = (rng.random((1, m)) < 0.4).astype(int)
    X = rng.standard_normal((2, m)) + np.array([[1.0], [-1.5]]) * Y
    return X, Y


if __name__ == "__main__":
    X, Y = make_examples(m=200, seed=0)
    w, b, costs = train(X, Y, alpha=0.5, steps=1001)
    for step in (0, 1, 10, 100, 1000):
        print(f"step {step:4}  J {costs[step]:.4f}")
    print(f"w {w.ravel().round(4)}  b {b:.4f}")
    right, zeros = np.mean(predict(w, b, X) == Y), np.mean(Y == 0)
    print(f"right {right:.1%}; always answering 0: {zeros:.1%}")
