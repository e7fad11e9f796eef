"""Section 1.7: dropout as adaptive L2, a keep_prob for each layer, the noisy cost."""

import numpy as np
import pytest

from c2.w1 import s07_dropout_cost_curve as curve
from c2.w1.s07_dropout_is_adaptive_l2 import (
    all_masks, best_weights, error_with_penalty, expected_error, make_data)
from c2.w1.s07_noisy_cost_with_dropout import backward, cost, forward, initialize, train
from c2.w1.s07_per_layer_keep_prob import choose_keep_probs, weight_counts

SIZES = [3, 7, 7, 3, 2, 1]


def uneven_data():
    """Return w, X, Y whose features differ in scale."""
    rng = np.random.default_rng(3)
    X = rng.standard_normal((4, 12)) * np.array([[0.1], [1.0], [3.0], [10.0]])
    return rng.standard_normal((4, 1)), X, rng.standard_normal((1, 12))


@pytest.mark.parametrize("p", [0.2, 0.5, 0.7, 1.0])
def test_mean_over_masks_is_the_error_plus_the_penalty(p):
    w, X, Y = uneven_data()
    assert expected_error(w, X, Y, p) == pytest.approx(error_with_penalty(w, X, Y, p), rel=1e-10)


def test_mean_agrees_with_masks_drawn_for_each_example():
    w, X, Y = uneven_data()
    rng = np.random.default_rng(0)
    errors = [np.sum((w.T @ (X * (rng.random(X.shape) < 0.7) / 0.7) - Y) ** 2)
              for _ in range(20000)]
    assert np.mean(errors) == pytest.approx(expected_error(w, X, Y, 0.7), rel=0.02)


def test_best_weights_minimize_the_mean_over_masks():
    _, X, Y = uneven_data()
    masks, chance = all_masks(4, 0.7)
    tall = np.vstack([np.sqrt(c) * (X * mask[:, None] / 0.7).T
                      for mask, c in zip(masks.T, chance[0], strict=True)])
    right = np.concatenate([np.sqrt(c) * Y[0] for c in chance[0]])
    wanted = np.linalg.lstsq(tall, right, rcond=None)[0]
    np.testing.assert_allclose(best_weights(X, Y, 0.7).ravel(), wanted, rtol=1e-8)


def test_standardized_features_give_plain_l2():
    rng = np.random.default_rng(1)
    X, Y = rng.standard_normal((4, 50)), rng.standard_normal((1, 50))
    X = (X - X.mean(axis=1, keepdims=True)) / X.std(axis=1, keepdims=True)
    ridge = np.linalg.solve(X @ X.T + 0.3 / 0.7 * 50 * np.eye(4), X @ Y.T)
    np.testing.assert_allclose(best_weights(X, Y, 0.7), ridge, rtol=1e-10)


def test_one_example_extreme_features_and_wrong_shapes():
    with np.errstate(all="raise"):
        found = expected_error(np.array([[1.0]]), np.array([[1000.0]]), np.array([[0.0]]), 0.5)
    assert found == pytest.approx(2e6)  # 2000^2 or 0, equally likely
    with pytest.raises(ValueError):
        expected_error(np.ones((3, 1)), np.ones((4, 2)), np.ones((1, 2)), 0.5)


def test_smallest_example_of_the_page():
    w, X, Y = np.array([[0.5], [0.5]]), np.array([[1.0], [2.0]]), np.array([[1.0]])
    assert expected_error(w, X, Y, 0.5) == pytest.approx(1.5)
    assert error_with_penalty(w, X, Y, 1.0) == pytest.approx(0.25)


def test_weights_of_the_page_spread_and_shrink():
    X, Y = make_data(100, np.random.default_rng(0))
    np.testing.assert_allclose(best_weights(X, Y, 1.0).ravel(), [1, 0, 0, 0], rtol=0, atol=1e-12)
    w = best_weights(X, Y, 0.7)
    np.testing.assert_allclose(w.ravel(), [0.27, 0.209, 0.19, 0.217],
                               rtol=0, atol=5e-4)
    assert np.sum(w**2) == pytest.approx(0.2, abs=5e-4)
    assert w.max() / w.min() < 1.5


