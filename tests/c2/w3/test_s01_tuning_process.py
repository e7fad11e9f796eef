"""Section 3.1: grid against random, the chance of a hit, and the second round."""

import math

import numpy as np
import pytest

from c2.w3.s01_coarse_to_fine import (
    box_around,
    coarse_to_fine,
    example_score,
    mean_score,
    search,
)
from c2.w3.s01_grid_versus_random import grid_points, mean_best, random_points, score
from c2.w3.s01_top_fraction_probability import hit_probability, simulated, trials_needed

ONE, BOTH = np.array([[1.0], [0.0]]), np.array([[1.0], [1.0]])
LOW, HIGH = np.zeros((2, 1)), np.ones((2, 1))


def grid(rng):
    return grid_points(5)


def by_chance(rng):
    return random_points(25, rng)


@pytest.mark.parametrize("k", [1, 2, 5])
def test_distinct_values_per_axis(k):
    points = grid_points(k)
    assert points.shape == (2, k * k)
    assert np.unique(points, axis=1).shape == (2, k * k)
    chance = random_points(k * k, np.random.default_rng(0))
    for axis in range(2):
        assert np.unique(points[axis]).size == k
        assert np.unique(chance[axis]).size == k * k


def test_grid_has_no_gap_wider_than_its_step():
    ticks = np.unique(grid_points(5)[0])
    np.testing.assert_allclose(ticks, [0.1, 0.3, 0.5, 0.7, 0.9], rtol=1e-12)


def test_score_by_hand():
    points, peak = np.array([[0.4, 0.1], [0.5, 0.1]]), np.array([[0.1], [0.1]])
    np.testing.assert_allclose(score(points, peak, BOTH), [0.5, 1.0], rtol=1e-12)
    np.testing.assert_allclose(score(points, peak, ONE), [0.7, 1.0], rtol=1e-12)


@pytest.mark.parametrize("weights", [ONE, ONE[::-1]])
def test_random_wins_where_one_axis_matters(weights):
    ahead = mean_best(by_chance, weights, 200) - mean_best(grid, weights, 200)
    assert ahead > 0.02


def test_grid_is_a_little_ahead_where_both_matter():
    ahead = mean_best(grid, BOTH, 200) - mean_best(by_chance, BOTH, 200)
    assert 0 < ahead < 0.05


def test_closed_forms_of_the_means():
    # |peak - nearest of 5 centers| is uniform on [0, 0.1]: mean 0.05
    assert mean_best(grid, ONE, 4000) == pytest.approx(0.95, abs=0.002)
    # mean distance from the middle of a square of side 0.2 to its points
    middle = 0.2 * (math.sqrt(2) + math.asinh(1)) / 6
    assert middle == pytest.approx(0.0765, abs=5e-5)
    assert mean_best(grid, BOTH, 4000) == pytest.approx(1 - middle, abs=0.002)
    # min of n distances: integral of P(no point within r) over the peak and r
    u, r = np.meshgrid((np.arange(400) + 0.5) / 400, (np.arange(1000) + 0.5) / 1000)
    covered = np.minimum(u + r, 1) - np.maximum(u - r, 0)
    gap = ((1 - covered) ** 25).mean()
    assert mean_best(by_chance, ONE, 4000) == pytest.approx(1 - gap, abs=0.002)


@pytest.mark.parametrize(("n", "wanted"), [(25, 0.7226), (60, 0.9539), (0, 0.0), (1, 0.05)])
def test_hit_probability(n, wanted):
    assert hit_probability(n, 0.05) == pytest.approx(wanted, abs=5e-5)
    assert hit_probability(n, 0.05) == pytest.approx(1 - sum(
        math.comb(n, j) * (-0.05) ** j for j in range(n + 1)), abs=1e-9)


@pytest.mark.parametrize("n", [25, 60])
def test_simulation_is_within_a_point(n):
    found = simulated(n, 0.05, 20_000, np.random.default_rng(1))
    assert found == pytest.approx(hit_probability(n, 0.05), abs=0.01)


