"""The best of many dev scores flatters (course 2, section 1.1)."""

import numpy as np


def pick_and_retest(models, n_dev, n_test, rng):
    """Return dev and test error of the model that is best on dev.

    Every model guesses each label by the toss of a coin.
    """
    Y = rng.integers(2, size=(1, n_dev + n_test))
    Y_hat = rng.integers(2, size=(models, n_dev + n_test))
    wrong = Y_hat != Y  # (models, n_dev + n_test)
    dev_errors = wrong[:, :n_dev].mean(axis=1)
    best = np.argmin(dev_errors)
    return dev_errors[best], wrong[best, n_dev:].mean()


def average(trials, models, n_dev, n_test, rng):
    """Return mean dev and test error of the winner over many trials."""
    pairs = [pick_and_retest(models, n_dev, n_test, rng)
             for _ in range(trials)]
    return np.mean(pairs, axis=0)


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    for models in (1, 10, 100):
        dev, test = average(2000, models, n_dev=100, n_test=100, rng=rng)
        print(f"best of {models:3}: dev {dev:.1%}  test {test:.1%}")
