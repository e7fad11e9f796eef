"""Section 2.3: the recursion, its lag, and the conventions of libraries."""

import datetime
from fractions import Fraction

import numpy as np
import pytest

from c2.w2 import s03_temperature_smoothing as figure
from c2.w2.s03_ewa import weighted_average
from c2.w2.s03_ewa_lag import lag, mean_age

BETAS = (0.0, 0.5, 0.9, 0.98, 0.999)


def test_first_values():
    exact, v = [], Fraction(0)
    for theta in (40, 49, 45):
        v = Fraction(9, 10) * v + Fraction(1, 10) * theta
        exact.append(float(v))
    assert exact == [4.0, 8.5, 12.15]
    np.testing.assert_allclose(weighted_average([40, 49, 45], 0.9), exact, rtol=1e-15)
    assert weighted_average([40, 49], 0.98)[:2] == pytest.approx([0.8, 1.764])


@pytest.mark.parametrize("beta", BETAS)
def test_constant_series(beta):
    t = np.arange(1, 301)
    np.testing.assert_allclose(weighted_average(np.full(300, 50.0), beta), 50 * (1 - beta**t),
                               rtol=1e-11)


@pytest.mark.reference
@pytest.mark.parametrize("beta", BETAS)
def test_the_recursion_is_a_filter_of_scipy(beta):
    signal = pytest.importorskip("scipy.signal")
    theta = np.random.default_rng(0).normal(50.0, 10.0, 400)
    expected = signal.lfilter([1 - beta], [1, -beta], theta)
    np.testing.assert_allclose(weighted_average(theta, beta), expected, rtol=1e-14)


@pytest.mark.parametrize("beta", BETAS)
def test_linear_and_between_the_extremes(beta):
    a, b = np.random.default_rng(1).uniform(1.0, 9.0, (2, 100))
    np.testing.assert_allclose(weighted_average(2 * a - 3 * b, beta),
                               2 * weighted_average(a, beta) - 3 * weighted_average(b, beta),
                               rtol=0, atol=1e-12)
    assert (weighted_average(a, beta) <= a.max()).all() and (weighted_average(a, beta) > 0).all()


def test_edges():
    theta = np.array([1000.0, -1000.0, 3.0])
    np.testing.assert_array_equal(weighted_average(theta, 0.0), theta)
    np.testing.assert_array_equal(weighted_average(theta, 1.0), np.zeros(3))
    assert weighted_average([7.0], 0.5).tolist() == [3.5]
    assert weighted_average([], 0.5).shape == (0,)


@pytest.mark.parametrize(("beta", "days"), [(0.5, 1), (0.9, 9), (0.98, 49)])
def test_lag_on_a_ramp(beta, days):
    behind = lag(beta, 1000)
    assert behind[-1] == pytest.approx(days, abs=1e-6)
    t = np.arange(1, 1001)
    np.testing.assert_allclose(behind, beta * (1 - beta**t) / (1 - beta), rtol=1e-10)
    assert mean_age(beta) == pytest.approx(beta / (1 - beta), rel=1e-12) == pytest.approx(days)


def test_window_of_each_beta():
    assert [1 / (1 - beta) for beta in (0.9, 0.98, 0.5)] == pytest.approx([10, 50, 2])


def test_temperatures_in_celsius():
    celsius = [round((f - 32) / 1.8) for f in (40, 49, 45, 60, 56)]
    assert celsius == [4, 9, 7, 16, 13]


def test_day_180_is_29_june():
    new_year = datetime.date(2026, 1, 1)
    assert new_year + datetime.timedelta(days=179) == datetime.date(2026, 6, 29)
    assert (datetime.date(2026, 5, 31) - new_year).days + 1 == 151


def test_the_smoother_the_later_in_the_figure():
    theta = figure.temperatures()
    season = 52.0 - 14.0 * np.cos(2 * np.pi * (np.arange(1, 366) - 15) / 365)
    assert season.argmax() + 1 in (197, 198)
    assert np.std(theta - season) == pytest.approx(4.0, abs=0.3)
    averages = {beta: weighted_average(theta, beta) for beta, *_ in figure.RUNS}
    assert averages[0.98].argmax() + 1 == 236
    # Without noise too: the delay of the season is atan(omega 49) / omega, 41 days.
    assert abs(weighted_average(season, 0.98).argmax() + 1 - 238) <= 2
    assert all(v[0] < 0.55 * theta[0] for v in averages.values())
    rough = [np.diff(v[100:]).std() for v in averages.values()]
    assert rough[0] > 4 * rough[1] > 8 * rough[2]
    assert all(v[0] == pytest.approx((1 - beta) * theta[0]) for beta, v in averages.items())


def test_a_jump_shows_how_quick_each_average_is():
    theta = np.concatenate([np.zeros(5), np.ones(10)])
    after = [weighted_average(theta, beta)[9] for beta in (0.5, 0.9, 0.98)]
    assert after == pytest.approx([1 - beta**5 for beta in (0.5, 0.9, 0.98)])
    assert after == sorted(after, reverse=True)


@pytest.mark.reference
def test_momentum_of_torch_weighs_the_new_value():
    torch = pytest.importorskip("torch")
    layer = torch.nn.BatchNorm1d(1, momentum=0.1)
    layer.running_mean.zero_()
    found = []
    for value in (40.0, 49.0, 45.0):
        layer(torch.full((2, 1), value))
        found.append(layer.running_mean.item())
    assert found == pytest.approx(weighted_average([40, 49, 45], 0.9), rel=1e-6)


@pytest.mark.reference
def test_momentum_of_keras_weighs_the_old_average():
    keras = pytest.importorskip("keras")
    layer = keras.layers.BatchNormalization(momentum=0.9)
    found = []
    for value in (40.0, 49.0, 45.0):
        layer(np.full((2, 1), value, dtype="float32"), training=True)
        found.append(float(np.asarray(layer.moving_mean)[0]))
    assert found == pytest.approx(weighted_average([40, 49, 45], 0.9), rel=1e-6)


def test_self_check():
    assert weighted_average([10, 20, 15], 0.8) == pytest.approx([2, 5.6, 7.48])
    assert 1 / (1 - 0.95) == pytest.approx(20)
    assert lag(0.95, 2000)[-1] == pytest.approx(19)
