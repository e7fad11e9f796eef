"""The components that differ most, by name (course 2, section 1.13)."""

import numpy as np


def names_of(shapes):
    """Return the name of every component of theta, such as W2[0, 3]."""
    return [f"{name}[{', '.join(map(str, index))}]"
            for name, shape in shapes.items() for index in np.ndindex(shape)]


def worst(approx, dtheta, shapes, count=3):
    """Return (name, approx, dtheta) where they differ most, worst first.

    approx, dtheta: (n_theta,)   shapes: by name, in the order of theta
    """
    order = np.argsort(-np.abs(approx - dtheta), kind="stable")[:count]
    names = names_of(shapes)
    return [(names[i], approx[i], dtheta[i]) for i in order]


if __name__ == "__main__":
    shapes = {"W1": (4, 3), "b1": (4, 1), "W2": (1, 4), "b2": (1, 1)}
    rng = np.random.default_rng(0)
    true = rng.standard_normal(21)
    approx = true + 1e-9 * rng.standard_normal(21)  # rounding
    dtheta = true.copy()
    dtheta[18] += 0.01  # the bug: one entry of dW2
    for name, numeric, analytic in worst(approx, dtheta, shapes):
        print(f"{name:8}  numeric {numeric:8.5f}  backprop {analytic:8.5f}"
              f"  differ by {abs(numeric - analytic):.0e}")
