"""A hundred gradient-descent steps with loops (course 1, section 2.10)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def score(w, b, x):
    """Return z = w^T x + b of one example.  w: (n_x, 1)  x: (n_x,)"""
    z = 0.0
    for w_j, x_j in zip(w.ravel(), x, strict=True):
        z += w_j * x_j
    return z + b


def cost_and_gradient(w, b, X, Y):
    """Return J, dw: (n_x, 1) and db.  X: (n_x, m)  Y: (1, m)"""
    n_x, m = X.shape
    J, dw, db = 0.0, np.zeros((n_x, 1)), 0.0
    for i in range(m):
        x, y = X[:, i], Y[0, i]
        z = score(w, b, x)
        a = sigmoid(z)
        J += np.logaddexp(0.0, z) - y * z
        dz = a - y
        for j in range(n_x):
            dw[j, 0] += x[j] * dz
        db += dz
    return J / m, dw / m, db / m


def update(w, b, dw, db, alpha):
    """Return w and b after one step of length alpha times the slope."""
    return w - alpha * dw, b - alpha * db


def train(X, Y, alpha, steps):
    """Return w, b and the cost before each step, starting from zeros."""
    w, b, costs = np.zeros((X.shape[0], 1)), 0.0, []
    for _ in range(steps):
        J, dw, db = cost_and_gradient(w, b, X, Y)
        w, b = update(w, b, dw, db, alpha)
        costs.append(J)
    return w, b, costs


def make_examples(m, seed):
    """Return X: (2, m) and labels Y: (1, m) from a noisy straight line."""
    rng = np.random.default_rng(seed)
    X = rng.standard_normal((2, m))
    Y = X[:1] - 2 * X[1:] + rng.standard_normal((1, m)) > 0
    return X, Y.astype(int)


if __name__ == "__main__":
    X, Y = make_examples(m=20, seed=1)
    w, b, costs = train(X, Y, alpha=0.1, steps=100)
    for step in (0, 1, 10, 99):
        print(f"step {step:2}  J {costs[step]:.4f}")
    print(f"w {w.ravel().round(3)}  b {b:.3f}")
