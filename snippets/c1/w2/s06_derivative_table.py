"""Nudged and exact slopes of three curves (course 1, section 2.6)."""

import math

CURVES = [  # name, function, derivative
    ("a^2", lambda a: a**2, lambda a: 2 * a),
    ("a^3", lambda a: a**3, lambda a: 3 * a**2),
    ("ln a", math.log, lambda a: 1 / a),
]


def slope(f, a, nudge=0.001):
    """Return height over width of the triangle from a to a + nudge."""
    return (f(a + nudge) - f(a)) / nudge


def table(points):
    """Yield (name, a, f(a), f(a + 0.001), nudged slope, exact slope)."""
    for name, f, df in CURVES:
        for a in points:
            yield name, a, f(a), f(a + 0.001), slope(f, a), df(a)


if __name__ == "__main__":
    print("f     a        f(a)  f(a+0.001)  nudged   exact")
    for name, a, value, moved, nudged, exact in table((2, 5)):
        print(f"{name:<5} {a} {value:>11.6f} {moved:>11.6f} "
              f"{nudged:>7.4f} {exact:>7.4f}")
