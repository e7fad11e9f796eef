"""Section 2.3: cross-entropy loss and cost, computed safely, and convexity."""

import math

import numpy as np
import pytest

from c1.w2 import s03_cross_entropy as plain
from c1.w2 import s03_stable_cross_entropy as stable
from c1.w2.s03_convex_or_not import cross_entropy_cost, midpoint_gap, squared_cost

Y_HAT = np.array([[0.9, 0.5, 0.1]])
ONE, ZERO = np.ones((1, 1)), np.zeros((1, 1))


def test_losses_of_the_page():
    np.testing.assert_allclose(plain.loss(Y_HAT, np.ones((1, 3))), [[0.105361, 0.693147, 2.302585]], rtol=0, atol=5e-7)
    np.testing.assert_allclose(plain.loss(Y_HAT, np.zeros((1, 3))), [[2.302585, 0.693147, 0.105361]], rtol=0, atol=5e-7)


def test_loss_is_the_formula_with_both_terms():
    rng = np.random.default_rng(0)
    Y_hat, Y = rng.uniform(0.01, 0.99, (1, 500)), rng.integers(0, 2, (1, 500))
    both = -(Y * np.log(Y_hat) + (1 - Y) * np.log(1 - Y_hat))
    np.testing.assert_allclose(plain.loss(Y_hat, Y), both, rtol=1e-14)
    assert plain.cost(Y_hat, Y) == pytest.approx(math.fsum(both[0]) / 500, rel=1e-14)


def test_sure_predictions_cost_nothing_or_infinity_without_warnings():
    Y_hat = np.array([[1.0, 0.0, 1.0, 0.0]])
    losses = plain.loss(Y_hat, np.array([[1, 0, 0, 1]]))
    np.testing.assert_array_equal(losses, [[0.0, 0.0, np.inf, np.inf]])
    assert not np.signbit(losses).any()
    assert plain.loss(np.array([[1 - 1e-12]]), ONE)[0, 0] == pytest.approx(1e-12, rel=1e-3)


def test_cost_of_equal_examples_is_the_single_loss():
    for m in (1, 2, 1000):
        cost = plain.cost(np.full((1, m), 0.3), np.ones((1, m)))
        assert cost == pytest.approx(-math.log(0.3), rel=1e-14)


def test_self_check_cost_of_two_examples():
    cost = plain.cost(np.array([[0.8, 0.4]]), np.array([[1, 0]]))
    assert cost == pytest.approx(0.3670, abs=5e-5)
    assert cost == pytest.approx(-math.log(0.8 * 0.6) / 2, rel=1e-14)


def test_cost_of_knowing_nothing_is_log_2():
    assert plain.cost(np.full((1, 4), 0.5), np.array([[1, 0, 0, 1]])) == pytest.approx(math.log(2), rel=1e-15)


def test_different_shapes_are_refused():
    with pytest.raises(ValueError, match="differ"):
        plain.cost(Y_HAT, np.ones((3, 1)))


def test_loss_from_the_score_agrees_with_the_loss_from_the_prediction():
    z = np.linspace(-20, 20, 4001)
    for y in (0, 1):
        exact, through = stable.loss(z, y), stable.loss_through_y_hat(z, y)
        near = np.abs(z) <= 9
        np.testing.assert_allclose(exact[near], through[near], rtol=0, atol=1e-12)
        np.testing.assert_allclose(exact, through, rtol=0, atol=1e-7)  # y_hat itself is rounded


@pytest.mark.parametrize(("z", "y", "loss"), [(1000.0, 0, 1000.0), (-1000.0, 1, 1000.0), (1000.0, 1, 0.0), (-1000.0, 0, 0.0)])
def test_loss_from_extreme_scores_is_exact(z, y, loss):
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        assert stable.loss(z, y) == loss


def test_the_textbook_formula_loses_digits_and_then_everything():
    assert stable.loss(36.0, 0) == pytest.approx(36.0, abs=1e-12)
    assert stable.loss_through_y_hat(36.0, 0) == pytest.approx(36.04, abs=5e-3)
    assert stable.loss_through_y_hat(1000.0, 0) == np.inf


def test_midpoint_numbers_of_the_page():
    for cost, chord, middle in ((squared_cost, 0.3113, 0.4537), (cross_entropy_cost, 3.3478, 3.0486)):
        assert (cost(-6.0, 0.0, ONE, ONE) + cost(0.0, 0.0, ONE, ONE)) / 2 == pytest.approx(chord, abs=5e-5)
        assert cost(-3.0, 0.0, ONE, ONE) == pytest.approx(middle, abs=5e-5)


def test_squared_error_is_half_the_squared_difference():
    assert squared_cost(0.0, 0.0, ONE, ONE) == 0.125
    assert squared_cost(-1000.0, 0.0, ONE, ONE) == 0.5
    assert squared_cost(1000.0, 0.0, ONE, ONE) == 0.0


