"""Section 1.9: the standardizer, the condition number, and the steps of gradient descent."""

import numpy as np
import pytest

from c2.w1.s09_condition_number_before_after import curvatures, hessian, standardize
from c2.w1.s09_fit_and_apply_standardizer import apply, fit
from c2.w1.s09_gradient_descent_steps import best_step, descend, steps_needed


def wide_and_narrow(seed=0, m=500):
    rng = np.random.default_rng(seed)
    return np.vstack([rng.uniform(1.0, 1000.0, m), rng.uniform(0.0, 1.0, m)])


@pytest.mark.parametrize("seed", range(3))
def test_training_set_gets_mean_0_and_deviation_1(seed):
    X = np.random.default_rng(seed).normal(3.0, [[1e-3], [1.0], [1e4]], (3, 200))
    X_hat = apply(X, *fit(X))
    np.testing.assert_allclose(X_hat.mean(axis=1), 0.0, rtol=0, atol=1e-12)
    np.testing.assert_allclose(X_hat.std(axis=1), 1.0, rtol=1e-12)
    assert [part.shape for part in fit(X)] == [(3, 1), (3, 1)]


@pytest.mark.reference
def test_agrees_with_scipy():
    stats = pytest.importorskip("scipy.stats")
    X = np.random.default_rng(1).gamma(2.0, 5.0, (4, 100))
    np.testing.assert_allclose(apply(X, *fit(X)), stats.zscore(X, axis=1, ddof=0), rtol=1e-10)


def test_test_data_use_the_training_statistics():
    rng = np.random.default_rng(2)
    mu, sigma = fit(rng.normal(5.0, 2.0, (1, 1000)))
    test = apply(rng.normal(9.0, 1.0, (1, 1000)), mu, sigma)
    assert test.mean() == pytest.approx(2.0, abs=0.2)
    assert test.std() == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize("value", [0.0, 0.1, -7e5])
def test_constant_feature_and_a_single_example_become_0(value):
    for X in (np.full((1, 7), value), np.full((1, 1), value)):
        mu, sigma = fit(X)
        assert sigma == 1.0
        np.testing.assert_allclose(apply(X, mu, sigma), 0.0, rtol=0, atol=1e-9)


def test_worked_numbers_of_the_page():
    X = np.array([[1.0, 3.0, 5.0, 7.0], [0.1, 0.3, 0.2, 0.4]])
    mu, sigma = fit(X)
    np.testing.assert_allclose(mu.ravel(), [4.0, 0.25])
    np.testing.assert_allclose(sigma.ravel() ** 2, [5.0, 0.0125])
    np.testing.assert_allclose(np.sort(apply(X, mu, sigma)),
                               [[-1.342, -0.447, 0.447, 1.342]] * 2, rtol=0, atol=5e-4)
    assert apply(np.array([[5.0], [0.25]]), mu, sigma)[0, 0] == pytest.approx(0.447, abs=5e-4)
    own = fit(np.array([[9.0, 5.0]]))
    assert apply(np.array([[5.0]]), *own).item() == -1.0
    assert ((X - mu) / sigma**2)[0].var() == pytest.approx(0.2)  # dividing by the variance


def test_variance_formula_needs_centring_first():
    X = np.array([[1.0, 3.0, 5.0, 7.0]])
    assert np.mean(X**2) == 21.0 and np.mean((X - 4.0) ** 2) == 5.0


@pytest.mark.parametrize("seed", range(5))
def test_condition_number_before_and_after(seed):
    X = wide_and_narrow(seed)
    flat, steep = curvatures(X)
    assert steep / flat > 1e6
    flat, steep = curvatures(standardize(X))
    r = abs(np.corrcoef(X)[0, 1])
    assert steep / flat == pytest.approx((1 + r) / (1 - r), rel=1e-9)


def test_standardize_is_fit_and_apply():
    X = wide_and_narrow()
    np.testing.assert_allclose(standardize(X), apply(X, *fit(X)), rtol=1e-9, atol=1e-12)


