"""Slope of a function, measured with a small nudge (course 1, section 2.5)."""


def slope(f, a, nudge=0.001):
    """Return height over width of the triangle from a to a + nudge."""
    return (f(a + nudge) - f(a)) / nudge


def line(a):
    """Return f(a) = 3a."""
    return 3 * a


if __name__ == "__main__":
    for a in (2, 5):
        print(f"f({a}) = {line(a)}, f({a + 0.001}) = {line(a + 0.001):.3f}, "
              f"slope {slope(line, a):.4f}")
    print(f"nudge 0.5 {slope(line, 2, 0.5):.4f}, "
          f"nudge -0.001 {slope(line, 2, -0.001):.4f}, "
          f"3a + 7 {slope(lambda a: line(a) + 7, 2):.4f}")
