"""The two-sided quotient in float32 (course 2, section 1.12)."""

import numpy as np


def two_sided(f, theta, epsilon):
    """Return the slope of the chord from theta - epsilon to + epsilon."""
    return (f(theta + epsilon) - f(theta - epsilon)) / (2 * epsilon)


def cube(theta):
    """Return theta^3, for numbers and arrays."""
    return theta * theta * theta


def step_taken(theta, epsilon):
    """Return the distance of theta + epsilon and theta - epsilon."""
    return (theta + epsilon) - (theta - epsilon)


if __name__ == "__main__":
    for dtype in (np.float64, np.float32):
        theta, epsilon = dtype(1), dtype(1e-7)
        print(f"{dtype.__name__}  slope {two_sided(cube, theta, epsilon):.4f}"
              f"  2 epsilon {2 * epsilon:.3e}"
              f"  step taken {step_taken(theta, epsilon):.3e}")
    for epsilon in (1e-1, 1e-2, 1e-3, 1e-4):
        slope = two_sided(cube, np.float32(1), np.float32(epsilon))
        print(f"float32  epsilon {epsilon:<6}  error {abs(slope - 3):.1e}")
