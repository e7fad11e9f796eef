"""Four optimizers behind one interface (course 2, section 2.8)."""

import numpy as np

DIRECTIONS = {  # what alpha multiplies, from g and the averages v, S
    "gd": lambda g, v, s, t: g,
    "momentum": lambda g, v, s, t: v,
    "rmsprop": lambda g, v, s, t: g / (np.sqrt(s) + 1e-8),
    "adam": lambda g, v, s, t: v / (1 - 0.9**t) / (
        np.sqrt(s / (1 - 0.999**t)) + 1e-8),
}


def step(optimizer, parameters, gradients, v, s, t, alpha):
    """Return new parameters, v and s after step t = 1, 2, ..."""
    v = {name: 0.9 * v[name] + 0.1 * g for name, g in gradients.items()}
    s = {name: 0.999 * s[name] + 0.001 * g**2
         for name, g in gradients.items()}
    direction = DIRECTIONS[optimizer]
    parameters = {
        name: value - alpha * direction(
            gradients["d" + name], v["d" + name], s["d" + name], t)
        for name, value in parameters.items()}
    return parameters, v, s


def cost_and_gradients(parameters, X, Y):
    """Return J and dW1, db1, dW2, db2; tanh, then one sigmoid unit."""
    m = X.shape[1]
    A1 = np.tanh(parameters["W1"] @ X + parameters["b1"])
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    dZ2 = np.exp(-np.logaddexp(0.0, -Z2)) - Y
    dZ1 = parameters["W2"].T @ dZ2 * (1.0 - A1**2)
    return np.mean(np.logaddexp(0.0, Z2) - Y * Z2), {
        "dW1": dZ1 @ X.T / m, "dW2": dZ2 @ A1.T / m,
        "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
        "db2": np.sum(dZ2, axis=1, keepdims=True) / m}


def train(X, Y, parameters, optimizer, alpha, epochs):
    """Return J before each step; the batch is the whole training set."""
    v = s = {f"d{name}": np.zeros_like(value)
             for name, value in parameters.items()}
    costs = []
    for t in range(1, epochs + 1):
        J, gradients = cost_and_gradients(parameters, X, Y)
        costs.append(J)
        parameters, v, s = step(optimizer, parameters, gradients, v, s, t,
                                alpha)
    return costs


if __name__ == "__main__":
    rng = np.random.default_rng(1)
    X = rng.uniform(-1.0, 1.0, (2, 200))
    Y = (X[:1] * X[1:] > 0).astype(float)  # label 1 where x1 x2 > 0
    start = {"W1": rng.standard_normal((8, 2)), "b1": np.zeros((8, 1)),
             "W2": rng.standard_normal((1, 8)) / 8, "b2": np.zeros((1, 1))}
    print("J after 0, 1, 10, 100, 400 steps")
    for optimizer, alpha in (("gd", 1.0), ("momentum", 3.0),
                             ("rmsprop", 0.03), ("adam", 0.1)):
        costs = train(X, Y, start, optimizer, alpha, epochs=401)
        print(f"{optimizer:8}  alpha {alpha:4}  ",
              *(f"{costs[k]:.3f}" for k in (0, 1, 10, 100, 400)))
