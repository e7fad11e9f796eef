"""Train a network of one hidden layer of tanh (course 1, section 3.9)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def forward(parameters, X):
    """Return Z1, A1: (n_1, m) and Z2, A2: (1, m).  X: (n_x, m)"""
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    return Z1, A1, Z2, sigmoid(Z2)


def cost(Z, Y):
    """Return J, the mean loss, from the output scores.  Z, Y: (1, m)"""
    return np.mean(np.logaddexp(0.0, Z) - Y * Z)


def backward(parameters, cache, X, Y):
    """Return dW1, db1, dW2, db2.  X: (n_x, m)  Y: (1, m)"""
    m, (_, A1, _, A2) = X.shape[1], cache
    dZ2 = A2 - Y
    dZ1 = parameters["W2"].T @ dZ2 * (1.0 - A1**2)
    return {"dW1": dZ1 @ X.T / m, "dW2": dZ2 @ A1.T / m,
            "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
            "db2": np.sum(dZ2, axis=1, keepdims=True) / m}


def update(parameters, gradients, alpha):
    """Return new parameters after one step of gradient descent."""
    return {name: value - alpha * gradients["d" + name]
            for name, value in parameters.items()}


def train(X, Y, parameters, alpha, steps):
    """Return the parameters after some steps, and the cost before each."""
    costs = []
    for _ in range(steps):
        cache = forward(parameters, X)
        costs.append(cost(cache[2], Y))
        gradients = backward(parameters, cache, X, Y)
        parameters = update(parameters, gradients, alpha)
    return parameters, costs


def predict(parameters, X):
    """Return (1, m) classes: 1 where Z2 >= 0, that is A2 >= 0.5."""
    return (forward(parameters, X)[2] >= 0.0).astype(int)


def make_quadrants(m, rng):
    """Return X: (2, m) and Y: (1, m), label 1 where x1 x2 > 0."""
    X = rng.uniform(-1.0, 1.0, (2, m))
    return X, (X[:1] * X[1:] > 0).astype(float)


if __name__ == "__main__":
    rng = np.random.default_rng(1)
    X, Y = make_quadrants(200, rng)
    start = {"W1": 0.01 * rng.standard_normal((4, 2)), "b1": np.zeros((4, 1)),
             "W2": 0.01 * rng.standard_normal((1, 4)), "b2": np.zeros((1, 1))}
    parameters, costs = train(X, Y, start, alpha=1.0, steps=5000)
    for step in (0, 200, 500, 1000, 4999):
        print(f"step {step:4}  J {costs[step]:.4f}")
    print(f"right {np.mean(predict(parameters, X) == Y):.1%}")
