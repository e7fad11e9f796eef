"""All gradients times 100, two optimizers (course 2, section 2.7)."""

import numpy as np


def update(parameters, gradients, alpha):
    """Return new parameters after one step of gradient descent."""
    return {name: value - alpha * gradients["d" + name]
            for name, value in parameters.items()}


def rmsprop(parameters, gradients, s, alpha, beta=0.999, eps=1e-8):
    """Return new parameters and new averages s after one step.

    s: average squares, keys and shapes as in `gradients`; zeros at first
    """
    s = {name: beta * s[name] + (1 - beta) * g**2
         for name, g in gradients.items()}
    parameters = {name: value - alpha * gradients["d" + name]
                  / (np.sqrt(s["d" + name]) + eps)
                  for name, value in parameters.items()}
    return parameters, s


def gradients_of(parameters, c):
    """Return c times the gradient of (w1^2 + 100 w2^2) / 2: (2, 1)."""
    return {"dW1": c * np.array([[1.0], [100.0]]) * parameters["W1"]}


def walk(optimizer, c, alpha, steps):
    """Return w1, w2 at the start (1, 1) and after each step: (steps + 1, 2).

    optimizer: "gd" or "rmsprop"   c: factor of all gradients
    """
    parameters, s = {"W1": np.ones((2, 1))}, {"dW1": np.zeros((2, 1))}
    path = [parameters["W1"].ravel()]
    for _ in range(steps):
        gradients = gradients_of(parameters, c)
        if optimizer == "gd":
            parameters = update(parameters, gradients, alpha)
        else:
            parameters, s = rmsprop(parameters, gradients, s, alpha, beta=0.9)
        path.append(parameters["W1"].ravel())
    return np.array(path)


if __name__ == "__main__":
    for optimizer, alpha in (("gd", 0.00015), ("rmsprop", 0.01)):
        for c in (1, 100):
            path = walk(optimizer, c, alpha, steps=50)
            print(f"{optimizer:7}  c {c:3}  after 1, 10, 50 steps",
                  *(f"({w[0]:.4f}, {w[1]:.4f})" for w in path[[1, 10, 50]]))
