"""A bug that hides at small weights (course 2, section 1.14)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def forward(parameters, X):
    """Return A1: (n_1, m) and Z2: (1, m).  X: (n_x, m)"""
    A1 = np.tanh(parameters["W1"] @ X + parameters["b1"])
    return A1, parameters["W2"] @ A1 + parameters["b2"]


def cost(Z, Y):
    """Return J, the mean loss, from the output scores.  Z, Y: (1, m)"""
    return np.mean(np.logaddexp(0.0, Z) - Y * Z)


def right(A):
    """Return the slope of tanh from its activations."""
    return 1.0 - A**2


def backward(parameters, X, Y, slope=right):
    """Return dW1, db1, dW2, db2.  slope: of the hidden activation"""
    m, (A1, Z2) = X.shape[1], forward(parameters, X)
    dZ2 = sigmoid(Z2) - Y
    dZ1 = parameters["W2"].T @ dZ2 * slope(A1)
    return {"dW1": dZ1 @ X.T / m, "dW2": dZ2 @ A1.T / m,
            "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
            "db2": np.sum(dZ2, axis=1, keepdims=True) / m}


def numeric_gradients(J, parameters, epsilon=1e-7):
    """Return dW1, db1, ... from two-sided quotients."""
    found = {}
    for name, value in parameters.items():
        d = found["d" + name] = np.empty(value.shape)
        for i in np.ndindex(value.shape):
            nudge = np.zeros(value.shape)
            nudge[i] = epsilon
            d[i] = J(parameters | {name: value + nudge})
            d[i] -= J(parameters | {name: value - nudge})
    return {name: d / (2 * epsilon) for name, d in found.items()}


def ratio(approx, gradients):
    """Return the check ratio over all blocks, taken in the same order."""
    a, d = (np.concatenate([g[name].ravel() for name in approx])
            for g in (approx, gradients))
    return np.linalg.norm(a - d) / (np.linalg.norm(a) + np.linalg.norm(d))


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.uniform(-1.0, 1.0, (2, 200))
    Y = (X[:1] * X[1:] > 0).astype(float)
    p = {"W1": 1e-4 * rng.standard_normal((4, 2)), "b1": np.zeros((4, 1)),
         "W2": rng.standard_normal((1, 4)), "b2": np.zeros((1, 1))}
    for steps in (0, 500):
        for _ in range(steps):
            p = {k: v - 0.5 * backward(p, X, Y)[f"d{k}"] for k, v in p.items()}
        approx = numeric_gradients(lambda q: cost(forward(q, X)[1], Y), p)
        print(f"step {steps:3}  |a| {np.abs(forward(p, X)[0]).mean():.0e}")
        for name, slope in (("right", right), ("tanh' = 1", np.ones_like)):
            r = ratio(approx, backward(p, X, Y, slope))
            print(f"  {name:9}", "below 1e-7" if r < 1e-7 else f"{r:.2f}")
