"""Section 2.5: the corrected average is a weighted mean, and how long the correction matters."""

import math

import numpy as np
import pytest

from c2.w2.s05_ewa_bias_corrected import corrected_average, weighted_average
from c2.w2.s05_warm_up_length import warm_up_length

BETAS = (0.0, 0.5, 0.9, 0.98, 0.999)


def test_two_days_of_the_page():
    theta = np.array([40.0, 49.0])
    np.testing.assert_allclose(weighted_average(theta, 0.98), [0.8, 1.764], rtol=1e-12)
    np.testing.assert_allclose(corrected_average(theta, 0.98), [40, 1.764 / 0.0396], rtol=1e-12)
    assert 1.764 / 0.0396 == pytest.approx(44.545454, abs=1e-6)
    assert 1 - 0.98**2 == pytest.approx(0.0396)
    assert (0.0196 / 0.0396, 0.02 / 0.0396) == pytest.approx((0.495, 0.505), abs=5e-4)
    assert 0.0196 * 40 == pytest.approx(0.784) and 0.02 * 49 == pytest.approx(0.98)


@pytest.mark.parametrize("beta", BETAS)
def test_constant_series_is_returned_at_every_step(beta):
    np.testing.assert_allclose(corrected_average(np.full(500, 50.0), beta), 50.0, rtol=1e-12)


@pytest.mark.parametrize("beta", BETAS)
def test_corrected_is_the_weighted_mean(beta):
    theta = np.random.default_rng(0).normal(50.0, 10.0, 200)
    found = corrected_average(theta, beta)
    assert found.shape == (200,)
    for t in (1, 2, 3, 17, 200):
        weights = beta ** (t - 1 - np.arange(t))
        assert found[t - 1] == pytest.approx(np.average(theta[:t], weights=weights), rel=1e-12)
        assert theta[:t].min() - 1e-9 <= found[t - 1] <= theta[:t].max() + 1e-9


def test_one_value_and_extreme_values():
    with np.errstate(all="raise"):
        assert corrected_average(np.array([1000.0]), 0.999).item() == pytest.approx(1000)
        found = corrected_average(np.array([1000.0, -1000.0] * 20), 0.9)
    assert np.abs(found).max() <= 1000 + 1e-9


def test_mean_over_many_series_is_the_known_factor():
    series = np.random.default_rng(1).normal(50.0, 10.0, (5, 20_000))  # 5 days of each series
    v = weighted_average(series, 0.98)
    expected = (1 - 0.98 ** np.arange(1, 6)) * 50
    np.testing.assert_allclose(v.mean(axis=1), expected, rtol=0.01)


def test_dependent_values_have_the_same_factor():
    level = np.random.default_rng(2).normal(50.0, 10.0, 20_000)  # one value a series, repeated
    v = weighted_average(np.tile(level, (5, 1)), 0.9)
    np.testing.assert_allclose(v.mean(axis=1), (1 - 0.9 ** np.arange(1, 6)) * level.mean())


@pytest.mark.parametrize(("beta", "t"), [(0.9, 44), (0.98, 228), (0.999, 4603), (0.99, 459)])
def test_warm_up_length(beta, t):
    assert warm_up_length(beta) == t
    assert beta**t < 0.01 <= beta ** (t - 1)
    assert t - 1 <= math.log(0.01) / math.log(beta) < t


def test_constant_is_missing_less_than_one_percent_from_there_on():
    v = weighted_average(np.ones(300), 0.98)
    assert np.flatnonzero(v > 0.99)[0] + 1 == 228


def test_writing_the_corrected_value_back_spoils_the_recursion():
    v, read = 0.0, []
    for t in (1, 2):
        v = (0.9 * v + 0.1) / (1 - 0.9**t)
        read.append(v)
    assert read == pytest.approx([1.0, 1 / 0.19]) and read[1] == pytest.approx(5.26, abs=0.005)


def test_day_0_is_0_over_0():
    with pytest.raises(ZeroDivisionError):
        0.0 / (1 - 0.9**0)


def test_lag_behind_a_ramp_is_not_corrected():
    ramp = np.arange(1.0, 1001.0)
    assert ramp[-1] - corrected_average(ramp, 0.9)[-1] == pytest.approx(9.0, abs=1e-6)


def test_self_check():
    theta = np.array([40.0, 49.0, 45.0])
    assert 1 - 0.9**3 == pytest.approx(0.271)
    assert corrected_average(theta, 0.9)[-1] == pytest.approx(12.15 / 0.271)
    assert 12.15 / 0.271 == pytest.approx(44.83, abs=0.005)
    np.testing.assert_allclose(np.array([0.081, 0.09, 0.1]) / 0.271, [0.299, 0.332, 0.369],
                               rtol=0, atol=5e-4)
    assert 1 / (1 - 0.999**100) == pytest.approx(10.5, abs=0.05)
    assert 0.9**100 < 3e-5
