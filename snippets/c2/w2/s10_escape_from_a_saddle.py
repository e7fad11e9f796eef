"""Gradient descent near the saddle of x^2 - y^2 (course 2, section 2.10)."""

import numpy as np

HESSIAN = np.diag([2.0, -2.0])  # second derivatives of x^2 - y^2


def descend(start, alpha, steps):
    """Return the points of the path: (steps + 1, 2).  start: (x, y)"""
    path = [np.array(start, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - alpha * HESSIAN @ path[-1])  # (2x, -2y)
    return np.array(path)


def closed_form(start, alpha, steps):
    """Return the same path by powers of 1 - 2 alpha and 1 + 2 alpha."""
    k = np.arange(steps + 1)[:, None]
    return np.array([1.0 - 2.0 * alpha, 1.0 + 2.0 * alpha]) ** k * start


def escape_step(path):
    """Return the first step with |y| > 1, or None."""
    outside = np.flatnonzero(np.abs(path[:, 1]) > 1.0)
    return int(outside[0]) if outside.size else None


if __name__ == "__main__":
    print("eigenvalues", np.linalg.eigvalsh(HESSIAN))
    for y0 in (1e-2, 1e-6, 0.0):
        path = descend((1.0, y0), alpha=0.1, steps=100)
        x, y = path[60]
        print(f"y0 {y0:g}: step 60 at ({x:.6f}, {y:.4f}), "
              f"escapes at step {escape_step(path)}")
