"""Many linear layers are one linear layer (course 1, section 3.7)."""

import numpy as np


def forward(layers, X, g):
    """Return the output of a network with g after each layer but the last.

    layers: pairs W (n, n_prev), b (n, 1)   X: (n_x, m)   g: activation
    """
    A = X
    for W, b in layers[:-1]:
        A = g(W @ A + b)
    W, b = layers[-1]
    return W @ A + b


def collapse(layers):
    """Return W', b' of the one layer that equals all, if g(z) = z.

    W': (n_L, n_x)   b': (n_L, 1)
    """
    W_all, b_all = layers[0]
    for W, b in layers[1:]:
        W_all, b_all = W @ W_all, W @ b_all + b  # W(W'x + b') + b
    return W_all, b_all


def identity(z):
    """Return z itself, the linear activation."""
    return z


if __name__ == "__main__":
    small = [(np.array([[1, 2], [3, -1]]), np.array([[1], [0]])),
             (np.array([[2, 1]]), np.array([[-1]]))]
    W, b = collapse(small)
    print("W'", W, " b'", b)
    rng = np.random.default_rng(0)
    sizes = [3, 5, 4, 6, 5, 1]
    layers = [(rng.standard_normal((n, n_prev)), rng.standard_normal((n, 1)))
              for n_prev, n in zip(sizes, sizes[1:])]
    X = rng.standard_normal((3, 1000))
    W, b = collapse(layers)
    for g in (identity, np.tanh):
        gap = np.max(np.abs(forward(layers, X, g) - (W @ X + b)))
        print(f"five layers, {g.__name__:8}  same as one: {gap < 1e-10}")
