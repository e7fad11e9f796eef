"""One step of gradient descent, one hidden layer (course 1, section 3.9)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


HIDDEN = {  # g(Z), and its slope g'(Z) from A = g(Z)
    "tanh": (np.tanh, lambda A: 1.0 - A**2),
    "sigmoid": (sigmoid, lambda A: A * (1.0 - A)),
    "relu": (lambda Z: np.maximum(0.0, Z), lambda A: (A > 0.0) * 1.0),
}


def forward(parameters, X, hidden="tanh"):
    """Return Z1, A1: (n_1, m) and Z2, A2: (1, m).

    parameters: W1 (n_1, n_x), b1 (n_1, 1), W2 (1, n_1), b2 (1, 1)
    X: (n_x, m) features, one example per column
    """
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = HIDDEN[hidden][0](Z1)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    return Z1, A1, Z2, sigmoid(Z2)


def cost(Z, Y):
    """Return J, the mean loss, from the output scores.  Z, Y: (1, m)"""
    return np.mean(np.logaddexp(0.0, Z) - Y * Z)


def backward(parameters, cache, X, Y, hidden="tanh"):
    """Return the gradients dW1, db1, dW2, db2, shaped like the parameters.

    cache: what forward returned   Y: (1, m) labels, 0 or 1
    """
    m, (_, A1, _, A2) = X.shape[1], cache
    dZ2 = A2 - Y
    dZ1 = parameters["W2"].T @ dZ2 * HIDDEN[hidden][1](A1)
    return {"dW1": dZ1 @ X.T / m, "dW2": dZ2 @ A1.T / m,
            "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
            "db2": np.sum(dZ2, axis=1, keepdims=True) / m}


def update(parameters, gradients, alpha):
    """Return new parameters after one step of gradient descent."""
    return {name: value - alpha * gradients["d" + name]
            for name, value in parameters.items()}


if __name__ == "__main__":
    X, Y = np.array([[1.0, 2.0], [2.0, -1.0]]), np.array([[1, 0]])
    parameters = {"W1": np.eye(2), "b1": np.zeros((2, 1)),
                  "W2": np.array([[2.0, 1.0]]), "b2": np.array([[-4.0]])}
    cache = forward(parameters, X, "relu")
    gradients = backward(parameters, cache, X, Y, "relu")
    for name, value in gradients.items():
        print(name, value.shape, value.tolist())
    Z2 = forward(update(parameters, gradients, 0.1), X, "relu")[2]
    print(f"J {cost(cache[2], Y):.4f} -> {cost(Z2, Y):.4f}")
