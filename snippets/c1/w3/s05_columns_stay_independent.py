"""Each column of W X + b belongs to one example (course 1, section 3.5)."""

import numpy as np


def scores(W, b, X):
    """Return Z = W X + b: (n, m), all examples at once.

    W: (n, n_x)   b: (n, 1)   X: (n_x, m), one example per column
    """
    return W @ X + b


def scores_by_column(W, b, X):
    """Return the same Z, one example after the other."""
    columns = [W @ X[:, [i]] + b for i in range(X.shape[1])]  # each (n, 1)
    return np.hstack(columns)


if __name__ == "__main__":
    W, b = np.array([[1, 2], [3, -1]]), np.array([[10], [0]])
    X = np.array([[1, 0, 2], [1, 1, -1]])
    Z = scores(W, b, X)
    print("W @ X", W @ X, "Z", Z, sep="\n")
    print("same by columns:", np.array_equal(Z, scores_by_column(W, b, X)))
    longer = scores(W, b, np.hstack([X, [[5], [5]]]))
    print("a fourth example:", longer[:, 3], "others unchanged:",
          np.array_equal(longer[:, :3], Z))
