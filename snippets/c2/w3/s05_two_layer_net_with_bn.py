"""Train a network whose hidden layer is normalized (course 2, section 3.5)."""

import numpy as np


def batch_norm_forward(Z, gamma, beta, eps=1e-5):
    """Return Z_tilde: (n, m) and the cache (Z_norm, gamma, scale)."""
    mu = np.mean(Z, axis=1, keepdims=True)
    variance = np.mean((Z - mu)**2, axis=1, keepdims=True)
    scale = np.sqrt(variance + eps)
    Z_norm = (Z - mu) / scale
    return gamma * Z_norm + beta, (Z_norm, gamma, scale)


def batch_norm_backward(dZ_tilde, cache):
    """Return dZ: (n, m), dgamma: (n, 1), dbeta: (n, 1)."""
    Z_norm, gamma, scale = cache
    m = dZ_tilde.shape[1]
    dgamma = np.sum(dZ_tilde * Z_norm, axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    dZ = gamma / (m * scale) * (m * dZ_tilde - dbeta - Z_norm * dgamma)
    return dZ, dgamma, dbeta


def forward(p, X):
    """Return the output scores Z2: (1, m), and A1 with batch norm's cache."""
    Z1_tilde, bn = batch_norm_forward(p["W1"] @ X, p["gamma1"], p["beta1"])
    A1 = np.tanh(Z1_tilde)
    return p["W2"] @ A1 + p["b2"], (A1, bn)


def backward(p, Z2, cache, X, Y):
    """Return dW1, dgamma1, dbeta1, dW2, db2.  X: (n_x, m)  Y: (1, m)"""
    m, (A1, bn) = X.shape[1], cache
    dZ2 = np.exp(-np.logaddexp(0.0, -Z2)) - Y  # A2 - Y
    dZ1_tilde = p["W2"].T @ dZ2 * (1.0 - A1**2)
    dZ1, dgamma1, dbeta1 = batch_norm_backward(dZ1_tilde, bn)
    return {"dW1": dZ1 @ X.T / m, "dgamma1": dgamma1 / m, "dbeta1": dbeta1 / m,
            "dW2": dZ2 @ A1.T / m,
            "db2": np.sum(dZ2, axis=1, keepdims=True) / m}


def update(parameters, gradients, alpha):
    """Return new parameters after one step of gradient descent."""
    return {name: value - alpha * gradients["d" + name]
            for name, value in parameters.items()}


def minibatches(X, Y, size, rng):
    """Yield (X_t, Y_t), columns shuffled together, the last one smaller."""
    order = rng.permutation(X.shape[1])  # one order for both X and Y
    for start in range(0, len(order), size):
        chosen = order[start:start + size]
        yield X[:, chosen], Y[:, chosen]


if __name__ == "__main__":
    rng = np.random.default_rng(1)
    X = rng.uniform(-1.0, 1.0, (2, 320))
    Y = (X[:1] * X[1:] > 0).astype(float)  # quadrants
    p = {"W1": rng.standard_normal((8, 2)), "gamma1": np.ones((8, 1)),
         "beta1": np.zeros((8, 1)), "W2": 0.1 * rng.standard_normal((1, 8)),
         "b2": np.zeros((1, 1))}
    for epoch in range(41):
        for X_t, Y_t in minibatches(X, Y, 64, rng):
            Z2, cache = forward(p, X_t)
            p = update(p, backward(p, Z2, cache, X_t, Y_t), alpha=0.5)
        if epoch % 10 == 0:
            J = np.mean(np.logaddexp(0.0, Z2) - Y_t * Z2)
            print(f"epoch {epoch:2}  J of the last mini-batch {J:.3f}")
