"""Section 2.5: the slope of a function by a small nudge."""

from fractions import Fraction

import numpy as np
import pytest

from c1.w2.s05_nudge_slope import line, slope


@pytest.mark.parametrize("a", [2, 5])
def test_worked_numbers_of_the_page(a):
    assert slope(line, a) == pytest.approx(3, abs=1e-9)


def test_height_of_the_triangle_is_three_times_its_width():
    assert line(2) == 6 and line(5) == 15
    assert line(2.001) == pytest.approx(6.003, abs=1e-12)
    assert line(5.001) == pytest.approx(15.003, abs=1e-12)


def test_straight_line_has_one_slope_everywhere():
    for a in np.random.default_rng(0).uniform(-100, 100, size=100):
        assert slope(line, a) == pytest.approx(3, abs=1e-9)


@pytest.mark.parametrize("nudge", [0.5, 1000, -0.001, Fraction(1, 10**30)])
def test_straight_line_has_one_slope_for_every_nudge(nudge):
    assert slope(line, Fraction(2), nudge) == pytest.approx(3, abs=1e-9)


def test_adding_a_constant_leaves_the_slope_unchanged():
    for a in (2, 5):
        assert slope(lambda t: line(t) + 7, a) == pytest.approx(slope(line, a), abs=1e-9)


def test_value_and_slope_are_different_questions():
    def shifted(a):
        return 3 * a - 4

    assert shifted(2) / 2 == 1 and line(2) / 2 == 3
    assert slope(shifted, 2) == pytest.approx(slope(line, 2), abs=1e-9)


def test_self_check_answers():
    def falling(a):
        return -2 * a + 5

    assert slope(falling, 4) == pytest.approx(-2, abs=1e-9)
    assert (falling(4), falling(4.01)) == pytest.approx((-3, -3.02), abs=1e-12)
    assert slope(lambda a: 7, 2) == 0
    assert slope(lambda a: a**2, 2, 0.5) == 4.5
    assert slope(lambda a: a**2, 2) == pytest.approx(4.001, abs=1e-9)


def test_nudge_of_zero_is_refused():
    with pytest.raises(ZeroDivisionError):
        slope(line, 2, 0)


def test_large_inputs_stay_exact_with_whole_nudges():
    assert slope(line, 10**300, 1) == 3


@pytest.mark.reference
def test_slope_agrees_with_scipy():
    optimize = pytest.importorskip("scipy.optimize", reason="SciPy is not installed")
    reference = optimize.approx_fprime(np.array([2.0]), lambda a: line(a[0]), 0.001)
    assert slope(line, 2.0) == pytest.approx(reference[0], rel=1e-12)
