"""Class numbers to one-hot columns and back (course 2, section 3.9)."""

import numpy as np


def one_hot(labels, C):
    """Return Y: (C, m), with a single 1 in each column.

    labels: (m,) class numbers, 0 to C - 1; else ValueError
    """
    labels = np.asarray(labels)
    if np.any((labels < 0) | (labels >= C)):
        raise ValueError(f"class numbers run from 0 to {C - 1}")
    return (np.arange(C)[:, np.newaxis] == labels).astype(float)


def class_numbers(Y):
    """Return the (m,) row of the largest entry in each column.  Y: (C, m)"""
    return np.argmax(Y, axis=0)


if __name__ == "__main__":
    Y = one_hot([1, 2, 0], C=4)  # cat, dog, other
    print(Y)
    print("back", class_numbers(Y))
