"""Section 2.11: one score by a loop and by np.dot, and the times drawn in the figure."""

import math
import time

import numpy as np
import pytest

from c1.w2.s11_dot_vs_loop import best_time, score_loop, score_vectorized, time_both
from c1.w2.s11_loop_vs_vectorized_time import TIMES

BOTH = pytest.mark.parametrize("score", [score_loop, score_vectorized])


@BOTH
def test_three_entries_by_hand(score):
    assert score(np.array([1.0, 2.0, 3.0]), 0.5, np.array([4.0, 5.0, 6.0])) == 32.5


@BOTH
def test_bias_is_added_once(score):
    w, x = np.ones(7), np.zeros(7)
    assert score(w, 0.5, x) == 0.5
    assert score(np.zeros(0), 0.5, np.zeros(0)) == 0.5


@BOTH
def test_one_entry(score):
    assert score(np.array([3.0]), -1.0, np.array([2.0])) == 5.0


@BOTH
def test_lengths_that_differ_are_refused(score):
    with pytest.raises(ValueError):
        score(np.ones(3), 0.0, np.ones(2))


def test_both_agree_with_the_exact_sum_for_long_vectors():
    w, x = np.random.default_rng(0).random((2, 100_000))
    exact = math.fsum((w * x).tolist()) + 0.5
    assert score_loop(w, 0.5, x) == pytest.approx(exact, rel=1e-10)
    assert score_vectorized(w, 0.5, x) == pytest.approx(exact, rel=1e-10)


def test_order_of_addition_changes_the_last_digit():
    assert (0.1 + 0.2) + 0.3 == 0.6000000000000001
    assert 0.1 + (0.2 + 0.3) == 0.6


def test_column_vectors_need_the_transpose():
    w, x = np.array([[1.0], [2.0], [3.0]]), np.array([[4.0], [5.0], [6.0]])
    assert np.dot(w.T, x).shape == (1, 1) and np.dot(w.T, x).item() == 32.0
    with pytest.raises(ValueError):
        np.dot(w, x)


def test_bias_inside_the_loop_gives_the_wrong_number_of_the_erratum():
    z = 0.0
    for product in (4.0, 10.0, 18.0):
        z += product
        z += 0.5
    assert z == 33.5


def test_vectorized_is_faster():
    loop, vectorized = time_both(1_000_000)
    assert 0 < vectorized < loop


def test_best_time_takes_the_shortest_run():
    pauses = iter([0.03, 0.0, 0.03])
    assert best_time(lambda: time.sleep(next(pauses)), repeats=3) < 0.025
    with pytest.raises(StopIteration):
        next(pauses)


def test_arithmetic_of_the_lecture():
    assert 500 / 1.5 == pytest.approx(333, abs=0.5)
    assert 60 * 300 / 3600 == 5  # one minute becomes five hours


def test_registers_hold_four_or_eight_numbers():
    assert 256 // (8 * np.dtype(np.float64).itemsize) == 4
    assert 256 // (8 * np.dtype(np.float32).itemsize) == 8


def times_at(n_x):
    return next((loop, dot) for n, loop, dot in TIMES if n == n_x)


@pytest.mark.parametrize("n_x, factor", [(10, 3), (10**4, 780), (10**7, 250)])
def test_factors_of_the_page_are_those_of_the_figure(n_x, factor):
    loop, dot = times_at(n_x)
    assert loop / dot == pytest.approx(factor, rel=0.1)


def test_times_of_the_page_are_those_of_the_figure():
    loop, dot = times_at(10**6)
    assert loop / 10**6 == pytest.approx(100e-9) and dot / 10**6 == pytest.approx(0.19e-9, rel=0.01)
    loop, dot = times_at(10**7)
    assert (loop, dot) == (0.979, 3.99e-3)  # first self-check question
    assert 1000 * loop / 60 == pytest.approx(16, abs=0.5)
    assert 1000 * dot == pytest.approx(4, abs=0.05)
    assert 2 * 10**7 * np.dtype(np.float64).itemsize == 160e6


def test_measured_times_grow_and_the_loop_is_never_faster():
    assert [n_x for n_x, _, _ in TIMES] == [10**k for k in range(1, 8)]
    loops = [loop for _, loop, _ in TIMES]
    assert loops == sorted(loops)
    assert all(dot < loop for _, loop, dot in TIMES)
