"""How the mean of a mini-batch scatters (course 2, section 3.6)."""

import numpy as np

SIZES = (64, 128, 256, 512)


def spread_of_means(population, size, batches, rng):
    """Return the standard deviation of the means of random mini-batches.

    population: (N,), drawn from with replacement
    """
    chosen = rng.integers(len(population), size=(batches, size))
    return np.std(np.mean(population[chosen], axis=1))


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    population = np.maximum(0.0, rng.standard_normal(10000))  # of a ReLU unit
    sigma, found = np.std(population), {}
    for B in SIZES:
        found[B] = spread_of_means(population, B, 4000, rng)
        print(f"B {B:3}  measured {found[B]:.4f}"
              f"  sigma / sqrt(B) {sigma / np.sqrt(B):.4f}")
    print(f"64 against 512: {found[64] / found[512]:.2f}"
          f"  sqrt(8) {np.sqrt(8):.2f}")
