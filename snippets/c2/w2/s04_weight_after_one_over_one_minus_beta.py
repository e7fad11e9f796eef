"""How far 1 / (1 - beta) steps reach back (course 2, section 2.4)."""

import math


def span(beta):
    """Return 1 / (1 - beta), rounded to whole steps."""
    return round(1.0 / (1.0 - beta))


def relative_weight(age, beta):
    """Return the weight of a value `age` steps old over that of the newest."""
    return beta**age


def share_inside(n, beta):
    """Return the share of all weight that lies on the newest n values."""
    return 1.0 - beta**n


def first_age_below(ratio, beta):
    """Return the smallest age with a relative weight below `ratio`."""
    return math.floor(math.log(ratio) / math.log(beta)) + 1


if __name__ == "__main__":
    print("beta   steps  weight   share  below 1/3 at")
    for beta in (0.5, 0.9, 0.98, 0.999):
        n = span(beta)
        print(f"{beta:5} {n:6} {relative_weight(n, beta):7.4f}"
              f" {share_inside(n, beta):7.4f} {first_age_below(1/3, beta):8}")
    print(f"1/e {math.exp(-1.0):16.4f} {1.0 - math.exp(-1.0):7.4f}")
