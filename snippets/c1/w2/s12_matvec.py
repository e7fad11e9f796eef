"""Matrix times vector, by two loops and by @ (course 1, section 2.12)."""

import numpy as np


def matvec_loops(A, v):
    """Return u = A v, one product at a time.

    A: (p, q) matrix   v: (q, 1) column   u: (p, 1) column
    """
    p, q = A.shape
    u = np.zeros((p, 1))  # the shape is one tuple
    for i in range(p):
        for j in range(q):
            u[i, 0] += A[i, j] * v[j, 0]
    return u


def matvec(A, v):
    """Return u = A v in one call.  A: (p, q)  v: (q, 1)  u: (p, 1)"""
    return A @ v


if __name__ == "__main__":
    A = np.array([[1.0, 2.0], [3.0, 4.0]])
    v = np.array([[1.0], [-1.0]])
    print("loops", matvec_loops(A, v).ravel())
    print("@    ", matvec(A, v).ravel())
