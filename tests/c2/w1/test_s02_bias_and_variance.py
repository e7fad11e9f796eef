"""Section 1.2: the diagnosis by error rates, and the split of the squared error."""

import numpy as np
import pytest

from c2.w1 import s02_three_fits as figure
from c2.w1.s02_bias_variance_decomposition import NOISE, f, fits, split_error
from c2.w1.s02_diagnose import diagnose

X = np.linspace(-1.0, 1.0, 25)


@pytest.mark.parametrize("train, dev, bayes, wanted", [
    (0.01, 0.11, 0.0, "high variance"),
    (0.15, 0.16, 0.0, "high bias"),
    (0.15, 0.30, 0.0, "both"),
    (0.005, 0.01, 0.0, "neither"),
    (0.15, 0.16, 0.15, "neither"),
])
def test_the_five_cases(train, dev, bayes, wanted):
    assert diagnose(train, dev, bayes) == wanted


def test_the_verdict_follows_the_bayes_error_and_the_tolerance():
    assert diagnose(0.15, 0.16, 0.12) == "high bias"
    assert diagnose(0.15, 0.16, 0.14) == "neither"
    assert diagnose(0.005, 0.01, tolerance=0.001) == "both"
    assert diagnose(0.05, 0.03, 0.04) == "neither"  # dev below training


def test_a_gap_of_the_tolerance_is_small_at_any_level():
    for percent in range(98):
        low, high, higher = percent / 100, (percent + 2) / 100, (percent + 3) / 100
        assert diagnose(low, high, bayes=low) == "neither"
        assert diagnose(high, high, bayes=low) == "neither"
        assert diagnose(low, higher, bayes=low) == "high variance"
        assert diagnose(higher, higher, bayes=low) == "high bias"


@pytest.mark.parametrize("degree", [1, 3, 10])
def test_error_is_bias_squared_plus_variance(degree):
    F_hat = fits(X, degree, 300, np.random.default_rng(degree))
    error, bias2, variance = split_error(F_hat, f(X))
    assert error == pytest.approx(bias2 + variance, abs=1e-12)


def test_identity_for_any_numbers():
    rng = np.random.default_rng(0)
    error, bias2, variance = split_error(rng.standard_normal((7, 4)), rng.standard_normal(4))
    assert error == pytest.approx(bias2 + variance, abs=1e-12)


@pytest.mark.parametrize("degree, m", [(1, 25), (3, 25), (10, 25), (10, 100)])
def test_bias_and_variance_by_their_formulas(degree, m):
    x = np.linspace(-1.0, 1.0, m)
    _, bias2, variance = split_error(fits(x, degree, 4000, np.random.default_rng(1)), f(x))
    assert variance == pytest.approx(NOISE**2 * (degree + 1) / m, rel=0.05)
    exact = np.polynomial.Legendre.fit(x, f(x), degree)(x)  # the fit without noise
    assert bias2 == pytest.approx(np.mean((exact - f(x)) ** 2), abs=2e-3)


def test_line_has_bias_and_degree_10_variance():
    rng = np.random.default_rng(0)
    parts = {degree: split_error(fits(X, degree, 2000, rng), f(X)) for degree in (1, 3, 10)}
    assert parts[1][1] > 20 * parts[1][2]
    assert parts[10][2] > 20 * parts[10][1]
    assert parts[3][0] < min(parts[1][0], parts[10][0])
    for degree, bias2, variance in ((1, 0.2244, 0.0073), (3, 0.0058, 0.0144), (10, 0, 0.0396)):
        assert parts[degree][1:] == pytest.approx((bias2, variance), abs=1e-3)
    assert parts[3][0] == pytest.approx(0.0202, abs=1e-3)


def test_fresh_labels_add_the_variance_of_the_noise():
    rng = np.random.default_rng(2)
    F_hat = fits(X, 3, 4000, rng)
    fresh = np.mean((f(X) + NOISE * rng.standard_normal(F_hat.shape) - F_hat) ** 2)
    assert fresh - split_error(F_hat, f(X))[0] == pytest.approx(NOISE**2, rel=0.02)


@pytest.mark.parametrize("degree, penalty, wrong", [(1, 1e-3, 7), (2, 1e-3, 4), (8, 1e-6, 0)])
def test_mistakes_named_under_the_figure(degree, penalty, wrong):
    points, Y = figure.points()
    w = figure.fit(points, Y, degree, penalty)
    assert points.shape == (2, 40)
    assert np.sum((w @ figure.powers(points, degree) > 0) != Y) == wrong


def test_self_check_speech():
    assert diagnose(0.05, 0.13, 0.04) == "high variance"
    assert diagnose(0.05, 0.13) == "both"  # measured against 0


def test_self_check_more_points():
    assert NOISE**2 * 11 / 100 == pytest.approx(0.0099, abs=1e-12)
    for m in (25, 100):
        x = np.linspace(-1.0, 1.0, m)
        line = np.polynomial.Polynomial.fit(x, f(x), 1)(x)
        assert np.mean((line - f(x)) ** 2) == pytest.approx(0.2, abs=0.03)
