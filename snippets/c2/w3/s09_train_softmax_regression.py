"""Softmax regression by gradient descent (course 2, section 3.9)."""

import numpy as np


def softmax(Z):
    """Return probabilities, one column per example, without overflow.

    Z: (C, m) scores of the output layer
    """
    t = np.exp(Z - np.max(Z, axis=0, keepdims=True))  # the largest is 1
    return t / np.sum(t, axis=0, keepdims=True)


def cost(Z, Y):
    """Return J, the mean loss, from the output scores.  Z, Y: (C, m)"""
    Z = Z - np.max(Z, axis=0, keepdims=True)
    return np.mean(np.log(np.sum(np.exp(Z), axis=0)) - np.sum(Y * Z, axis=0))


def backward(Z1, X, Y):
    """Return dW1: (C, n_x) and db1: (C, 1).  Z1, Y: (C, m)  X: (n_x, m)"""
    dZ1 = softmax(Z1) - Y
    return {"dW1": dZ1 @ X.T / X.shape[1],
            "db1": np.mean(dZ1, axis=1, keepdims=True)}


def update(parameters, gradients, alpha):
    """Return new parameters after one step of gradient descent."""
    return {name: value - alpha * gradients["d" + name]
            for name, value in parameters.items()}


def train(X, Y, alpha, steps):
    """Return the parameters after some steps from 0, and the costs."""
    parameters = {"W1": np.zeros((len(Y), len(X))),
                  "b1": np.zeros((len(Y), 1))}
    costs = []
    for _ in range(steps):
        Z1 = parameters["W1"] @ X + parameters["b1"]
        costs.append(cost(Z1, Y))
        parameters = update(parameters, backward(Z1, X, Y), alpha)
    return parameters, costs


def predict(parameters, X):
    """Return the (m,) class numbers, from 0: the row of the largest score."""
    return np.argmax(parameters["W1"] @ X + parameters["b1"], axis=0)


def make_blobs(centers, m, rng):
    """Return X: (2, m) around the centers (2, C), and labels (m,)."""
    labels = np.arange(m) % centers.shape[1]
    return centers[:, labels] + rng.standard_normal((2, m)), labels


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    centers = np.array([[0.0, 2.5, -2.5], [3.0, -1.5, -1.5]])
    X, labels = make_blobs(centers, 300, rng)
    Y = np.eye(3)[:, labels]
    parameters, costs = train(X, Y, alpha=0.1, steps=501)
    for step in (0, 10, 100, 500):
        print(f"step {step:3}  J {costs[step]:.4f}")
    X, labels = make_blobs(centers, 3000, rng)
    right = np.mean(predict(parameters, X) == labels)
    print(f"right on fresh points {right:.1%}")
