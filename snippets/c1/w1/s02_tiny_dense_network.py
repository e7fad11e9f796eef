"""House price from four inputs, a 4-3-1 network (course 1, section 1.2)."""

import numpy as np


def relu(z):
    """Return max(0, z), entry by entry."""
    return np.maximum(0.0, z)


def forward(x, W1, b1, W2, b2):
    """Return the hidden values a and the price y_hat of one house.

    x:  (4, 1) inputs   W1: (3, 4)   b1: (3, 1)   a: (3, 1)
    W2: (1, 3)          b2: (1, 1)   y_hat: (1, 1)
    """
    a = relu(W1 @ x + b1)  # each hidden unit sees all four inputs
    return a, relu(W2 @ a + b2)


if __name__ == "__main__":
    W1 = np.array([[1.0, 1.0, 0.5, -0.2],
                   [0.5, -1.0, 1.0, 0.4],
                   [-1.0, 0.2, 0.5, 0.5]])
    b1 = np.array([[-2.0], [-1.0], [-4.0]])
    W2, b2 = np.array([[40.0, 30.0, 20.0]]), np.array([[50.0]])
    x = np.array([[2.0], [3.0], [4.0], [5.0]])
    a, y_hat = forward(x, W1, b1, W2, b2)
    print("hidden", a.ravel().round(4), " price", y_hat.round(4))
    W1[1] = 0.0  # cut the second hidden unit off from its inputs
    a, y_hat = forward(x, W1, b1, W2, b2)
    print("hidden", a.ravel().round(4), " price", y_hat.round(4))
    print("parameters", sum(p.size for p in (W1, b1, W2, b2)))
