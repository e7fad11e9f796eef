"""Orthogonal matrices keep lengths at any depth (course 2, section 1.10)."""

import numpy as np


def orthogonal(n, rng):
    """Return a random (n, n) matrix Q with Q^T Q = I."""
    return np.linalg.qr(rng.standard_normal((n, n)))[0]


def lengths(weights, x):
    """Return the lengths of x, W1 x, W2 W1 x, ...  x: (n, 1)"""
    found = [np.linalg.norm(x)]
    for W in weights:
        x = W @ x
        found.append(np.linalg.norm(x))
    return np.array(found)


def lengths_back(weights, gradient):
    """Return the lengths on the way back, through WL^T, ..., W1^T."""
    return lengths([W.T for W in reversed(weights)], gradient)


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    weights = [orthogonal(8, rng) for _ in range(150)]
    x, gradient = np.ones((8, 1)), np.eye(8)[:, :1]
    largest = max(np.abs(W).max() for W in weights)
    print("all entries below 1:", bool(largest < 1.0))
    for c in (1.0, 1.1, 0.9):
        scaled = [c * W for W in weights]
        there = lengths(scaled, x)[-1] / lengths(scaled, x)[0]
        back = lengths_back(scaled, gradient)[-1]
        print(f"{c} Q: length times {there:.3g}, gradient times {back:.3g}")
    flat = [np.full((2, 2), 0.6)] * 150  # its larger singular value is 1.2
    print(f"0.6 everywhere: {lengths(flat, np.ones((2, 1)))[-1]:.2g}")
