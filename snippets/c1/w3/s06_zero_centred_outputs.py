"""Mean output of sigmoid and tanh units (course 1, section 3.6)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def mean_activation(g, m, rng):
    """Return the mean of g(z) over m standard normal scores z."""
    return np.mean(g(rng.standard_normal(m)))


def one_way(dz, A):
    """Return the share of examples that push all weights of a unit one way.

    dz: (1, m) errors of the unit   A: (n_prev, m) its inputs
    """
    push = dz * A  # column i: the gradient dw on example i
    return np.mean(np.all(push >= 0.0, axis=0) | np.all(push <= 0.0, axis=0))


if __name__ == "__main__":
    for g in (sigmoid, np.tanh):
        rng = np.random.default_rng(0)
        mean = round(mean_activation(g, 100_000, rng), 2) + 0.0  # no "-0.00"
        A = g(rng.standard_normal((4, 10_000)))
        dz = rng.standard_normal((1, 10_000))
        print(f"{g.__name__:7}  mean {mean:.2f}"
              f"  all four weights one way {one_way(dz, A):.1%}")
