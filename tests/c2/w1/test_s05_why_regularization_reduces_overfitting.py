"""Section 1.5: the linear zone of tanh, ridge along rho, two costs, and the three boundaries."""

import numpy as np
import pytest

from c2.w1 import s05_lambda_slider as slider
from c2.w1.s04_l2_cost_and_gradients import forward
from c2.w1.s05_plot_the_right_cost import cost, data_term, train
from c2.w1.s05_ridge_path import effective_df, features, fit, make_data
from c2.w1.s05_tanh_linear_regime import relative_distance

RHOS = (1e-6, 1e-4, 1e-2, 1.0, 100.0)


def test_distance_from_the_line_is_of_second_order():
    rng = np.random.default_rng(0)
    z = rng.standard_normal((50, 20)) @ rng.standard_normal((20, 1)) / np.sqrt(20)
    distances = [relative_distance(s * z) for s in (0.1, 0.01, 0.001)]
    for before, after in zip(distances, distances[1:], strict=False):
        assert before / after == pytest.approx(100, rel=0.12)


def test_closed_values_of_the_deviation():
    for z, wanted in ((0.1, 0.0033), (0.5, 0.0758), (2.0, 0.518)):
        assert relative_distance(np.array([z])) == pytest.approx(1 - np.tanh(z) / z, rel=1e-12)
        assert 1 - np.tanh(z) / z == pytest.approx(wanted, abs=5e-5)
    assert relative_distance(np.array([-0.1])) == pytest.approx(0.1**2 / 3, rel=0.01)
    assert relative_distance(np.array([1000.0])) == pytest.approx(0.999, rel=1e-9)


def test_small_weights_make_a_deep_network_linear():
    rng = np.random.default_rng(1)
    layers = [0.05 * rng.standard_normal((6, 6)) for _ in range(4)]
    x = rng.standard_normal((6, 1))
    A, line = x, x
    for W in layers:
        A, line = np.tanh(W @ A), W @ line
    assert np.linalg.norm(A - line) < 0.02 * np.linalg.norm(line)


def ridge_data():
    rng = np.random.default_rng(0)
    (x, y), (x_dev, y_dev) = make_data(15, rng), make_data(200, rng)
    return features(x), y, features(x_dev), y_dev


def test_ridge_path_is_monotone():
    A, y, A_dev, y_dev = ridge_data()
    fits = [fit(A, y, rho) for rho in RHOS]
    norms = [np.linalg.norm(w) for w in fits]
    dfs = [effective_df(A, rho) for rho in RHOS]
    errors = [np.mean((A @ w - y) ** 2) for w in fits]
    assert all(np.diff(norms) < 0) and all(np.diff(dfs) < 0) and all(np.diff(errors) > 0)
    dev = [np.mean((A_dev @ w - y_dev) ** 2) for w in fits]
    assert int(np.argmin(dev)) == 2
    assert [dev[0], dev[2], dev[4]] == pytest.approx([1.3050, 0.1304, 0.5298], abs=5e-4)
    assert [dfs[0], dfs[2], dfs[4]] == pytest.approx([9.36, 5.77, 0.38], abs=5e-3)


def test_ridge_solution_has_no_gradient_left():
    A, y, _, _ = ridge_data()
    for rho in (1e-2, 1.0, 100.0):
        w = fit(A, y, rho)
        np.testing.assert_allclose(A.T @ (A @ w - y) + rho * w, 0.0, rtol=0, atol=1e-11)
        longer = np.vstack([A, np.sqrt(rho) * np.eye(10)])  # least squares on more rows
        other = np.linalg.lstsq(longer, np.append(y, np.zeros(10)), rcond=None)[0]
        np.testing.assert_allclose(w, other, rtol=0, atol=1e-10)


def test_degrees_of_freedom_are_the_trace_of_the_hat_matrix():
    A, _, _, _ = ridge_data()
    for rho in RHOS[1:]:
        hat = A @ np.linalg.solve(A.T @ A + rho * np.eye(10), A.T)
        assert effective_df(A, rho) == pytest.approx(np.trace(hat), rel=1e-8)
    assert effective_df(A, 0.0) == pytest.approx(10)
    assert effective_df(np.diag([2.0, 1.0]), 1.0) == pytest.approx(1.3)


