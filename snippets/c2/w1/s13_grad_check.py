"""Gradient checking of a two-layer network (course 2, section 1.13)."""

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


def numeric_gradient(J, theta, epsilon=1e-7):
    """Return the two-sided quotient for each component of theta: (n,)."""
    approx = np.empty(theta.size)
    for i in range(theta.size):
        nudge = np.zeros(theta.size)
        nudge[i] = epsilon
        approx[i] = (J(theta + nudge) - J(theta - nudge)) / (2 * epsilon)
    return approx


def ratio(approx, dtheta):
    """Return their distance over the sum of their lengths; 0 if both are 0."""
    lengths = np.linalg.norm(approx) + np.linalg.norm(dtheta)
    return np.linalg.norm(approx - dtheta) / lengths if lengths else 0.0


def unflatten(theta, shapes):
    """Return the parameters whose values stand in theta: (n_theta,)."""
    ends = np.cumsum([np.prod(shape) for shape in shapes.values()])
    pieces = np.split(theta, ends[:-1])
    return {name: piece.reshape(shape)
            for (name, shape), piece in zip(shapes.items(), pieces)}


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    shapes = {"W1": (4, 3), "b1": (4, 1), "W2": (1, 4), "b2": (1, 1)}
    theta = rng.standard_normal(21)
    X, Y = rng.standard_normal((3, 6)), np.array([[1, 0, 1, 1, 0, 0]])
    approx = numeric_gradient(
        lambda t: cost(forward(unflatten(t, shapes), X)[2], Y), theta)
    here = unflatten(theta, shapes)
    gradients = backward(here, forward(here, X), X, Y)
    dtheta = np.concatenate([gradients["d" + name].ravel() for name in shapes])
    for name, k in (("right", 1), ("doubled", 2), ("sign flipped", -1)):
        r = ratio(approx, k * dtheta)
        print(f"{name:12}  r {r:.6f}  below 1e-7: {r < 1e-7}")
