"""Section 3.3: the rungs of successive halving, and what crossing curves do to it."""

import inspect

import numpy as np
import pytest

from c2.w3 import s03_crossing_curves as crossing
from c2.w3 import s03_successive_halving as halving

EVERY = np.arange(27)


def rng(seed=0):
    return np.random.default_rng(seed)


def sizes(rungs):
    return [(alive.size, budget) for alive, budget in rungs]


def test_the_rungs_of_the_page():
    rungs = halving.successive_halving(halving.parallel_curves(rng(), 27), 27, 1, 3)
    assert sizes(rungs) == [(27, 1), (9, 3), (3, 9), (1, 27)]
    assert sum(n * r for n, r in sizes(rungs)) == 108 == 27 * 1 + 9 * 3 + 3 * 9 + 1 * 27
    assert 27 * 27 == 729
    assert 108 / 729 == pytest.approx(0.148, abs=5e-4)


def test_what_continuing_from_checkpoints_costs():
    rungs = [(27, 1), (9, 3), (3, 9), (1, 27)]
    before = [0, *(r for _, r in rungs[:-1])]
    assert sum(n * (r - b) for (n, r), b in zip(rungs, before, strict=True)) == 81


@pytest.mark.parametrize(("n", "r", "eta"), [(27, 1, 3), (16, 2, 2), (64, 1, 4), (9, 5, 3)])
def test_every_rung_costs_the_same(n, r, eta):
    rungs = halving.successive_halving(halving.parallel_curves(rng(1), n), n, r, eta)
    assert {alive.size * budget for alive, budget in rungs} == {n * r}
    assert rungs[-1][0].size == 1
    for (more, _), (fewer, _) in zip(rungs, rungs[1:], strict=False):
        assert set(fewer) <= set(more)


@pytest.mark.parametrize(("n", "eta", "wanted"), [
    (10, 3, [10, 3, 1]), (1, 3, [1]), (2, 3, [2]), (5, 2, [5, 2, 1])])
def test_sizes_that_do_not_divide(n, eta, wanted):
    rungs = halving.successive_halving(halving.parallel_curves(rng(2), n), n, 1, eta)
    assert [alive.size for alive, _ in rungs] == wanted


@pytest.mark.parametrize("seed", range(20))
def test_curves_that_do_not_cross_give_the_true_best(seed):
    error = halving.parallel_curves(rng(seed), 27)
    orders = [np.argsort(error(EVERY, budget)) for budget in (1, 3, 9, 27)]
    assert all(np.array_equal(orders[0], order) for order in orders)
    rungs = halving.successive_halving(error, 27, 1, 3)
    assert rungs[-1][0][0] == orders[-1][0]
    for alive, _ in rungs:
        assert set(alive) == set(orders[0][:alive.size])


def test_parallel_curves_fall_by_the_same_amount():
    error = halving.parallel_curves(rng(), 27)
    np.testing.assert_allclose(error(EVERY, 1) - error(EVERY, 9), 0.2, rtol=1e-12)
    np.testing.assert_allclose(error(EVERY[[5, 3]], 4), error(EVERY, 4)[[5, 3]], rtol=0)


def test_both_snippets_have_the_same_function():
    ours, theirs = (inspect.getsource(m.successive_halving) for m in (halving, crossing))
    assert ours == theirs


@pytest.mark.parametrize(("budget", "error", "rank"), [
    (1, 0.473, 15), (3, 0.353, 27), (9, 0.162, 1), (27, 0.056, 1)])
def test_slow_starter(budget, error, rank):
    errors = crossing.slow_starter(EVERY, budget)
    assert errors[0] == pytest.approx(error, abs=5e-4)
    assert 1 + np.sum(errors < errors[0]) == rank


def test_the_true_best_is_dropped_on_the_first_rung():
    rungs = crossing.successive_halving(crossing.slow_starter, 27, 1, 3)
    assert 0 in rungs[0][0] and 0 not in rungs[1][0]
    winner = rungs[-1][0]
    assert winner[0] == 1
    assert crossing.slow_starter(winner, 27)[0] == pytest.approx(0.164, abs=5e-4)


@pytest.mark.parametrize(("n", "r", "winner", "total"), [
    (27, 1, 1, 4 * 27), (9, 3, 1, 3 * 27), (3, 9, 0, 2 * 27)])
def test_only_the_latest_first_cut_saves_it(n, r, winner, total):
    rungs = crossing.successive_halving(crossing.slow_starter, n, r, 3)
    assert rungs[-1][0][0] == winner
    assert {a * b for a, b in sizes(rungs)} == {27}
    assert sum(a * b for a, b in sizes(rungs)) == total


def test_self_check():
    assert 4 * 14 / 2 == 28
    assert 4 * 14 / 40 == 1.4
    assert 8 * 10 / 16 == 5
    rungs = halving.successive_halving(halving.parallel_curves(rng(), 64), 64, 1, 4)
    assert sizes(rungs) == [(64, 1), (16, 4), (4, 16), (1, 64)]
    assert sum(n * r for n, r in sizes(rungs)) == 256
    assert 64 * 64 == 4096
