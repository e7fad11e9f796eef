"""Section 1.4: slopes of sigmoid and ReLU; test error against the amount of data."""

import numpy as np
import pytest
from numpy.polynomial import Polynomial

from c1.w1.s04_scale_drives_performance import DEGREES, error_of, median_errors, sample
from c1.w1.s04_sigmoid_vs_relu_slope import relu_slope, sigmoid, sigmoid_slope, through_layers


def test_slopes_agree_with_central_differences():
    z, step = np.linspace(-6.05, 6.05, 122), 1e-6  # the grid leaves out the kink
    for g, slope in ((sigmoid, sigmoid_slope(sigmoid(z))),
                     (lambda t: np.maximum(0.0, t), relu_slope(z))):
        numeric = (g(z + step) - g(z - step)) / (2 * step)
        np.testing.assert_allclose(slope, numeric, atol=1e-8)


def test_slopes_of_the_page():
    z = np.array([0.0, 2.0, 5.0, -5.0, 10.0])
    wanted = [0.25, 0.104994, 0.006648, 0.006648, 4.54e-5]
    np.testing.assert_allclose(sigmoid_slope(sigmoid(z)), wanted, rtol=1e-4)
    np.testing.assert_array_equal(relu_slope(np.array([-5.0, 0.0, 1e-9, 10.0])), [0, 0, 1, 1])


def test_slopes_through_ten_layers():
    assert through_layers(0.25, 10) == pytest.approx(9.5367e-7, rel=1e-5)
    assert through_layers(1.0, 10) == 1.0
    assert through_layers(0.25, 0) == 1.0


def test_sigmoid_is_steepest_at_zero():
    z = np.linspace(-8.0, 8.0, 1601)
    slopes = sigmoid_slope(sigmoid(z))
    assert slopes.max() == 0.25 and z[slopes.argmax()] == pytest.approx(0.0, abs=1e-12)


@pytest.mark.parametrize("z", [-1000.0, 1000.0])
def test_extreme_scores_stay_finite(z):
    with np.errstate(all="raise", under="ignore"):
        assert sigmoid_slope(sigmoid(z)) == 0.0
        assert relu_slope(z) == float(z > 0)


def test_few_examples_do_not_favor_the_large_model():
    errors = dict(zip(DEGREES, median_errors(12), strict=True))
    assert errors[9] > 100 * errors[3]
    # a mean would be carried away by the worst runs
    assert errors[9] == pytest.approx(355, rel=0.01)
    assert errors[9] / errors[5] == pytest.approx(3000, rel=0.01)
    hundred = dict(zip(DEGREES, median_errors(100), strict=True))
    assert hundred[5] < hundred[9] < hundred[3] < hundred[1]


def test_many_examples_favor_the_larger_model_every_time():
    errors = median_errors(2000)
    assert np.all(np.diff(errors) < 0)
    np.testing.assert_allclose(errors, [0.479, 0.0699, 0.0018, 0.0004], rtol=0.05, atol=5e-5)


def test_smallest_model_stands_on_its_plateau():
    x = np.linspace(-1.5, 1.5, 301)
    best = np.mean((Polynomial.fit(x, np.sin(3 * x), 1)(x) - np.sin(3 * x)) ** 2)
    few, many = median_errors(100)[0], median_errors(2000)[0]
    assert best < many < few < 1.03 * best


def test_error_of_the_largest_model_is_the_noise_it_fitted():
    # 10 coefficients, noise variance 0.09: expect 10 * 0.09 / 2000
    assert median_errors(2000)[3] == pytest.approx(10 * 0.09 / 2000, rel=0.25)


def test_error_of_known_models():
    truth = np.mean(np.sin(3 * np.linspace(-1.5, 1.5, 301)) ** 2)
    assert error_of(lambda x: np.sin(3 * x)) == 0.0
    assert error_of(lambda x: np.sin(3 * x) + 0.2) == pytest.approx(0.04)
    assert error_of(Polynomial([0.0])) == pytest.approx(truth)


def test_sample_has_the_stated_noise():
    x, y = sample(100_000, np.random.default_rng(7))
    assert x.shape == y.shape == (100_000,) and np.abs(x).max() <= 1.5
    assert np.std(y - np.sin(3 * x)) == pytest.approx(0.3, rel=0.01)
    assert sample(1, np.random.default_rng(0))[0].shape == (1,)


def test_self_check_answers():
    assert sigmoid_slope(sigmoid(2.0)) ** 5 == pytest.approx(1.3e-5, rel=0.03)
    assert 30 * 24 * 60 / 10 == 4320
