"""Section 2.6: slopes of curves, and what the linear estimate leaves over."""

import math
from fractions import Fraction

import numpy as np
import pytest

from c1.w2.s06_derivative_table import CURVES, slope, table
from c1.w2.s06_leftover_shrinks import estimate, leftover

SQUARE, CUBE, LOG = [(f, df) for _, f, df in CURVES]


def central_difference(f, t, step=1e-5):
    return (f(t + step) - f(t - step)) / (2 * step)


@pytest.mark.parametrize("a", [2, 5])
@pytest.mark.parametrize(("f", "df"), [SQUARE, CUBE, LOG])
def test_derivatives_agree_with_central_differences(f, df, a):
    assert df(a) == pytest.approx(central_difference(f, a), abs=1e-8)


def test_slopes_of_the_page():
    slopes = {(name, a): exact for name, a, *_, exact in table((0.5, 2, 5))}
    assert [slopes["a^2", a] for a in (2, 5)] == [4, 10]
    assert [slopes["a^3", a] for a in (2, 5)] == [12, 75]
    assert [slopes["ln a", a] for a in (0.5, 2, 5)] == [2, 0.5, 0.2]


def test_nudged_values_of_the_page():
    moved = {(name, a): value for name, a, _, value, *_ in table((2, 5))}
    assert moved["a^2", 2] == pytest.approx(4.004001, abs=1e-12)
    assert moved["a^2", 5] == pytest.approx(25.010001, abs=1e-12)
    assert moved["a^3", 2] == pytest.approx(8.012006001, abs=1e-12)
    assert moved["ln a", 2] == pytest.approx(0.693647, abs=5e-7)
    assert moved["ln a", 2] - math.log(2) == pytest.approx(0.00049988, abs=5e-9)


def test_table_shows_the_value_and_the_nudged_slope():
    rows = {(name, a): row for name, a, *row in table((2, 5))}
    assert rows["a^2", 5] == pytest.approx([25, 25.010001, 10.001, 10], abs=1e-9)
    assert rows["a^3", 2] == pytest.approx([8, 8.012006001, 12.006001, 12], abs=1e-9)
    assert rows["ln a", 2] == pytest.approx([0.693147, 0.693647, 0.499875, 0.5], abs=5e-7)


def test_logarithm_near_one_is_its_nudge():
    assert LOG[0](1.001) == pytest.approx(0.0009995, abs=5e-8)


def test_nudged_slope_of_the_square_is_off_by_the_nudge():
    for a in (2, 5):
        assert slope(SQUARE[0], Fraction(a), Fraction(1, 1000)) == 2 * a + Fraction(1, 1000)


@pytest.mark.parametrize("eps", [Fraction(1, 10), Fraction(1, 1000), Fraction(-1, 10**9)])
def test_leftover_of_the_square_is_the_square_of_the_nudge(eps):
    for a in (Fraction(2), Fraction(5), Fraction(-7, 3)):
        assert leftover(*SQUARE, a, eps) == eps**2
        assert leftover(*CUBE, a, eps) == 3 * a * eps**2 + eps**3


def test_leftover_of_the_square_in_floating_point():
    assert leftover(*SQUARE, 2, 0.001) == pytest.approx(1e-6, rel=1e-8)


@pytest.mark.parametrize(("f", "df"), [SQUARE, CUBE, LOG])
def test_ten_times_smaller_nudge_leaves_a_hundred_times_less(f, df):
    ratio = leftover(f, df, 2, 0.01) / leftover(f, df, 2, 0.001)
    assert ratio == pytest.approx(100, rel=0.01)


def test_leftover_of_the_logarithm():
    assert leftover(*LOG, 2, 0.001) == pytest.approx(-(0.001**2) / 8, rel=1e-3)
    assert all(leftover(*LOG, a, eps) < 0 for a in (0.5, 2, 5) for eps in (0.1, -0.1))


def test_no_nudge_leaves_nothing():
    for f, df in (SQUARE, CUBE, LOG):
        assert leftover(f, df, 2, 0) == 0


def test_self_check_answers():
    assert estimate(*CUBE, 2, 0.01) == pytest.approx(8.12, abs=1e-12)
    assert 2.01**3 == pytest.approx(8.120601, abs=1e-12)
    assert leftover(*CUBE, 2, 0.01) == pytest.approx(0.000601, abs=1e-12)
    assert LOG[1](0.01) == 100
    assert slope(LOG[0], 0.01) == pytest.approx(95.3, abs=0.05)
    assert SQUARE[1](-3) == -6 and SQUARE[1](0) == 0


def test_logarithm_to_base_ten_has_another_slope():
    assert central_difference(math.log10, 2) == pytest.approx(0.2171, abs=5e-5)
    assert LOG[1](2) / math.log(10) == pytest.approx(central_difference(math.log10, 2), rel=1e-8)


def test_logarithm_of_zero_or_less_is_refused():
    for a in (0, -1):
        with pytest.raises(ValueError):
            leftover(*LOG, a, -0.001)


@pytest.mark.reference
def test_derivatives_agree_with_scipy():
    optimize = pytest.importorskip("scipy.optimize", reason="SciPy is not installed")
    for f, df in (SQUARE, CUBE, LOG):
        reference = optimize.approx_fprime(np.array([2.0]), lambda a, f=f: f(a[0]), 1e-7)
        assert df(2) == pytest.approx(reference[0], rel=1e-6)
