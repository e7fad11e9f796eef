"""One weight under an L1 and an L2 penalty (course 2, section 1.4)."""

import numpy as np


def soft_threshold(c, rho):
    """Return the w that minimize (w - c)^2 / 2 + rho |w|.

    c: array of any shape   rho: strength of the penalty, >= 0
    """
    return np.sign(c) * np.maximum(np.abs(c) - rho, 0.0)


def ridge_shrinkage(c, rho):
    """Return the w that minimize (w - c)^2 / 2 + rho w^2 / 2.

    c: array of any shape   rho: strength of the penalty, >= 0
    """
    return c / (1.0 + rho)


if __name__ == "__main__":
    c = np.array([3.0, 0.4, -1.5, 0.1])
    with np.printoptions(precision=4, suppress=True):
        print("c ", c)
        print("L1", soft_threshold(c, 0.5) + 0.0)  # -0 becomes 0
        print("L2", ridge_shrinkage(c, 0.5))
