"""Sigmoid that never overflows (course 1, section 2.2)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow.

    z: number or array of any shape   returns: float64 of the same shape
    """
    # -log sigma(z) = log(1 + e^-z), which logaddexp computes without overflow
    return np.exp(-np.logaddexp(0.0, -np.asarray(z, dtype=np.float64)))


if __name__ == "__main__":
    z = np.array([-1000.0, -2.0, 0.0, 2.0, 1000.0])
    for score, value in zip(z, sigmoid(z)):
        print(f"sigma({score:6.0f}) = {value:.4f}")
    print(f"sigma(2) + sigma(-2) = {sigmoid(2) + sigmoid(-2):.4f}")
