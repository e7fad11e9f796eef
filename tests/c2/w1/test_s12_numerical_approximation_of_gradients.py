"""Section 1.12: difference quotients, their errors, and the limits of float32."""

import numpy as np
import pytest

from c2.w1.s12_difference_quotients import cube, one_sided, two_sided
from c2.w1.s12_error_u_curve import best_step, errors
from c2.w1.s12_float32_failure import step_taken
from c2.w1.s12_float32_failure import two_sided as two_sided_32

FUNCTIONS = ((cube, 3.0), (np.exp, np.e), (np.sin, np.cos(1.0)))


def test_hand_values():
    assert one_sided(cube, 1.0, 0.01) == pytest.approx(3.0301, abs=1e-12)
    assert two_sided(cube, 1.0, 0.01) == pytest.approx(3.0001, abs=1e-12)
    assert 0.0301 / 0.0001 == pytest.approx(301)


@pytest.mark.parametrize(("f", "slope"), FUNCTIONS)
def test_halving_the_step(f, slope):
    for quotient, factor in ((one_sided, 2), (two_sided, 4)):
        long, short = (quotient(f, 1.0, e) - slope for e in (0.01, 0.005))
        assert long / short == pytest.approx(factor, rel=0.01)


@pytest.mark.parametrize("epsilon", [0.5, 0.1, 0.01])
def test_error_of_the_cube_is_the_square_of_the_step(epsilon):
    assert two_sided(cube, 1.0, epsilon) - 3.0 == pytest.approx(epsilon**2, rel=1e-9)
    assert one_sided(cube, 1.0, epsilon) - 3.0 == pytest.approx(3 * epsilon + epsilon**2)


def test_leading_terms():
    e, (f2, f3) = 1e-3, (-np.sin(1.0), -np.cos(1.0))
    assert one_sided(np.sin, 1.0, e) - np.cos(1.0) == pytest.approx(e / 2 * f2, rel=1e-2)
    assert two_sided(np.sin, 1.0, e) - np.cos(1.0) == pytest.approx(e**2 / 6 * f3, rel=1e-5)


def test_u_curve():
    steps = np.logspace(-1, -12, 111)
    found = errors(cube, 3.0, 1.0, steps)
    large = steps > 1e-4
    slope = np.polyfit(np.log(steps[large]), np.log(found[large]), 1)[0]
    assert slope == pytest.approx(2.0, abs=0.01)
    smooth = np.array([found[max(0, k - 3):k + 4].max() for k in range(found.size)])
    assert 1e-7 < steps[smooth.argmin()] < 1e-4
    assert smooth[steps < 1e-8].min() > 10 * smooth.min()
    assert smooth[steps < 1e-11].max() > 100 * smooth[(steps < 1e-7) & (steps > 1e-8)].max()


def test_best_step_minimizes_the_estimate():
    best = best_step(cube, 6.0, 1.0)
    assert best == pytest.approx(3.8e-6, rel=0.01)
    u, around = 2.0**-53, best * np.linspace(0.5, 2.0, 3001)
    total = around**2 / 6 * 6.0 + u / around
    assert around[total.argmin()] == pytest.approx(best, rel=1e-3)


def test_best_step_in_float32():
    u = 2.0**-24
    assert u == pytest.approx(6.0e-8, rel=0.01)
    best = np.cbrt(3 * u / 6)
    assert best == pytest.approx(0.003, rel=0.05)
    assert best**2 + u / best == pytest.approx(3e-5, rel=0.05)


def test_float32_fails():
    one, e = np.float32(1), np.float32(1e-7)
    assert two_sided_32(cube, one, e).dtype == np.float32
    assert two_sided_32(cube, one, e) == pytest.approx(3.58, abs=0.005)
    assert abs(two_sided_32(cube, one, e) - 3) / 3 > 0.1
    assert step_taken(one, e) == pytest.approx(2.384e-7, rel=1e-3)
    steps = np.logspace(-7, 0, 300, dtype=np.float32)
    found = [abs(float(two_sided_32(cube, one, s)) - 3) for s in steps]
    near = [max(found[max(0, k - 5):k + 6]) for k in range(300)]
    assert min(near) > 1e-6  # no stretch of steps is good to 1e-7


def test_pitfalls():
    relu = lambda t: np.maximum(0.0, t)  # noqa: E731
    assert two_sided(relu, 0.0, 1e-5) == 0.5
    assert (cube(1.01) - 0.99) / 0.02 == pytest.approx(2.015, abs=1e-3)
    assert two_sided(cube, 1.0, 1e-17) == 0.0 < two_sided(cube, 1.0, 6e-17)
    assert errors(cube, 3.0, 1.0, [1e-12])[0] == pytest.approx(1e-4, rel=0.2)
    assert 1000 * 0.01**2 == pytest.approx(0.1)


@pytest.mark.reference
def test_agrees_with_scipy():
    differentiate = pytest.importorskip("scipy.optimize")
    found = differentiate.approx_fprime([0.7], lambda t: np.sin(t[0]), 1e-6)
    assert one_sided(np.sin, 0.7, 1e-6) == pytest.approx(found[0], rel=1e-9)


def test_figure_numbers():
    assert two_sided(cube, 1.0, 0.5) == 3.25
    assert one_sided(cube, 1.0, 0.5) == 4.75


def test_self_check():
    square = lambda t: t * t  # noqa: E731
    assert two_sided(square, 3.0, 0.1) == pytest.approx(6.0)
    assert one_sided(square, 3.0, 0.1) == pytest.approx(6.1)
    assert 4e-6 / (0.01 / 0.0025) ** 2 == pytest.approx(2.5e-7)
