"""Inverted dropout, forward and backward (course 2, section 1.6)."""

import numpy as np


def dropout_forward(A, keep_prob, rng):
    """Return A after dropout and the mask D, both shaped like A.

    A: (n, m) activations   keep_prob: in (0, 1], share of units kept
    """
    D = rng.random(A.shape) < keep_prob  # one mask for each example
    return A * D / keep_prob, D


def dropout_backward(dA_tilde, D, keep_prob):
    """Return dA: (n, m), the slope before dropout, by the same mask.

    dA_tilde: (n, m) slope after dropout   D: (n, m) mask of the forward pass
    """
    return dA_tilde * D / keep_prob


if __name__ == "__main__":
    rng = np.random.default_rng(1)
    A = np.array([[1.0, 1.0, 1.0], [2.0, 2.0, 2.0], [4.0, 4.0, 4.0]])
    A_tilde, D = dropout_forward(A, 0.8, rng)
    print("D      ", D.astype(int).tolist())
    print("A_tilde", A_tilde.tolist())
    print("dA     ", dropout_backward(np.ones((3, 3)), D, 0.8).tolist())
    A_tilde, D = dropout_forward(np.ones((50, 10000)), 0.8, rng)
    print(f"zeroed of 50 units {50 * (1 - D.mean()):.2f}, "
          f"mean {A_tilde.mean():.3f}, variance {A_tilde.var():.3f}")