@pytest.mark.reference
def test_ridge_agrees_with_scipy():
    lsqr = pytest.importorskip("scipy.sparse.linalg", reason="SciPy is not installed").lsqr
    A, y, _, _ = ridge_data()
    other = lsqr(A, y, damp=0.1, atol=1e-14, btol=1e-14)[0]  # damp squared is rho
    np.testing.assert_allclose(fit(A, y, 0.01), other, rtol=0, atol=1e-7)


def test_data_term_rises_while_the_cost_falls():
    path = train(1.0, 0.2, 40)
    assert path[:4] == pytest.approx([1, 0.8, 0.68, 0.608])
    assert [0.5 + 0.5 * 0.6**t for t in range(41)] == pytest.approx(path)
    data, whole = [data_term(w) for w in path], [cost(w) for w in path]
    assert data[:4] == pytest.approx([0, 0.02, 0.0512, 0.0768], abs=5e-5)
    assert whole[:4] == pytest.approx([0.5, 0.34, 0.2824, 0.2617], abs=5e-5)
    assert all(np.diff(data[:30]) > 0) and all(np.diff(whole[:30]) < 0)
    assert (data[-1], whole[-1]) == pytest.approx((0.125, 0.25), abs=1e-8)


def test_a_step_follows_the_slope_of_the_whole_cost():
    for w in (-2.0, 0.3, 1.0):
        slope = (cost(w + 1e-6) - cost(w - 1e-6)) / 2e-6
        assert train(w, 0.1, 1)[1] == pytest.approx(w - 0.1 * slope, rel=1e-8)


@pytest.mark.parametrize("lambd, wanted", [
    (0.0, (0.983, 0.757, 29.71, 2.36)), (0.3, (0.900, 0.838, 5.98, 0.31)),
    (10.0, (0.833, 0.779, 0.70, 0.05))])
def test_table_of_three_boundaries(lambd, wanted):
    X, Y, X_dev, Y_dev = slider.make_data()
    parameters = slider.train(X, Y, lambd)
    right = [np.mean((forward(parameters, x)[2] >= 0) == y) for x, y in ((X, Y), (X_dev, Y_dev))]
    weights = np.append(parameters["W1"].ravel(), parameters["W2"].ravel())
    size = np.abs(forward(parameters, X)[0]).mean()
    assert (*right, np.linalg.norm(weights), size) == pytest.approx(wanted, abs=6e-3)
    if lambd == 10:
        assert np.abs(weights).min() == pytest.approx(0.0097, abs=5e-5)


def test_flipped_labels_of_the_three_boundaries():
    X, Y, X_dev, Y_dev = slider.make_data()
    wrong = [(x[1:] > 0.4 * np.sin(3 * x[:1])) != y for x, y in ((X, Y), (X_dev, Y_dev))]
    assert (wrong[0].sum(), wrong[0].size) == (4, 60)
    assert (wrong[1].sum(), wrong[1].size) == (121, 1000)  # leaves 87.9%


def test_ridge_divided_by_2m_is_the_penalized_cost_with_lambda_rho():
    A, y, _, _ = ridge_data()
    m, rho, w = len(y), 0.7, np.linspace(-1, 1, 10)
    losses = [(A[i] @ w - y[i]) ** 2 / 2 for i in range(m)]
    whole = np.sum((A @ w - y) ** 2) + rho * np.sum(w**2)
    assert whole / (2 * m) == pytest.approx(np.mean(losses) + rho / (2 * m) * np.sum(w**2))


def test_relu_is_free_of_scale_and_tanh_is_not():
    z = np.linspace(-3, 3, 13)
    np.testing.assert_allclose(np.maximum(0, 0.01 * z), 0.01 * np.maximum(0, z))
    assert np.abs(np.tanh(0.01 * z) - 0.01 * np.tanh(z)).max() > 0.01


def test_self_check_numbers():
    assert 1 - np.tanh(0.3) / 0.3 == pytest.approx(0.0290, abs=5e-5)
    assert np.tanh(0.3) == pytest.approx(0.29131, abs=5e-6)
    A = np.diag([3.0, 1.0])
    assert effective_df(A, 1.0) == pytest.approx(1.4)
    assert effective_df(A, 9.0) == pytest.approx(0.6)
