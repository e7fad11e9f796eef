"""Equal rows stay equal, random rows part (course 2, section 1.11)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def make_quadrants(m, rng):
    """Return X: (2, m) and Y: (1, m), label 1 where x1 x2 > 0."""
    X = rng.uniform(-1.0, 1.0, (2, m))
    return X, (X[:1] * X[1:] > 0).astype(float)


def step(parameters, X, Y, alpha=0.5):
    """Return the parameters after one step; hidden units are tanh."""
    W1, b1, W2, b2 = parameters
    A1 = np.tanh(W1 @ X + b1)
    dZ2 = sigmoid(W2 @ A1 + b2) - Y
    dZ1 = W2.T @ dZ2 * (1.0 - A1**2)
    gradients = (dZ1 @ X.T, dZ1.sum(axis=1, keepdims=True),
                 dZ2 @ A1.T, dZ2.sum(axis=1, keepdims=True))
    return [value - alpha * gradient / Y.size
            for value, gradient in zip(parameters, gradients)]


def rows_apart(W1, W2, X, Y, steps):
    """Return how far the two rows of W1 are apart after some steps."""
    parameters = [W1, np.zeros((2, 1)), W2, np.zeros((1, 1))]
    for _ in range(steps):
        parameters = step(parameters, X, Y)
    return np.abs(parameters[0][0] - parameters[0][1]).max()


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X, Y = make_quadrants(200, rng)
    W1 = np.sqrt(1 / 2) * rng.standard_normal((2, 2))
    W2 = np.sqrt(1 / 2) * rng.standard_normal((1, 2))
    equal = np.repeat(W1[:1], 2, axis=0), np.repeat(W2[:, :1], 2, axis=1)
    for name, start in (("equal", equal), ("random", (W1, W2))):
        apart = [rows_apart(*start, X, Y, steps) for steps in (0, 100)]
        print(f"{name:6} rows apart {apart[0]:.4f}, after 100 {apart[1]:.4f}")
