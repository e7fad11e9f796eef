"""Four activation functions on arrays (course 1, section 3.6)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def tanh(z):
    """Return (e^z - e^-z) / (e^z + e^-z), in (-1, 1)."""
    return np.tanh(z)  # written out, e^z would overflow beyond 709


def relu(z):
    """Return max(0, z), entry by entry."""
    return np.maximum(0.0, z)


def leaky_relu(z, leak=0.01):
    """Return max(leak z, z), entry by entry; leak lies between 0 and 1."""
    return np.maximum(leak * z, z)


if __name__ == "__main__":
    z = np.array([-10.0, -3.0, 0.0, 2.0, 10.0])
    print("z         ", z)
    for g in (sigmoid, tanh, relu, leaky_relu):
        print(f"{g.__name__:10}", g(z).round(4))
    print("2 sigmoid(2z) - 1 is tanh:",
          np.allclose(2.0 * sigmoid(2.0 * z) - 1.0, tanh(z)))
