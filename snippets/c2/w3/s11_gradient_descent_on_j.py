"""Descent on J(w; x) = x_1 w^2 + x_2 w + x_3 (course 2, section 3.11)."""

import numpy as np


def cost(w, x):
    """Return J(w; x); x holds the three coefficients."""
    return x[0] * w**2 + x[1] * w + x[2]


def slope(w, x):
    """Return dJ/dw = 2 x_1 w + x_2, derived by hand."""
    return 2 * x[0] * w + x[1]


def descend(x, alpha, steps, w=0.0):
    """Return w before the first step and after each step: (steps + 1,)."""
    path = [w]
    for _ in range(steps):
        w = w - alpha * slope(w, x)
        path.append(w)
    return np.array(path)


def closed_form(alpha, k, w=0.0):
    """Return w after k steps for the coefficients (1, -10, 25)."""
    shrink = (1 - 2 * alpha) ** k
    return 5 * (1 - shrink) + shrink * w


if __name__ == "__main__":
    path = descend((1, -10, 25), alpha=0.01, steps=1001)
    for k in (1, 2, 100, 1001):
        print(f"step {k:4}  w {path[k]:.10f}  formula"
              f" {closed_form(0.01, k):.10f}")
    for x in ((1, -20, 100), (1, -20, 25)):
        w = descend(x, alpha=0.01, steps=1001)[-1]
        print(f"x {x}  w {w:.4f}  J {cost(w, x):.4f}")