def test_squared_error_fails_the_midpoint_test_and_cross_entropy_never_does():
    assert midpoint_gap(lambda w: squared_cost(w, 0.0, ONE, ONE), -6.0, 0.0) == pytest.approx(-0.1424, abs=5e-5)
    rng = np.random.default_rng(3)
    for _ in range(2000):
        u, v = rng.uniform(-20, 20, 2)
        assert midpoint_gap(lambda w: cross_entropy_cost(w, 0.0, ONE, ONE), u, v) >= -1e-12


def test_cross_entropy_is_convex_in_w_and_b_together_on_random_data():
    rng = np.random.default_rng(4)
    X, Y = rng.standard_normal((1, 30)), rng.integers(0, 2, (1, 30))
    for _ in range(500):
        start, way = rng.uniform(-5, 5, 2), rng.uniform(-5, 5, 2)
        assert midpoint_gap(lambda t: cross_entropy_cost(*(start + t * way), X, Y), 0.0, 1.0) >= -1e-12


def test_data_of_the_figure_have_two_minima_for_squared_error_and_one_for_cross_entropy():
    X, Y, b = np.array([[-5.0, -2.0, 2.0, 5.0, 6.0]]), np.array([[1.0, 0.0, 0.0, 1.0, 1.0]]), -5.0
    grid = np.linspace(-4, 4, 801)
    for cost, expected in ((squared_cost, [(-1.50, 0.202), (1.51, 0.102)]), (cross_entropy_cost, [(0.93, 2.204)])):
        J = np.array([cost(w, b, X, Y) for w in grid])
        inner = np.flatnonzero((J[1:-1] < J[:-2]) & (J[1:-1] < J[2:])) + 1
        np.testing.assert_allclose(np.column_stack((grid[inner], J[inner])), expected, rtol=0, atol=6e-3)


def test_squared_error_of_the_figure_is_nearly_flat_far_out_and_bounded():
    X, Y = np.array([[-5.0, -2.0, 2.0, 5.0, 6.0]]), np.array([[1.0, 0.0, 0.0, 1.0, 1.0]])
    assert squared_cost(-1000.0, -5.0, X, Y) == pytest.approx(0.3, rel=1e-15)
    assert 0 < 0.3 - squared_cost(-10.0, -5.0, X, Y) < 1e-7
    rng = np.random.default_rng(7)
    assert all(squared_cost(w, b, X, Y) <= 0.5 for w, b in rng.uniform(-1000, 1000, (500, 2)))


def test_scaling_a_separating_line_always_lowers_the_cost():
    X, Y = np.array([[-1.0, 0.5, 2.0, 3.0]]), np.array([[0.0, 0.0, 1.0, 1.0]])
    J = [cross_entropy_cost(2.0 * t, -2.0 * t, X, Y) for t in np.linspace(1, 30, 50)]
    assert np.all(np.diff(J) < 0)
    assert J[-1] < 1e-12


def test_squared_error_of_one_example_has_no_minimum_at_all():
    J = [squared_cost(w, 0.0, ONE, ONE) for w in np.linspace(-20, 20, 401)]
    assert np.all(np.diff(J) < 0)


def test_second_derivative_of_the_loss():
    z, step = np.linspace(-8, 8, 33), 1e-4
    second = (stable.loss(z + step, 1) - 2 * stable.loss(z, 1) + stable.loss(z - step, 1)) / step**2
    np.testing.assert_allclose(second, stable.sigmoid(z) * (1 - stable.sigmoid(z)), rtol=0, atol=1e-6)


def test_separable_data_have_no_minimum():
    X, Y = np.array([[-1.0, 1.0]]), np.array([[0.0, 1.0]])
    J = [cross_entropy_cost(w, 0.0, X, Y) for w in (1.0, 10.0, 20.0)]
    assert J[0] > J[1] > J[2] > 0
    np.testing.assert_allclose(J, [0.3133, 4.54e-5, 2.06e-9], rtol=2e-3)


@pytest.mark.reference
def test_losses_agree_with_scipy():
    special = pytest.importorskip("scipy.special", reason="SciPy is not installed")
    z = np.linspace(-300, 300, 6001)
    np.testing.assert_allclose(stable.loss(z, 1), -special.log_expit(z), rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(stable.loss(z, 0), -special.log_expit(-z), rtol=1e-12)
    Y_hat = np.random.default_rng(5).uniform(size=(1, 100))
    np.testing.assert_allclose(plain.loss(Y_hat, np.ones((1, 100))), -special.xlogy(1, Y_hat), rtol=1e-14)


@pytest.mark.reference
def test_cost_agrees_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    rng = np.random.default_rng(6)
    Y_hat, Y = rng.uniform(0.01, 0.99, (1, 50)), rng.integers(0, 2, (1, 50)).astype(float)
    theirs = torch.nn.functional.binary_cross_entropy(torch.tensor(Y_hat), torch.tensor(Y)).item()
    assert plain.cost(Y_hat, Y) == pytest.approx(theirs, rel=1e-12)
