"""A number, a row and a column, broadcast (course 1, section 2.15)."""

import numpy as np


def add_copies(A, B):
    """Return A + B the long way: B is copied out to A's shape first.

    A: (m, n)   B: a number, (n,), (1, n) or (m, 1)
    """
    B = np.atleast_2d(B)  # a number becomes (1, 1), and (n,) a row
    times = [n if k == 1 else 1 for n, k in zip(A.shape, B.shape)]
    return A + np.tile(B, times)


if __name__ == "__main__":
    A = np.array([[1, 2, 3], [4, 5, 6]])
    column = np.array([[1], [2], [3], [4]])
    tens = np.repeat([[0], [10], [20], [30]], 3, axis=1)
    row, col = np.array([[100, 200, 300]]), np.array([[100], [200]])
    for M, B in (column, 100), (A, row), (A, col), (tens, np.arange(3)):
        same = np.array_equal(M + B, add_copies(M, B))
        print(f"{M.shape} + {np.shape(B)}, same as with copies: {same}")
        print(M + B)
