"""One-sided and two-sided difference quotients (course 2, section 1.12)."""

import numpy as np


def one_sided(f, theta, epsilon):
    """Return the slope of the chord from theta to theta + epsilon."""
    return (f(theta + epsilon) - f(theta)) / epsilon


def two_sided(f, theta, epsilon):
    """Return the slope of the chord from theta - epsilon to + epsilon."""
    return (f(theta + epsilon) - f(theta - epsilon)) / (2 * epsilon)


def cube(theta):
    """Return theta^3, for numbers and arrays."""
    return theta * theta * theta


if __name__ == "__main__":
    for f, slope in ((cube, 3.0), (np.exp, np.e), (np.sin, np.cos(1.0))):
        print(f"{f.__name__} at 1: slope {slope:.6f}")
        for epsilon in (0.01, 0.005):
            for name, quotient in (("one", one_sided), ("two", two_sided)):
                value = quotient(f, 1.0, epsilon)
                print(f"  {epsilon:<5}  {name}-sided {value:.6f}"
                      f"  error {value - slope:+.6f}")
