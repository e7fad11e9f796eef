"""How far a measured error rate may be off (course 2, section 1.1)."""

import math


def standard_error(e, n):
    """Return the standard error of an error rate e measured on n examples."""
    return math.sqrt(e * (1.0 - e) / n)


def needed_size(e, d):
    """Return the smallest n at which two standard errors are at most d."""
    # rounded first, or 3600.0000000000005 would become 3601
    return math.ceil(round(4.0 * e * (1.0 - e) / d**2, 6))


if __name__ == "__main__":
    for n in (1_000, 10_000):
        print(f"n {n:6}: 10% error, give or take {standard_error(0.1, n):.2%}")
    for d in (0.01, 0.001):
        print(f"two standard errors of {d:.1%} need n = {needed_size(0.1, d)}")
