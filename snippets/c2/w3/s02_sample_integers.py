"""Random units, layers and mini-batch sizes (course 2, section 3.2)."""

import numpy as np


def sample_integers(low, high, n, rng):
    """Return n integers from low to high, both included, equally likely."""
    return rng.integers(low, high, n, endpoint=True)


def sample_powers_of_two(low, high, n, rng):
    """Return n powers of two from low to high, both included.

    low, high: powers of two. Raises ValueError if they are not.
    """
    for edge in (low, high):
        if edge < 1 or edge & (edge - 1):
            raise ValueError(f"{edge} is not a power of two")
    first, last = low.bit_length() - 1, high.bit_length() - 1
    return 2 ** sample_integers(first, last, n, rng)


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    print("units ", sample_integers(50, 100, 8, rng))
    print("layers", sample_integers(2, 4, 8, rng))
    print("sizes ", sample_powers_of_two(64, 512, 8, rng))
    sizes = sample_powers_of_two(64, 512, 100_000, rng)
    for size, count in zip(*np.unique(sizes, return_counts=True)):
        print(f"{size:3}: {count / sizes.size:.1%}")
