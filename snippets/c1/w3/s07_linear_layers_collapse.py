"""Many linear layers are one linear layer (course 1, section 3.7)."""

import numpy as np


def random_parameters(sizes, rng):
    """Return W1, b1, W2, b2, ..., all standard normal.

    sizes: [n_x, n_1, ..., n_L]   rng: random generator
    """
    parameters = {}
    for layer, (n_prev, n) in enumerate(zip(sizes, sizes[1:]), start=1):
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = rng.standard_normal((n, 1))
    return parameters


def output_score(parameters, X, g):
    """Return Z of the last layer: (n_L, m), with g in the hidden layers.

    parameters: W1, b1, ..., WL, bL   X: (n_x, m)   g: activation
    """
    L, A = len(parameters) // 2, X
    for layer in range(1, L):
        A = g(parameters[f"W{layer}"] @ A + parameters[f"b{layer}"])
    return parameters[f"W{L}"] @ A + parameters[f"b{L}"]


def collapse(parameters):
    """Return W', b' of the one layer that equals all, if g(z) = z.

    W': (n_L, n_x)   b': (n_L, 1)
    """
    W_all, b_all = parameters["W1"], parameters["b1"]
    for layer in range(2, len(parameters) // 2 + 1):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        W_all, b_all = W @ W_all, W @ b_all + b  # W(W'x + b') + b
    return W_all, b_all


def identity(z):
    """Return z itself, the linear activation."""
    return z


if __name__ == "__main__":
    small = {"W1": np.array([[1, 2], [3, -1]]), "b1": np.array([[1], [0]]),
             "W2": np.array([[2, 1]]), "b2": np.array([[-1]])}
    W, b = collapse(small)
    print("W'", W, " b'", b)
    rng = np.random.default_rng(0)
    parameters = random_parameters([3, 5, 4, 6, 5, 1], rng)
    X = rng.standard_normal((3, 1000))
    W, b = collapse(parameters)
    for g in (identity, np.tanh):
        gap = np.max(np.abs(output_score(parameters, X, g) - (W @ X + b)))
        print(f"five layers, {g.__name__:8}  same as one: {gap < 1e-10}")
