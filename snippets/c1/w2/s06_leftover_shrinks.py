"""What the linear estimate leaves over (course 1, section 2.6)."""

import math


def estimate(f, df, a, eps):
    """Return the linear estimate of f(a + eps)."""
    return f(a) + eps * df(a)


def leftover(f, df, a, eps):
    """Return the true f(a + eps) minus its linear estimate."""
    return f(a + eps) - estimate(f, df, a, eps)


if __name__ == "__main__":
    print("eps      a^2        ln a       at a = 2")
    for eps in (0.1, 0.01, 0.001):
        square = leftover(lambda a: a**2, lambda a: 2 * a, 2, eps)
        log = leftover(math.log, lambda a: 1 / a, 2, eps)
        print(f"{eps:<7} {square:>9.2e}  {log:>9.2e}")
