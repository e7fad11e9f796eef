"""Section 2.2: gradient noise against batch size, three paths, and the updates of an epoch."""

import itertools

import numpy as np
import pytest

from c2.w2.s01_random_mini_batches import minibatches as minibatches_of_2_1
from c2.w2.s02_gradient_noise_vs_batch_size import (
    predicted, with_replacement, without_replacement)
from c2.w2.s02_three_paths import cost, descend, epochs, make_examples
from c2.w2.s02_time_per_epoch import epoch, seconds

VALUES = (3, 1, 4, 1, 5, 9)


def test_all_pairs():
    means = [(a + b) / 2 for a, b in itertools.combinations(VALUES, 2)]
    assert len(means) == 15
    exact = sum(x * x for x in means) / 15 - (sum(means) / 15) ** 2
    assert exact == pytest.approx(2.98889, abs=5e-6)
    assert without_replacement(VALUES, 2) == pytest.approx(exact, abs=1e-12)
    assert predicted(VALUES, 2)[1] == pytest.approx(exact, abs=1e-12)


@pytest.mark.parametrize("values", [VALUES, (0.5, -2.0, 7.0, 7.0, 1e3)])
@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_both_formulas_by_enumeration(values, size):
    again, once = predicted(values, size)
    assert with_replacement(values, size) == pytest.approx(again, rel=1e-10)
    assert without_replacement(values, size) == pytest.approx(once, rel=1e-10, abs=1e-12 * again)


def test_four_times_the_batch_halves_the_noise():
    a, b = (predicted(VALUES, size)[0] for size in (64, 256))
    assert np.sqrt(a / b) == pytest.approx(2)
    assert 1 / np.sqrt([64, 256]) == pytest.approx([0.125, 0.0625])


def test_mini_batches_of_one_epoch_are_drawn_without_replacement():
    values = np.arange(60.0).reshape(1, -1) ** 2
    rng = np.random.default_rng(0)
    means = [X_t.mean() for _ in range(2000) for X_t, _ in minibatches_of_2_1(values, values, 20, rng)]
    again, once = predicted(values.ravel(), 20)
    assert np.var(means) == pytest.approx(once, rel=0.05)
    assert np.var(means) < 0.75 * again


def problem():
    X, Y = make_examples(512, np.random.default_rng(0))
    return X, Y, np.linalg.lstsq(X.T, Y.T, rcond=None)[0]


def costs_on_path(path, X, Y):
    return np.array([cost(w[:, None], X, Y) for w in path])


@pytest.mark.parametrize("seed", range(5))
def test_distances_at_the_end_are_ordered(seed):
    X, Y, best = problem()
    away = []
    for size in (512, 32, 1):
        path, _ = descend(X, Y, size, np.full(2000, 0.1), np.random.default_rng(seed))
        assert path.shape == (2001, 2)
        away.append(np.linalg.norm(path[-200:] - best.T, axis=1).mean())
    assert away[0] < 1e-12 and away[0] < away[1] < away[2]
    assert away[1] < 0.04 and 0.2 < away[2] < 0.4


def test_batch_falls_at_every_step_and_single_examples_do_not():
    X, Y, _ = problem()
    path, costs = descend(X, Y, 512, np.full(100, 0.1), np.random.default_rng(1))
    J = costs_on_path(path, X, Y)
    assert (np.diff(J) < 0).all()
    np.testing.assert_allclose(costs, J[:-1], rtol=1e-12)
    path, costs = descend(X, Y, 1, np.full(100, 0.1), np.random.default_rng(1))
    assert np.sum(np.diff(costs_on_path(path, X, Y)) > 0) == 35
    assert (np.diff(costs) > 0).any()


def test_costs_are_those_of_the_mini_batches():
    X, Y, _ = problem()
    _, costs = descend(X, Y, 32, np.zeros(16), np.random.default_rng(1))  # w stays 0
    assert costs.std() > 0.1
    assert costs.mean() == pytest.approx(np.mean(Y**2) / 2, rel=1e-12)
    _, costs = descend(X, Y, 512, np.zeros(1), np.random.default_rng(1))
    assert costs == pytest.approx([np.mean(Y**2) / 2], rel=1e-12)


