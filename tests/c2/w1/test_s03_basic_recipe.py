"""Section 1.3: the order of the remedies, and what more data can and cannot do."""

import numpy as np
import pytest

from c2.w1.s02_diagnose import diagnose
from c2.w1.s03_more_data_does_not_cure_bias import X_DEV, errors, median_errors
from c2.w1.s03_next_actions import AGAINST_BIAS, AGAINST_VARIANCE, next_actions

CASES = [(0.15, 0.16), (0.01, 0.11), (0.15, 0.30), (0.005, 0.01)]


def floor_of_line(power):
    """Return the least squared error of a line against x^power on [-1, 1], by quadrature."""
    x, weights = np.polynomial.legendre.leggauss(20)
    design = np.stack([x, np.ones_like(x)], axis=1) * np.sqrt(weights / 2)[:, None]
    target = x**power * np.sqrt(weights / 2)
    solution = np.linalg.lstsq(design, target, rcond=None)[0]
    return np.sum((design @ solution - target) ** 2), solution


@pytest.mark.parametrize("train, dev", CASES)
def test_remedies_follow_the_diagnosis_bias_first(train, dev):
    actions, verdict = next_actions(train, dev), diagnose(train, dev)
    wanted = {"high bias": set(AGAINST_BIAS), "high variance": set(AGAINST_VARIANCE),
              "both": set(AGAINST_BIAS) | set(AGAINST_VARIANCE), "neither": set()}[verdict]
    assert set(actions) == wanted and len(actions) == len(set(actions))
    if verdict == "both":
        assert tuple(actions[:3]) == AGAINST_BIAS


def test_first_choices():
    assert next_actions(0.15, 0.16)[0] == "bigger network"
    assert next_actions(0.01, 0.11)[0] == "more data"
    assert next_actions(0.15, 0.16, bayes=0.15) == []
    assert next_actions(0.05, 0.07, bayes=0.03) == []  # gaps of just 2 points


def test_floor_of_the_line():
    least, (a, b) = floor_of_line(2)
    assert least == pytest.approx(4 / 45, rel=1e-12)
    assert (a, b) == pytest.approx((0.0, 1 / 3), abs=1e-12)


def test_line_meets_its_floor_from_both_sides():
    gaps = []
    for m in (10, 100, 10_000):
        train, dev = median_errors(m, degree=1)
        assert train < 4 / 45 + 1e-3 and dev > 4 / 45 - 1e-4
        gaps.append(dev - train)
    assert gaps == sorted(gaps, reverse=True)
    assert (train, dev) == pytest.approx((4 / 45, 4 / 45), abs=2e-3)


@pytest.mark.parametrize("degree, noise, m, wanted", [
    (1, 0.0, 10, (0.0629, 0.1062)), (1, 0.0, 10_000, (0.0886, 0.0889)),
    (8, 0.2, 30, (0.0271, 0.0656)), (8, 0.2, 100, (0.0359, 0.0440))])
def test_numbers_on_the_page(degree, noise, m, wanted):
    assert median_errors(m, degree, noise) == pytest.approx(wanted, abs=5e-4)


def test_flexible_model_needs_data():
    gaps = [np.ptp(median_errors(m, 8, noise=0.2)) for m in (30, 100, 2000)]
    assert gaps[0] > 3 * gaps[1] > 9 * gaps[2]
    assert median_errors(2000, 8, noise=0.2)[1] == pytest.approx(0.04, abs=1e-3)


def test_training_error_of_least_squares_by_its_formula():
    for m in (30, 100):  # degree + 1 = 9 coefficients, and the true curve lies within reach
        assert median_errors(m, 8, noise=0.2)[0] == pytest.approx(0.04 * (1 - 9 / m), rel=0.05)


def test_larger_model_cures_the_bias_at_once():
    assert errors(10, 2, 0.0, np.random.default_rng(0)) == pytest.approx((0, 0), abs=1e-20)


def test_dev_points_stand_for_a_uniform_x():
    assert np.mean(X_DEV**2) == pytest.approx(1 / 3, abs=1e-5)
    assert np.mean(X_DEV**4) == pytest.approx(1 / 5, abs=1e-5)


def test_self_check_line_against_a_cubic():
    least, (a, b) = floor_of_line(3)
    assert least == pytest.approx(4 / 175, rel=1e-12) == pytest.approx(0.0229, abs=5e-5)
    assert (a, b) == pytest.approx((3 / 5, 0.0), abs=1e-12)


def test_self_check_next_steps():
    assert next_actions(0.12, 0.13, bayes=0.01) == list(AGAINST_BIAS)
    assert next_actions(0.02, 0.09, bayes=0.01) == list(AGAINST_VARIANCE)
