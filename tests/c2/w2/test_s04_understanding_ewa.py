"""Section 2.4: the average as a weighted sum, its reach, its noise, and a true window."""

import math

import numpy as np
import pytest

from c2.w2 import s04_ewa_weights, s04_noise_reduction, s04_window_vs_ewa
from c2.w2.s04_ewa_weights import unrolled, weights
from c2.w2.s04_noise_reduction import simulated, sum_of_squares, variance_factor
from c2.w2.s04_weight_after_one_over_one_minus_beta import (
    first_age_below, relative_weight, share_inside, span)
from c2.w2.s04_window_vs_ewa import outlier, weighted_average, window_average

BETAS = (0.0, 0.5, 0.9, 0.98, 0.999)


@pytest.mark.parametrize("module", [s04_ewa_weights, s04_noise_reduction, s04_window_vs_ewa])
def test_first_values_of_the_recursion(module):
    v = module.weighted_average(np.array([40.0, 49.0, 45.0]), 0.9)
    np.testing.assert_allclose(v, [4.0, 8.5, 12.15], rtol=1e-14)


@pytest.mark.parametrize("beta", BETAS)
@pytest.mark.parametrize("t", [1, 2, 5, 300])
def test_sum_of_products_is_the_recursion(t, beta):
    theta = np.random.default_rng(t).normal(50.0, 10.0, t)
    assert unrolled(theta, beta) == pytest.approx(weighted_average(theta, beta)[-1], rel=1e-12)
    assert weights(t, beta).shape == (t,)
    assert weights(t, beta).sum() == pytest.approx(1 - beta**t, rel=1e-12)


def test_weights_are_the_response_to_a_single_one():
    for age, weight in enumerate(weights(5, 0.9)):
        pulse = np.zeros(5)
        pulse[4 - age] = 1.0
        assert weighted_average(pulse, 0.9)[-1] == pytest.approx(weight, rel=1e-14)
    np.testing.assert_allclose(weights(5, 0.9), [0.1, 0.09, 0.081, 0.0729, 0.06561], rtol=1e-14)
    np.testing.assert_allclose(weights(5, 0.0), [1, 0, 0, 0, 0], rtol=0, atol=0)


def test_extreme_data_stay_in_range():
    with np.errstate(all="raise"):
        v = weighted_average(np.array([1000.0, -1000.0] * 50), 0.9)
    assert np.abs(v).max() <= 1000


@pytest.mark.parametrize(("n", "beta"), [(1, 0.9), (3, 0.9), (7, 0.5)])
def test_general_line_of_the_unrolling(n, beta):
    theta = np.random.default_rng(8).normal(50.0, 10.0, 20)
    v = weighted_average(theta, beta)
    newest = sum((1 - beta) * beta**i * theta[19 - i] for i in range(n))
    assert v[19] == pytest.approx(beta**n * v[19 - n] + newest, rel=1e-13)


@pytest.mark.parametrize(("beta", "n", "weight", "share"), [
    (0.9, 10, 0.3487, 0.6513), (0.98, 50, 0.3642, 0.6358)])
def test_reach_of_one_over_one_minus_beta(beta, n, weight, share):
    assert span(beta) == n
    assert relative_weight(n, beta) == pytest.approx(weight, abs=5e-5)
    assert share_inside(n, beta) == pytest.approx(share, abs=5e-5)
    assert share_inside(n, beta) == pytest.approx(weights(n, beta).sum(), rel=1e-12)
    newest = weights(n + 1, beta)
    assert newest[n] / newest[0] == pytest.approx(relative_weight(n, beta), rel=1e-12)


def test_limit_is_one_over_e():
    gaps = [1 / math.e - (1 - eps) ** (1 / eps) for eps in (0.1, 0.02, 0.001)]
    assert gaps == sorted(gaps, reverse=True) and 0 < gaps[-1] < 2e-4
    assert 1 / math.e == pytest.approx(0.368, abs=5e-4)


@pytest.mark.parametrize(("beta", "age"), [(0.9, 11), (0.98, 55), (0.5, 2)])
def test_first_age_below_a_third(beta, age):
    assert first_age_below(1 / 3, beta) == age
    assert beta**age < 1 / 3 <= beta ** (age - 1)


@pytest.mark.parametrize("beta", [0.5, 0.9, 0.98])
def test_noise_by_formula_by_sum_and_by_simulation(beta):
    assert sum_of_squares(beta, 5000) == pytest.approx(variance_factor(beta), rel=1e-12)
    found = simulated(beta, 200_000, np.random.default_rng(1))
    assert found == pytest.approx(variance_factor(beta), rel=0.03)


def test_window_of_19_has_the_noise_and_the_mean_age_of_0_9():
    assert 1 / variance_factor(0.9) == pytest.approx(19) == (1 + 0.9) / (1 - 0.9)
    assert 1 / variance_factor(0.98) == pytest.approx(99)
    age = np.arange(5000)
    assert weights(5000, 0.9) @ age == pytest.approx(9)
    assert np.arange(19).mean() == 9
    noise = np.random.default_rng(3).standard_normal(200_000)
    assert window_average(noise, 19)[19:].var() == pytest.approx(1 / 19, rel=0.03)


@pytest.mark.parametrize("n", [1, 4, 10])
def test_window_is_the_mean_of_the_newest_values(n):
    theta = np.random.default_rng(0).normal(50.0, 10.0, 30)
    found = window_average(theta, n)
    assert found.shape == (30,)
    for t in range(n, 31):
        assert found[t - 1] == pytest.approx(theta[t - n:t].mean(), rel=1e-12)


def test_outlier_leaves_the_window_and_fades_from_the_average():
    theta = outlier(40, 6, 50.0)
    window, ewa = window_average(theta, 10), weighted_average(theta, 0.9)
    np.testing.assert_array_equal(window, [0] * 5 + [5] * 10 + [0] * 25)
    np.testing.assert_allclose(ewa[5:], 5 * 0.9 ** np.arange(35), rtol=1e-12)
    np.testing.assert_array_equal(ewa[:5], 0)


def test_neither_average_is_always_the_better_one():
    """After a jump first one is closer, then the other; a wandering level favours the weights."""
    jump = np.repeat([0.0, 10.0], 100)
    window = np.abs(window_average(jump, 19) - jump)[100:]
    ewa = np.abs(weighted_average(jump, 0.9) - jump)[100:]
    assert np.all(ewa[:15] < window[:15]) and np.all(window[15:] < ewa[15:])
    assert window[17] > 0.5 and window[18:].max() < 1e-12
    rng = np.random.default_rng(2)
    wander = np.cumsum(0.1 * rng.standard_normal(50_000))
    noisy = wander + rng.standard_normal(50_000)
    best = min(np.mean((window_average(noisy, n) - wander)[1000:] ** 2) for n in range(1, 150))
    assert np.mean((weighted_average(noisy, 0.9) - wander)[1000:] ** 2) < best


def test_self_check():
    assert span(0.95) == 20
    assert relative_weight(20, 0.95) == pytest.approx(0.3585, abs=5e-5)
    assert share_inside(20, 0.95) == pytest.approx(0.6415, abs=5e-5)
    assert weighted_average(np.full(5, 50.0), 0.9)[-1] == pytest.approx(20.48, abs=0.005)
