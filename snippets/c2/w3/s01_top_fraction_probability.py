"""How many random trials hit the best few percent (course 2, section 3.1)."""

import math

import numpy as np


def hit_probability(n, q):
    """Return the chance that one of n random points is in the best q."""
    return 1 - (1 - q) ** n


def trials_needed(P, q):
    """Return the least n whose hit probability is at least P.

    P: in [0, 1)   q: share of the search space, in (0, 1)
    Raises ValueError outside these ranges.
    """
    if not (0 <= P < 1 and 0 < q < 1):
        raise ValueError(f"P in [0, 1) and q in (0, 1) wanted, got {P}, {q}")
    n = math.log1p(-P) / math.log1p(-q)
    return math.ceil(n - 1e-9)  # a whole n may come out slightly larger


def simulated(n, q, searches, rng):
    """Return the share of searches, n trials each, that hit the best q."""
    places = rng.random((searches, n))  # 0 is the best place, 1 the worst
    return (places.min(axis=1) < q).mean()


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    for n in (25, 60):
        print(f"{n} trials: {hit_probability(n, 0.05):.4f}"
              f"  simulated {simulated(n, 0.05, 20_000, rng):.3f}")
    print(f"for 95%: {trials_needed(0.95, 0.05)} trials hit the best 5%,"
          f" {trials_needed(0.95, 0.01)} the best 1%")