def test_batch_rises_beyond_the_largest_learning_rate():
    X, Y, _ = problem()
    limit = 2 / np.linalg.eigvalsh(X @ X.T / 512)[-1]
    assert 1.9 < limit < 2.0
    path, _ = descend(X, Y, 512, np.full(30, 1.1 * limit), np.random.default_rng(1))
    J = costs_on_path(path, X, Y)
    assert (np.diff(J)[5:] > 0).all()


def test_lowering_alpha_shrinks_the_region():
    X, Y, best = problem()
    away = [np.linalg.norm(
        descend(X, Y, 1, alphas, np.random.default_rng(1))[0][-200:] - best.T, axis=1).mean()
        for alphas in (np.full(2000, 0.1), 0.1 / (1 + np.arange(2000) / 100))]
    assert away == pytest.approx([0.24, 0.03], abs=0.01)
    assert away[0] > 5 * away[1]


def test_path_against_differences_of_the_cost():
    X, Y, _ = problem()
    path, _ = descend(X, Y, 512, [0.1], np.random.default_rng(0))
    numeric = [(cost(1e-5 * e, X, Y) - cost(-1e-5 * e, X, Y)) / 2e-5
               for e in np.eye(2)[:, :, None]]
    np.testing.assert_allclose(path[1], -0.1 * np.array(numeric), rtol=1e-7)


def test_epochs_visit_all_examples_before_any_twice():
    X = np.arange(10.0).reshape(1, -1)
    drawn = [X_t for X_t, _ in itertools.islice(epochs(X, X, 4, np.random.default_rng(0)), 6)]
    for half in (drawn[:3], drawn[3:]):
        assert sorted(np.hstack(half)[0]) == list(range(10))


@pytest.mark.parametrize(("m", "size", "updates"), [(5000, 1, 5000), (5000, 64, 79),
                                                    (5000, 256, 20), (5000, 5000, 1), (7, 3, 3)])
def test_updates_of_an_epoch(m, size, updates):
    X = np.random.default_rng(0).standard_normal((20, m))
    w, found = epoch(np.zeros((20, 1)), X, X[:1], size, 0.01, np.random.default_rng(0))
    assert found == updates and w.shape == (20, 1) and np.isfinite(w).all()


@pytest.mark.parametrize("size", [1, 64, 300])
def test_an_epoch_walks_the_same_path(size):
    X, Y = np.random.default_rng(1).standard_normal((2, 20, 300))
    Y = Y[:1]
    w, updates = epoch(np.zeros((20, 1)), X, Y, size, 0.01, np.random.default_rng(2))
    path, _ = descend(X, Y, size, np.full(updates, 0.01), np.random.default_rng(2))
    np.testing.assert_allclose(w.ravel(), path[-1], rtol=1e-12)


def test_an_epoch_learns_the_plane_of_the_data():
    X = np.random.default_rng(3).standard_normal((3, 400))
    best, rng, w = np.array([[1.0], [-2.0], [0.5]]), np.random.default_rng(4), np.zeros((3, 1))
    for _ in range(20):
        w, _ = epoch(w, X, best.T @ X, 30, 0.1, rng)
    np.testing.assert_allclose(w, best, rtol=0, atol=1e-6)


def test_an_epoch_of_single_examples_is_slow():
    X = np.random.default_rng(0).standard_normal((20, 5000))
    assert seconds(X, X[:1], 1) > 3 * seconds(X, X[:1], 256)


def test_self_check():
    m, B, sigma = 5000, 500, 2.0
    assert sigma / np.sqrt(B) == pytest.approx(0.0894, abs=5e-5)
    assert np.sqrt(sigma**2 / B * (m - B) / (m - 1)) == pytest.approx(0.0849, abs=5e-5)
    assert -(-60_000 // 256) == 235
