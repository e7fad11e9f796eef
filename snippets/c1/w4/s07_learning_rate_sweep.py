"""Cost curves for several learning rates (course 1, section 4.7)."""

import numpy as np


def descend(alpha, steps, curvature=2.0):
    """Return w before and after each step on J = curvature w^2 / 2."""
    path = [1.0]
    for _ in range(steps):
        path.append(path[-1] - alpha * curvature * path[-1])
    return path


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


def train(X, Y, alpha, steps):
    """Return w, b and the cost before each step, starting from zeros."""
    w, b, costs = np.zeros((X.shape[0], 1)), 0.0, []
    for _ in range(steps):
        J, dw, db = cost_and_gradient(w, b, X, Y)
        w, b = w - alpha * dw, b - alpha * db
        costs.append(J)
    return w, b, costs


def largest_curvature(w, b, X):
    """Return the curvature of J at w, b, where it curves most."""
    A, inputs = forward(w, b, X)[1], np.vstack([X, np.ones((1, X.shape[1]))])
    second = inputs * (A * (1.0 - A)) @ inputs.T / X.shape[1]
    return np.linalg.eigvalsh(second)[-1]


def make_examples(m, seed):
    """Return X: (2, m) and Y: (1, m), two clouds of points that overlap."""
    rng = np.random.default_rng(seed)
    Y = (rng.random((1, m)) < 0.4).astype(int)
    X = rng.standard_normal((2, m)) + np.array([[1.0], [-1.5]]) * Y
    return X, Y


if __name__ == "__main__":
    for alpha in (0.1, 0.9, 1.1):
        print(f"parabola {alpha}", [round(w, 4) for w in descend(alpha, 4)])
    X, Y = make_examples(m=200, seed=0)
    w, b, _ = train(X, Y, alpha=1.0, steps=1000)
    print(f"limit on the data {2.0 / largest_curvature(w, b, X):.2f}")
    for alpha in (0.03, 3.0, 8.0, 30.0):
        costs = train(X, Y, alpha, steps=61)[2]
        shown = " ".join(f"{costs[k]:.3f}" for k in (0, 1, 2, 3, 10, 59, 60))
        print(f"alpha {alpha:<4}  J {shown}")
