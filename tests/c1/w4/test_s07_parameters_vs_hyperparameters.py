"""Section 4.7: what the learning rate does to the cost curve, and depth chosen on a dev set."""

import inspect

import numpy as np
import pytest

from c1.w2 import s14_train_logistic_regression as logistic
from c1.w4 import s06_train_deep_network as trainer
from c1.w4 import s07_depth_as_hyperparameter as depth
from c1.w4.s07_learning_rate_sweep import (
    cost_and_gradient, descend, forward, largest_curvature, make_examples, train)


@pytest.fixture(scope="module")
def examples():
    return make_examples(m=200, seed=0)


def curve(examples, alpha, steps=61):
    return np.array(train(*examples, alpha, steps)[2])


@pytest.mark.parametrize("alpha", [0.1, 0.5, 0.9, 1.0, 1.1])
def test_iterates_on_a_parabola(alpha):
    path = descend(alpha, 50)
    np.testing.assert_allclose(path, [(1 - 2 * alpha) ** k for k in range(51)], rtol=1e-12, atol=1e-15)


def test_the_limit_on_a_parabola():
    assert abs(descend(0.9, 200)[-1]) < 1e-15
    assert abs(descend(1.1, 200)[-1]) > 1e15
    assert abs(descend(1.0, 201)[-1]) == 1.0
    for curvature in (0.5, 8.0):
        limit = 2 / curvature
        assert abs(descend(0.99 * limit, 1000, curvature)[-1]) < 1e-8
        assert abs(descend(1.01 * limit, 1000, curvature)[-1]) > 1e8


def test_self_check_a_steeper_parabola():
    assert descend(0.2, 3, curvature=8.0)[-1] == pytest.approx((-0.6) ** 3) == pytest.approx(-0.216)


def test_three_smallest_rates_are_ordered(examples):
    slow, middle, fast = (curve(examples, alpha) for alpha in (0.01, 0.03, 0.1))
    assert np.all(slow[1:] > middle[1:]) and np.all(middle[1:] > fast[1:])
    for costs in (slow, middle, fast):
        assert np.all(np.diff(costs) < 0)


def test_four_shapes_of_the_cost_curve(examples):
    slow, good, swinging, rising = (curve(examples, alpha) for alpha in (0.03, 3.0, 8.0, 30.0))
    assert slow[60] == pytest.approx(0.554, abs=5e-4)
    assert np.all(np.diff(good[:20]) < 0)
    np.testing.assert_allclose(good[20:], 0.377, rtol=0, atol=5e-4)
    assert sorted(swinging[59:61]) == pytest.approx([0.406, 0.426], abs=5e-4)
    later = curve(examples, 8.0, 401)
    assert abs(later[-1] - later[-2]) > 0.019 and later[-2:].min() > 0.40  # it never settles
    assert rising[:2] == pytest.approx([0.693, 1.432], abs=5e-4)
    assert rising.max() == pytest.approx(5.6, abs=0.05)
    assert np.all(np.diff(swinging[:3]) < 0) and swinging[2] < slow[60]


def test_the_small_rate_gets_there_with_more_steps(examples):
    assert curve(examples, 0.03, 5001)[-1] == pytest.approx(0.377, abs=5e-4)


def test_limit_on_the_data(examples):
    w, b, costs = train(*examples, 1.0, 1000)
    curvature = largest_curvature(w, b, examples[0])
    assert curvature == pytest.approx(0.2817, abs=5e-5)
    assert 2 / curvature == pytest.approx(7.10, abs=5e-3)
    below, above = (train(*examples, alpha, 3000)[2] for alpha in (7.0, 7.2))
    assert below[-1] == pytest.approx(costs[-1], abs=1e-9)
    assert above[-1] > costs[-1] + 1e-4  # just beyond the limit it cannot settle


