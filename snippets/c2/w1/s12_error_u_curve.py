"""Error of the two-sided quotient by step size (course 2, section 1.12)."""

import numpy as np


def two_sided(f, theta, epsilon):
    """Return the slope of the chord from theta - epsilon to + epsilon."""
    return (f(theta + epsilon) - f(theta - epsilon)) / (2 * epsilon)


def cube(theta):
    """Return theta^3, for numbers and arrays."""
    return theta * theta * theta


def errors(f, slope, theta, steps):
    """Return the absolute error of the quotient for each of the steps."""
    return np.array([abs(two_sided(f, theta, e) - slope) for e in steps])


def best_step(f, third, theta):
    """Return (3 u |f| / |f'''|)^(1/3), u the unit roundoff of float64.

    third: the third derivative of f at theta
    """
    u = np.finfo(np.float64).eps / 2
    return np.cbrt(3 * u * abs(f(theta) / third))


if __name__ == "__main__":
    powers = range(-1, -13, -1)
    found = errors(cube, 3.0, 1.0, [10.0**p for p in powers])
    for power, error in zip(powers, found):
        print(f"step 1e{power:03}  error {error:.1e}")
    print(f"best step by the formula {best_step(cube, 6.0, 1.0):.1e}")
