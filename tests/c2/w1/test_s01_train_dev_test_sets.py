"""Section 1.1: the split, the standard error, and what choosing does to a score."""

import numpy as np
import pytest

from c2.w1.s01_error_rate_standard_error import needed_size, standard_error
from c2.w1.s01_selection_optimism import average, pick_and_retest
from c2.w1.s01_split_indices import split_indices


def best_of(models, n):
    """Return the exact mean of the lowest of some error rates of guessing on n examples."""
    stats = pytest.importorskip("scipy.stats")
    return (stats.binom.sf(np.arange(n), n, 0.5) ** models).sum() / n


@pytest.mark.parametrize("parts", [(0.98, 0.01, 0.01), (980_000, 10_000, 10_000)])
def test_sizes_of_a_million(parts):
    split = split_indices(1_000_000, parts, np.random.default_rng(0))
    assert [part.size for part in split] == [980_000, 10_000, 10_000]
    assert np.array_equal(np.sort(np.concatenate(split)), np.arange(1_000_000))


@pytest.mark.parametrize("shares", [(0.995, 0.0025, 0.0025), (0.995, 0.004, 0.001)])
def test_the_larger_splits_named_on_the_page(shares):
    split = split_indices(4_000_000, shares, np.random.default_rng(0))
    assert [part.size for part in split] == [round(4_000_000 * share) for share in shares]


@pytest.mark.parametrize("m, parts", [(1, (1, 0, 0)), (7, (0.6, 0.2, 0.2)), (10, (0.7, 0.3))])
def test_parts_are_disjoint_and_complete(m, parts):
    split = split_indices(m, parts, np.random.default_rng(3))
    assert len(split) == len(parts)
    assert sorted(np.concatenate(split)) == list(range(m))


def test_sizes_are_rounded_not_cut_off():
    split = split_indices(100, (0.29, 0.3, 0.41), np.random.default_rng(0))
    assert [part.size for part in split] == [29, 30, 41]  # 0.29 * 100 < 29


def test_same_seed_same_split():
    first, again, other = (split_indices(1000, (0.6, 0.2, 0.2), np.random.default_rng(seed))
                           for seed in (1, 1, 2))
    assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
    assert not np.array_equal(first[0], other[0])


def test_examples_keep_their_labels():
    X = np.random.default_rng(0).standard_normal((3, 50))
    Y = X[0:1]
    for part in split_indices(50, (30, 10, 10), np.random.default_rng(4)):
        np.testing.assert_array_equal(X[:, part][0:1], Y[:, part])


@pytest.mark.parametrize("parts", [(0.6, 0.2, 0.1), (5, 4), (12, -2), (0.7, 0.4, -0.1)])
def test_wrong_parts_are_refused(parts):
    with pytest.raises(ValueError, match="parts"):
        split_indices(10, parts, np.random.default_rng(0))


def test_standard_error_by_hand():
    assert standard_error(0.1, 1000) == pytest.approx(0.009487, abs=5e-7)
    assert standard_error(0.1, 10_000) == pytest.approx(0.003, abs=1e-12)
    assert standard_error(0.0, 10) == standard_error(1.0, 10) == 0.0


@pytest.mark.parametrize("e, n", [(0.1, 1000), (0.5, 100), (0.02, 500)])
def test_standard_error_is_that_of_simulated_rates(e, n):
    rates = np.random.default_rng(0).binomial(n, e, 20_000) / n
    assert rates.std() == pytest.approx(standard_error(e, n), rel=0.03)


@pytest.mark.parametrize("e, d, wanted", [
    (0.1, 0.01, 3600), (0.1, 0.001, 360_000), (0.5, 0.01, 10_000), (0.01, 0.01, 396)])
def test_needed_size(e, d, wanted):
    assert needed_size(e, d) == wanted
    assert 2 * standard_error(e, wanted) <= d * (1 + 1e-12)
    assert 2 * standard_error(e, wanted - 1) > d


@pytest.mark.parametrize("models", [1, 10, 100])
def test_best_of_many_guessers(models):
    dev, test = average(2000, models, 100, 100, np.random.default_rng(1))
    assert dev == pytest.approx(best_of(models, 100), abs=0.005)
    assert test == pytest.approx(0.5, abs=0.005)


def test_exact_expectation_of_the_best_of_100():
    assert best_of(100, 100) == pytest.approx(0.37524, abs=5e-6)


def test_rates_are_counts_of_examples():
    dev, test = pick_and_retest(5, 8, 4, np.random.default_rng(0))
    assert (8 * dev).is_integer() and (4 * test).is_integer()


def test_self_check_standard_error_and_size():
    assert standard_error(0.04, 2500) == pytest.approx(0.0039, abs=5e-5)
    assert needed_size(0.04, 0.004) == 9600


def test_self_check_a_larger_dev_set_deceives_less():
    assert best_of(100, 10_000) == pytest.approx(0.487, abs=5e-4)
    below = (0.5 - best_of(100, 10_000)) / standard_error(0.5, 10_000)
    assert below == pytest.approx(2.5, abs=0.05)


def test_self_check_share_of_web_pictures():
    _, dev, _ = split_indices(210_000, (205_000, 2500, 2500), np.random.default_rng(0))
    assert np.mean(dev < 200_000) == pytest.approx(0.95, abs=0.015)  # the first are from the web