def test_hessian_by_central_differences():
    rng = np.random.default_rng(3)
    X, Y, w = rng.normal(size=(3, 20)), rng.normal(size=(1, 20)), rng.normal(size=3)

    def cost(w):
        return np.sum((w @ X - Y) ** 2) / 40

    numeric = np.empty((3, 3))
    for i, j in np.ndindex(3, 3):
        a, b = np.eye(3)[i], np.eye(3)[j]
        numeric[i, j] = (cost(w + a + b) - cost(w + a - b) - cost(w - a + b) + cost(w - a - b)) / 4
    np.testing.assert_allclose(hessian(X), numeric, rtol=1e-10, atol=1e-12)


def test_descend_is_gradient_descent_on_least_squares():
    rng = np.random.default_rng(4)
    X, best, w = rng.normal(size=(2, 30)), rng.normal(size=(2, 1)), np.zeros((2, 1))
    Y, alpha = best.T @ X, 0.3
    lengths = descend(hessian(X), w - best, alpha, 10)
    for length in lengths:
        assert np.linalg.norm(w - best) == pytest.approx(length, rel=1e-12)
        w = w - alpha * X @ (w.T @ X - Y).T / 30


@pytest.mark.parametrize("X", [wide_and_narrow(), standardize(wide_and_narrow())])
def test_contraction_of_the_best_step(X):
    H = hessian(X)
    kappa = np.linalg.cond(H)
    lengths = descend(H, np.array([[1.0], [2.0]]), best_step(H), 10)
    # What is left to 1 is 2 / (kappa + 1), 8e-7 on the raw data: compare this, not the factor.
    np.testing.assert_allclose(1 - lengths[1:] / lengths[:-1], 2 / (kappa + 1), rtol=1e-6)


def test_steps_before_and_after():
    raw, after = hessian(wide_and_narrow()), hessian(standardize(wide_and_narrow()))
    lengths = descend(raw, np.ones((2, 1)), best_step(raw), 10000)
    assert lengths[-1] / lengths[0] == pytest.approx(0.992, abs=5e-4)
    assert steps_needed(raw, 1e-3) == pytest.approx(8.77e6, rel=1e-3)
    assert steps_needed(after, 1e-3) == 3
    lengths = descend(after, np.ones((2, 1)), best_step(after), 3)
    assert lengths[2] > 1e-3 * lengths[0] >= lengths[3]


def test_the_limit_of_the_step():
    H = hessian(wide_and_narrow())
    limit = 2 / np.linalg.eigvalsh(H)[-1]
    assert limit == pytest.approx(5.48e-6, rel=1e-3)
    for factor, grows in ((1.01, True), (0.99, False)):
        lengths = descend(H, np.ones((2, 1)), factor * limit, 1000)
        assert (lengths[-1] > lengths[0]) == grows


def test_self_check_new_value_and_correlated_features():
    mu, sigma = fit(np.array([[2.0, 4.0, 6.0, 8.0]]))
    assert apply(np.array([[10.0]]), mu, sigma).item() == pytest.approx(2.236, abs=5e-4)
    H = np.array([[1.0, 0.6], [0.6, 1.0]])
    assert np.log(1000) / np.log(5 / 3) == pytest.approx(13.5, abs=0.05)
    assert steps_needed(H, 1e-3) == 14
    lengths = descend(H, np.array([[3.0], [-1.0]]), best_step(H), 14)
    assert lengths[13] > 1e-3 * lengths[0] >= lengths[14]


def test_self_check_one_rate_a_weight_equals_scaling():
    rng = np.random.default_rng(5)
    X = rng.normal(0.0, [[30.0], [0.2]], (2, 50))
    sigma, distance = X.std(axis=1, keepdims=True), np.ones((2, 1))
    scaled = sigma * distance  # v = sigma w
    for _ in range(5):
        distance = distance - 0.5 / sigma**2 * (hessian(X) @ distance)
        scaled = scaled - 0.5 * hessian(X / sigma) @ scaled
        np.testing.assert_allclose(scaled, sigma * distance, rtol=1e-9)
