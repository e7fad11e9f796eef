"""Three batch sizes on one least-squares problem (course 2, section 2.2)."""

import numpy as np


def minibatches(X, Y, size, rng):
    """Yield (X_t, Y_t), columns shuffled together, the last one smaller.

    X: (n_x, m)   Y: (1, m)   size: columns of a mini-batch
    """
    order = rng.permutation(X.shape[1])  # one order for both X and Y
    for start in range(0, len(order), size):
        chosen = order[start:start + size]
        yield X[:, chosen], Y[:, chosen]


def epochs(X, Y, size, rng):
    """Yield mini-batches without end, in a new order for each epoch."""
    while True:
        yield from minibatches(X, Y, size, rng)


def cost(w, X, Y):
    """Return J, half the mean squared error.  w: (n_x, 1)"""
    return np.mean((w.T @ X - Y)**2) / 2.0


def descend(X, Y, size, alphas, rng):
    """Return the path of w, (steps + 1, n_x), and J{t} before each step.

    alphas: (steps,) learning rates
    """
    w, path, costs = np.zeros((X.shape[0], 1)), [], []
    for alpha, (X_t, Y_t) in zip(alphas, epochs(X, Y, size, rng)):
        path.append(w)
        costs.append(cost(w, X_t, Y_t))
        w = w - alpha * X_t @ (w.T @ X_t - Y_t).T / X_t.shape[1]
    return np.hstack([*path, w]).T, np.array(costs)


def make_examples(m, rng):
    """Return X: (2, m) and Y: (1, m), a plane with noise of deviation 1."""
    X = np.array([[1.0], [0.7]]) * rng.standard_normal((2, m))
    return X, np.array([[2.0, -3.0]]) @ X + rng.standard_normal((1, m))


if __name__ == "__main__":
    X, Y = make_examples(512, np.random.default_rng(0))
    best = np.linalg.solve(X @ X.T, X @ Y.T)  # where the gradient is zero
    constant = np.full(2000, 0.1)
    runs = [(size, "constant", constant) for size in (512, 32, 1)]
    runs.append((1, "lowered", constant / (1 + np.arange(2000) / 100)))
    for size, name, alphas in runs:
        path, _ = descend(X, Y, size, alphas, np.random.default_rng(1))
        J = np.array([cost(w[:, None], X, Y) for w in path[:101]])
        away = np.linalg.norm(path[-200:] - best.T, axis=1).mean()
        print(f"B {size:3}, alpha {name:8}: J rose in "
              f"{np.sum(np.diff(J) > 0):2} of 100 steps, "
              f"at the end {away:.2f} away")
