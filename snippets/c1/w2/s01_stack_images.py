"""A data set as two matrices, X and Y (course 1, section 2.1)."""

import numpy as np


def stack(images, labels):
    """Return X with one example per column, and Y with its label below it.

    images: (m, h, w, 3)   labels: m numbers, 0 or 1
    X: (n_x, m), n_x = 3hw   Y: (1, m)
    Raises ValueError if there are not as many labels as images.
    """
    m = images.shape[0]
    X = images.reshape(m, -1).T
    Y = np.asarray(labels).reshape(1, m)
    return X, Y


if __name__ == "__main__":
    images = np.arange(24).reshape(2, 2, 2, 3)  # image 0 holds 0 to 11
    X, Y = stack(images, [1, 0])
    print("X", X.shape, " Y", Y.shape, Y)
    print("column 0:", X[:, 0])
    print("column 1:", X[:, 1])
    scrambled = images.reshape(-1, 2)  # right shape, wrong columns
    print("scrambled", scrambled.shape, " column 0:", scrambled[:, 0])
