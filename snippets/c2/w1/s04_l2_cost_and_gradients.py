"""Cost and gradients of two layers with L2 (course 2, section 1.4)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


HIDDEN = {  # g(Z), and its slope g'(Z) from A = g(Z)
    "tanh": (np.tanh, lambda A: 1.0 - A**2),
    "relu": (lambda Z: np.maximum(0.0, Z), lambda A: (A > 0.0) * 1.0),
}


def forward(parameters, X, hidden="tanh"):
    """Return Z1, A1: (n_1, m) and Z2, A2: (1, m).  X: (n_x, m)"""
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = HIDDEN[hidden][0](Z1)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    return Z1, A1, Z2, sigmoid(Z2)


def cost(Z, Y):
    """Return J, the mean loss, from the output scores.  Z, Y: (1, m)"""
    return np.mean(np.logaddexp(0.0, Z) - Y * Z)


def backward(parameters, cache, X, Y, hidden="tanh"):
    """Return dW1, db1, dW2, db2.  X: (n_x, m)  Y: (1, m)"""
    m, (_, A1, _, A2) = X.shape[1], cache
    dZ2 = A2 - Y
    dZ1 = parameters["W2"].T @ dZ2 * HIDDEN[hidden][1](A1)
    return {"dW1": dZ1 @ X.T / m, "dW2": dZ2 @ A1.T / m,
            "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
            "db2": np.sum(dZ2, axis=1, keepdims=True) / m}


def penalty(parameters, lambd, m):
    """Return lambda / (2m) times the sum of all squared weights."""
    squares = [np.sum(value**2) for name, value in parameters.items()
               if name.startswith("W")]  # the biases stay out
    return lambd / (2 * m) * sum(squares)


def add_penalty(gradients, parameters, lambd, m):
    """Return the gradients with (lambda / m) W added to every dW."""
    added = {f"d{name}": lambd / m * value
             for name, value in parameters.items() if name.startswith("W")}
    return {name: value + added.get(name, 0.0)
            for name, value in gradients.items()}


if __name__ == "__main__":
    X, Y = np.array([[1.0, 2.0], [2.0, -1.0]]), np.array([[1, 0]])
    parameters = {"W1": np.eye(2), "b1": np.zeros((2, 1)),
                  "W2": np.array([[2.0, 1.0]]), "b2": np.array([[-4.0]])}
    cache = forward(parameters, X, "relu")
    data, extra = cost(cache[2], Y), penalty(parameters, lambd=0.2, m=2)
    print(f"J {data:.4f} + {extra:.4f} = {data + extra:.4f}")
    gradients = backward(parameters, cache, X, Y, "relu")
    for name, value in add_penalty(gradients, parameters, 0.2, m=2).items():
        print(name, value.round(4).tolist())