def test_curvature_agrees_with_second_differences(examples):
    X, Y = examples
    w, b = np.array([[0.4], [-0.7]]), 0.3
    point, step = np.append(w.ravel(), b), 1e-4

    def slope(at):
        _, dw, db = cost_and_gradient(at[:2].reshape(2, 1), at[2], X, Y)
        return np.append(dw.ravel(), db)

    rows = [(slope(point + step * e) - slope(point - step * e)) / (2 * step) for e in np.eye(3)]
    assert largest_curvature(w, b, X) == pytest.approx(np.linalg.eigvalsh(rows)[-1], rel=1e-6)


def test_functions_are_those_of_2_14(examples):
    for ours, theirs in ((forward, logistic.forward), (make_examples, logistic.make_examples),
                         (cost_and_gradient, logistic.cost_and_gradient)):
        assert inspect.getsource(ours) == inspect.getsource(theirs)
    for one, other in zip(train(*examples, 0.5, 50), logistic.train(*examples, 0.5, 50), strict=True):
        np.testing.assert_array_equal(one, other)


def test_functions_are_those_of_4_6():
    for name in ("initialize", "forward", "backward", "update"):
        assert inspect.getsource(getattr(depth, name)) == inspect.getsource(getattr(trainer, name))
    rng = np.random.default_rng(0)
    X, Y = rng.standard_normal((2, 9)), rng.integers(2, size=(1, 9))
    start = depth.initialize([2, 3, 1], rng, 1.0)
    ours, (theirs, _) = (train(X, Y, start, 0.5, 20) for train in (depth.train, trainer.train))
    for name, value in ours.items():
        np.testing.assert_array_equal(value, theirs[name])


def accuracies(seed):
    """Return (training, dev) accuracy of the three depths, as the snippet computes them."""
    rng = np.random.default_rng(seed)
    X = rng.uniform(-1.0, 1.0, (2, 1100))
    Y = (X[:1] * X[1:] > 0).astype(float)
    training, dev = (X[:, :100], Y[:, :100]), (X[:, 100:], Y[:, 100:])
    results = []
    for sizes in ([2, 1], [2, 8, 1], [2, 8, 4, 1]):
        parameters = depth.train(*training, depth.initialize(sizes, rng, scale=1.0), 0.5, 2000)
        results.append([depth.accuracy(parameters, *part) for part in (training, dev)])
    return np.array(results)


def test_depth_chosen_on_the_dev_set():
    results = accuracies(0)
    np.testing.assert_allclose(results, [[0.520, 0.479], [1.0, 0.947], [1.0, 0.926]],
                               rtol=0, atol=1e-12)
    assert results[0, 1] < 0.65 and results[1:, 1].min() > 0.9
    assert results[1, 0] == results[2, 0]  # the training set cannot tell
    assert np.argmax(results[:, 1]) == 1
    assert results[1, 1] - results[2, 1] == pytest.approx(0.021)


def test_other_seeds_choose_otherwise():
    gains = []
    for seed in range(1, 16):
        results = accuracies(seed)
        assert results[0, 1] < 0.65 and results[1:, 1].min() > 0.9
        gains.append(round(1000 * (results[2, 1] - results[1, 1])))
    wins = [sum(gain > 0 for gain in gains), sum(gain < 0 for gain in gains), gains.count(0)]
    assert wins == [10, 4, 1]


def test_a_score_of_zero_is_class_1():
    parameters = {"W1": np.ones((1, 1)), "b1": np.zeros((1, 1))}
    X, Y = np.array([[-1e-9, 0.0, 1e-9]]), np.array([[0, 1, 1]])
    assert depth.accuracy(parameters, X, Y) == 1.0


def test_extreme_inputs_stay_finite():
    with np.errstate(all="raise", under="ignore"):
        J, dw, db = cost_and_gradient(np.array([[1000.0]]), 0.0, np.ones((1, 2)), np.array([[0, 1]]))
    assert (J, dw.item(), db) == (500.0, 0.5, 0.5)


def test_layers_of_the_erratum():
    parameters = depth.initialize([2, 8, 4, 1], np.random.default_rng(0))
    assert len(depth.forward(parameters, np.zeros((2, 1)))[1]) == 3 == len(parameters) // 2
