"""Section 2.18: the likelihood of the labels and the cost."""

import math

import numpy as np
import pytest

from c1.w2 import s18_bernoulli_mle as mle
from c1.w2 import s18_likelihood_equals_cost as lik
from c1.w2 import s18_underflow as under

Y = np.array([[1, 0, 1]])
Y_HAT = np.array([[0.8, 0.4, 0.5]])


def test_worked_numbers_of_the_page():
    np.testing.assert_allclose(lik.probability_of_label(Y_HAT, Y), [[0.8, 0.6, 0.5]], rtol=1e-15)
    assert lik.likelihood(Y_HAT, Y) == pytest.approx(0.24, rel=1e-15)
    assert lik.log_likelihood(Y_HAT, Y) == pytest.approx(math.log(0.24), rel=1e-14)
    assert lik.log_likelihood(Y_HAT, Y) == pytest.approx(-1.427116, abs=5e-7)
    assert lik.cost(Y_HAT, Y) == pytest.approx(-math.log(0.24) / 3, rel=1e-14)
    assert lik.cost(Y_HAT, Y) == pytest.approx(0.475705, abs=5e-7)
    losses = [-math.log(p) for p in (0.8, 0.6, 0.5)]
    assert losses == pytest.approx([0.223144, 0.510826, 0.693147], abs=5e-7)


def test_one_formula_is_both_cases():
    for y_hat in (0.01, 0.3, 0.97):
        assert lik.probability_of_label(y_hat, 1) == y_hat
        assert lik.probability_of_label(y_hat, 0) == 1 - y_hat


def test_the_two_labels_share_all_probability():
    y_hat = np.random.default_rng(0).uniform(0.01, 0.99, (1, 50))
    total = lik.probability_of_label(y_hat, 0) + lik.probability_of_label(y_hat, 1)
    np.testing.assert_allclose(total, 1.0, rtol=1e-15)


@pytest.mark.parametrize("m", [1, 7, 200])
def test_log_of_product_is_minus_m_times_cost(m):
    rng = np.random.default_rng(m)
    y_hat, y = rng.uniform(0.05, 0.95, (1, m)), rng.integers(0, 2, (1, m))
    log_product = math.log(lik.likelihood(y_hat, y))
    assert log_product == pytest.approx(-m * lik.cost(y_hat, y), rel=1e-12)
    assert lik.log_likelihood(y_hat, y) == pytest.approx(log_product, rel=1e-12)


def test_more_probable_labels_have_lower_cost():
    rng = np.random.default_rng(5)
    y = rng.integers(0, 2, (1, 20))
    runs = [rng.uniform(0.05, 0.95, (1, 20)) for _ in range(30)]
    by_likelihood = sorted(range(30), key=lambda k: -lik.likelihood(runs[k], y))
    assert by_likelihood == sorted(range(30), key=lambda k: lik.cost(runs[k], y))


def test_self_check_one_bad_prediction():
    y_hat = np.array([[0.8, 0.4, 0.05]])
    assert lik.likelihood(y_hat, Y) == pytest.approx(0.024, rel=1e-14)
    assert lik.cost(y_hat, Y) == pytest.approx(1.243234, abs=5e-7)
    assert lik.cost(y_hat, Y) - lik.cost(Y_HAT, Y) == pytest.approx(math.log(10) / 3, rel=1e-13)


def test_wrong_shapes_are_refused():
    with pytest.raises(ValueError):
        lik.cost(np.full((1, 3), 0.5), np.ones((1, 4)))


@pytest.mark.parametrize("labels", [(1, 0, 1, 1), (0, 1), (1, 0, 0, 0, 0), (1, 1, 0, 1, 0)])
def test_best_constant_is_the_share_of_ones(labels):
    y = np.array([labels])
    assert mle.best_on_grid(y) == pytest.approx(y.mean(), abs=1e-12)


def test_slope_of_the_constants_cost_is_zero_only_at_the_share_of_ones():
    y, step = np.array([[1, 0, 1, 1]]), 1e-6

    def slope(p):
        return (mle.cost(p + step, y) - mle.cost(p - step, y)) / (2 * step)

    assert slope(0.75) == pytest.approx(0.0, abs=1e-8)
    for p in (0.2, 0.5, 0.9):  # closed form: (p - 3/4) / (p (1 - p))
        assert slope(p) == pytest.approx((p - 0.75) / (p * (1 - p)), rel=1e-7)


def test_numbers_of_the_likelihood_curve():
    y = np.array([[1, 0, 1, 1]])
    assert math.exp(mle.log_likelihood(0.75, y)) == pytest.approx(27 / 256, rel=1e-14)
    assert mle.cost(0.75, y) == pytest.approx(0.562335, abs=5e-7)
    p = np.linspace(0.001, 0.999, 1999)
    area = np.exp(mle.log_likelihood(p, y)).sum() * (p[1] - p[0])
    assert area == pytest.approx(1 / 20, rel=1e-3)  # B(4, 2): no distribution over p


def test_product_underflows_and_the_sum_of_logs_does_not():
    p = under.probabilities(3000)
    assert under.product(p) == 0.0
    total = under.log_of_product(p)
    assert math.isfinite(total)
    assert total == pytest.approx(math.fsum(math.log(v) for v in p), rel=1e-12)


def test_short_product_agrees_with_its_log():
    p = under.probabilities(100)
    assert math.log(under.product(p)) == pytest.approx(under.log_of_product(p), rel=1e-12)
    assert under.first_zero(p) is None


def test_halves_vanish_after_1075_factors():
    p = np.full(2000, 0.5)  # 2**-1074 is the smallest float64 above 0
    assert under.first_zero(p) == 1075
    assert under.product(p[:1074]) == 2.0**-1074
    assert under.log_of_product(p) == pytest.approx(2000 * math.log(0.5), rel=1e-13)


@pytest.mark.reference
def test_cost_agrees_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    y_hat, y = torch.tensor(Y_HAT), torch.tensor(Y, dtype=torch.float64)
    assert lik.cost(Y_HAT, Y) == pytest.approx(
        torch.nn.functional.binary_cross_entropy(y_hat, y).item(), rel=1e-12)