def test_counts_and_keep_probs_of_the_lecture():
    assert weight_counts(SIZES) == [21, 49, 21, 6, 2]
    found = choose_keep_probs(SIZES)
    assert found == [0.7, 0.5, 0.7, 1.0, 1.0]
    assert found.index(min(found)) + 1 == 2
    assert choose_keep_probs([2, 5, 1]) == [0.5, 1.0]


def test_gradients_with_the_mask_held_fixed():
    rng = np.random.default_rng(0)
    X, Y = rng.standard_normal((2, 6)), (rng.random((1, 6)) < 0.5).astype(float)
    parameters = initialize([2, 5, 1], rng)
    mask = (rng.random((5, 6)) < 0.5) / 0.5
    ours = backward(parameters, forward(parameters, X, mask), mask, X, Y)
    for name, value in parameters.items():
        numeric = np.zeros_like(value)
        for place in np.ndindex(value.shape):
            ends = []
            for shift in (1e-5, -1e-5):
                moved = value.copy()
                moved[place] += shift
                ends.append(cost(forward(parameters | {name: moved}, X, mask)[2], Y))
            numeric[place] = (ends[0] - ends[1]) / 2e-5
        gap = np.linalg.norm(ours["d" + name] - numeric)
        assert gap < 1e-7 * np.linalg.norm(ours["d" + name] + numeric)


def test_cost_falls_at_every_step_only_without_dropout():
    X, Y = curve.make_data()
    assert (np.diff(train(X, Y, 1.0)) < 0).all()
    noisy = train(X, Y, 0.5)
    assert np.sum(np.diff(noisy) > 0) == 197
    means = noisy.reshape(4, 100).mean(axis=1)
    assert (np.diff(means) < 0).all()
    np.testing.assert_allclose(means, [0.652, 0.593, 0.528, 0.491], rtol=0, atol=5e-4)


@pytest.mark.parametrize(("p", "left", "on_fresh_data"), [(1.0, 0.094, 0.155), (0.5, 0.347, 0.405)])
def test_training_cost_with_dropout_off(p, left, on_fresh_data):
    X, Y = curve.make_data()
    rng = np.random.default_rng(1)
    parameters, logged = initialize([2, 20, 1], rng), []
    for _ in range(400):
        mask = (rng.random((20, 100)) < p) / p
        cache = forward(parameters, X, mask)
        logged.append(cost(cache[2], Y))
        gradients = backward(parameters, cache, mask, X, Y)
        parameters = {name: parameters[name] - 0.5 * gradients["d" + name] for name in parameters}
    np.testing.assert_allclose(logged, train(X, Y, p), rtol=1e-9)
    assert cost(forward(parameters, X, 1.0)[2], Y) == pytest.approx(left, abs=5e-4)
    X_new = np.random.default_rng(5).uniform(-1.0, 1.0, (2, 2000))
    Y_new = X_new[:1] * X_new[1:] > 0
    assert cost(forward(parameters, X_new, 1.0)[2], Y_new) == pytest.approx(on_fresh_data, abs=2e-3)


def test_cost_of_extreme_scores_is_finite():
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        assert cost(np.array([[1000.0, -1000.0]]), np.array([[1.0, 1.0]])) == 500.0


def test_variance_shift_of_the_page():
    rng = np.random.default_rng(0)
    a = rng.standard_normal(400000)
    dropped = a * (rng.random(a.shape) < 0.5) / 0.5
    assert (a.var(), dropped.var()) == pytest.approx((1.0, 2.0), rel=0.02)


def test_self_check_numbers():
    w, X, Y = np.array([[2.0]]), np.array([[3.0, 1.0]]), np.array([[5.0, 2.0]])
    assert expected_error(w, X, Y, 0.8) == pytest.approx(11)
    assert error_with_penalty(w, X, Y, 1.0) == pytest.approx(1)
    assert weight_counts([4, 10, 5, 1]) == [40, 50, 5]
    assert choose_keep_probs([4, 10, 5, 1]) == [0.7, 0.5, 1.0]
