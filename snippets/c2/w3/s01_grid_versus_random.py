"""Grid and random search for two hyperparameters (course 2, section 3.1)."""

import numpy as np


def grid_points(k):
    """Return the centers of k by k cells of the unit square: (2, k * k)."""
    ticks = (np.arange(k) + 0.5) / k
    return np.stack([axis.ravel() for axis in np.meshgrid(ticks, ticks)])


def random_points(n, rng):
    """Return n random points of the unit square, one per column: (2, n)."""
    return rng.random((2, n))


def score(points, peak, weights):
    """Return 1 minus the distance to the peak: (n,).

    points: (2, n)   peak: (2, 1)
    weights: (2, 1), how much each axis matters; 0 is not at all
    """
    return 1 - np.sqrt((weights * (points - peak) ** 2).sum(axis=0))


def mean_best(choose, weights, seeds):
    """Return the best score, averaged over seeds with a random peak each.

    choose: takes a random generator, returns points (2, n)
    """
    best = []
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        peak = rng.random((2, 1))
        best.append(score(choose(rng), peak, weights).max())
    return np.mean(best)


if __name__ == "__main__":
    ways = {"grid": lambda rng: grid_points(5),
            "random": lambda rng: random_points(25, rng)}
    for name, choose in ways.items():
        points = choose(np.random.default_rng(0))
        values = [np.unique(axis).size for axis in points]
        one = mean_best(choose, np.array([[1.0], [0.0]]), seeds=200)
        both = mean_best(choose, np.array([[1.0], [1.0]]), seeds=200)
        print(f"{name:6} values per axis {values}  mean best score:"
              f" one axis matters {one:.3f}, both {both:.3f}")
