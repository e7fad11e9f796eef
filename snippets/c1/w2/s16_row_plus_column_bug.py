"""A row minus a column fills a matrix (course 1, section 2.16)."""

import numpy as np


def mean_error(A, Y):
    """Return the mean of |A - Y|, whatever shapes broadcasting allows."""
    return np.mean(np.abs(A - Y))


def checked_mean_error(A, Y):
    """Return the mean of |A - Y|; AssertionError if the shapes differ.

    A: (1, m) predictions   Y: (1, m) labels
    """
    assert A.shape == Y.shape, f"{A.shape} is not {Y.shape}"
    return mean_error(A, Y)


if __name__ == "__main__":
    A = np.array([[0.9, 0.2, 0.6, 0.4]])
    Y = np.array([[1], [0], [1], [0]])  # a column by mistake
    print("A - Y", (A - Y).shape, f"mean error {mean_error(A, Y):.3f}")
    try:
        checked_mean_error(A, Y)
    except AssertionError as error:
        print("caught:", error)
    Y = Y.reshape(1, -1)
    print("A - Y", (A - Y).shape, f"mean error {checked_mean_error(A, Y):.3f}")