@pytest.mark.parametrize(("P", "q", "n"), [
    (0.95, 0.05, 59), (0.95, 0.01, 299), (0.875, 0.5, 3), (0.99, 0.1, 44), (0.0, 0.3, 0),
    (0.51, 0.3, 2)])  # the quotient of the logarithms comes out above 2
def test_trials_needed_is_the_least(P, q, n):
    assert trials_needed(P, q) == n
    assert hit_probability(n, q) >= P - 1e-12
    assert n == 0 or hit_probability(n - 1, q) < P


@pytest.mark.parametrize(("P", "q"), [(1.0, 0.05), (-0.1, 0.05), (0.9, 0.0), (0.9, 1.0)])
def test_bad_shares_are_refused(P, q):
    with pytest.raises(ValueError, match="wanted"):
        trials_needed(P, q)


@pytest.mark.parametrize("seed", range(50))
def test_second_round_is_never_worse(seed):
    first, second = coarse_to_fine(example_score, LOW, HIGH, 25, 0.3, np.random.default_rng(seed))
    assert second[1] >= first[1]
    for best, value in (first, second):
        assert example_score(best)[0] == value
    points, scores = search(example_score, LOW, HIGH, 25, np.random.default_rng(seed))
    assert first[1] == scores.max()
    assert (points.min() >= 0) and (points.max() <= 1)
    assert np.all(np.abs(second[0] - first[0]) <= 0.15 + 1e-12)


@pytest.mark.parametrize("best", [(0.5, 0.5), (0.0, 1.0), (0.98, 0.03)])
def test_box_holds_the_best_and_stays_in_range(best):
    best = np.array(best)[:, None]
    low, high = box_around(best, LOW, HIGH, 0.3)
    assert np.all((low >= LOW) & (high <= HIGH) & (low <= best) & (best <= high))
    inside = (best - 0.15 >= 0) & (best + 0.15 <= 1)
    np.testing.assert_allclose((high - low)[inside], 0.3, rtol=1e-12)


def test_box_of_a_range_with_other_units():
    low, high = np.array([[-4.0], [50.0]]), np.array([[0.0], [100.0]])
    found = box_around(np.array([[-2.0], [98.0]]), low, high, 0.2)
    np.testing.assert_allclose(np.hstack(found), [[-2.4, -1.6], [93.0, 100.0]], rtol=1e-12)


def test_example_score_by_hand():
    points = np.array([[0.7, 0.7, 0.0], [0.35, 0.85, 0.35]])
    np.testing.assert_allclose(example_score(points), [0.95, 0.90, 0.705], rtol=1e-12)


def test_mean_score_of_a_single_point():
    # the mean of (u - c)^2 over the unit interval is 1/12 + (c - 1/2)^2
    wanted = 0.95 - 0.5 * (1 / 12 + 0.2**2) - 0.2 * (1 / 12 + 0.15**2)
    found = mean_score(lambda rng: search(example_score, LOW, HIGH, 1, rng)[1].max(), 4000)
    assert found == pytest.approx(wanted, abs=0.005)


def test_two_rounds_beat_one_of_the_same_cost():
    missing = []
    for seed in range(400):
        _, (_, two) = coarse_to_fine(example_score, LOW, HIGH, 25, 0.3, np.random.default_rng(seed))
        _, scores = search(example_score, LOW, HIGH, 50, np.random.default_rng(seed))
        missing.append((0.95 - two, 0.95 - scores.max()))
    two, one = np.mean(missing, axis=0)
    assert two == pytest.approx(0.0006, abs=1e-4)
    assert one == pytest.approx(0.0020, abs=1e-4)


def test_self_check_a_cube():
    assert 3**3 == 27
    assert hit_probability(27, 0.05) == pytest.approx(0.7497, abs=5e-5)
    assert trials_needed(0.9, 0.1) == 22
    assert hit_probability(22, 0.1) == pytest.approx(0.9015, abs=5e-5)


def test_self_check_the_box_at_the_edge():
    low, high = box_around(np.array([[0.98]]), np.zeros((1, 1)), np.ones((1, 1)), 0.3)
    assert (low.item(), high.item()) == (pytest.approx(0.83), 1.0)
