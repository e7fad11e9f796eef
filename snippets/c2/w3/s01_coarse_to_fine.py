"""Random search in two rounds, coarse to fine (course 2, section 3.1)."""

import numpy as np


def search(score, low, high, n, rng):
    """Return n random points of a box, (d, n), and their scores, (n,).

    low, high: (d, 1) edges of the box
    """
    points = rng.uniform(low, high, (low.shape[0], n))
    return points, score(points)


def box_around(best, low, high, share):
    """Return low and high of a box around best, cut to the allowed range.

    best, low, high: (d, 1)   share: new width / old width, in (0, 1]
    """
    half = share * (high - low) / 2
    return np.maximum(low, best - half), np.minimum(high, best + half)


def coarse_to_fine(score, low, high, n, share, rng):
    """Return best point, (d, 1), and best score, after one and two rounds."""
    points, scores = search(score, low, high, n, rng)
    best = points[:, [scores.argmax()]]
    small = box_around(best, low, high, share)
    more, more_scores = search(score, *small, n, rng)
    points = np.hstack([points, more])  # the first round still counts
    both = np.concatenate([scores, more_scores])
    return (best, scores.max()), (points[:, [both.argmax()]], both.max())


def example_score(points):
    """Return a made-up dev accuracy, highest at (0.7, 0.35): (n,)."""
    distance = points - np.array([[0.7], [0.35]])
    return 0.95 - (np.array([[0.5], [0.2]]) * distance**2).sum(axis=0)


def mean_score(search_once, seeds):
    """Return the best score, averaged over seeds.

    search_once: takes a random generator, returns the best score
    """
    return np.mean([search_once(np.random.default_rng(seed))
                    for seed in range(seeds)])


if __name__ == "__main__":
    low, high = np.zeros((2, 1)), np.ones((2, 1))
    rng = np.random.default_rng(19)
    rounds = coarse_to_fine(example_score, low, high, 25, 0.3, rng)
    for number, (best, value) in enumerate(rounds, start=1):
        x, y = best[:, 0]
        print(f"round {number}: ({x:.2f}, {y:.2f})  score {value:.4f}")
    two = mean_score(lambda rng: coarse_to_fine(
        example_score, low, high, 25, 0.3, rng)[1][1], seeds=400)
    one = mean_score(lambda rng: search(
        example_score, low, high, 50, rng)[1].max(), seeds=400)
    print(f"400 seeds, mean distance to 0.95: two rounds of 25"
          f" {0.95 - two:.4f}, one of 50 {0.95 - one:.4f}")
