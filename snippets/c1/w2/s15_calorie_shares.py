"""Where the calories come from, in percent (course 1, section 2.15)."""

import numpy as np


def shares(A):
    """Return what percentage of its column's sum each entry of A is.

    A: (k, n) amounts, no column sums to 0; the result is (k, n) too
    """
    cal = A.sum(axis=0)  # (n,): the axis of the rows is gone
    return 100 * A / cal.reshape(1, -1)  # (k, n) / (1, n)


if __name__ == "__main__":
    A = np.array([
        [56.0, 0.0, 4.4, 68.0],  # carbohydrate
        [1.2, 104.0, 52.0, 8.0],  # protein
        [1.8, 135.0, 99.0, 0.9],  # fat
    ])
    print("cal", A.sum(axis=0), "shape", A.sum(axis=0).shape)
    print(shares(A).round(1))
