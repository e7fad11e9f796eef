"""Section 2.2: the sigmoid, and logistic regression on one example."""

import math

import numpy as np
import pytest

from c1.w2 import s02_logistic_predict as one_example
from c1.w2.s02_sigmoid import sigmoid

W, B, X = np.array([[2.0], [-1.0]]), 0.5, np.array([[1.0], [3.0]])


@pytest.mark.parametrize("f", [sigmoid, one_example.sigmoid])
def test_sigmoid_is_half_of_one_plus_tanh_of_half(f):
    z = np.linspace(-40, 40, 8001)
    np.testing.assert_allclose(f(z), 0.5 * (1 + np.tanh(z / 2)), rtol=0, atol=1e-14)


def test_sigmoid_values_of_the_page():
    assert sigmoid(0.0) == 0.5
    for z, value in ((1, 0.7311), (2, 0.8808), (4, 0.9820), (6, 0.9975), (-2, 0.1192), (-0.5, 0.3775)):
        assert sigmoid(z) == pytest.approx(value, abs=5e-5)


def test_sigmoid_of_minus_z_is_the_rest_to_one():
    z = np.random.default_rng(0).uniform(-50, 50, 1000)
    np.testing.assert_allclose(sigmoid(z) + sigmoid(-z), 1.0, rtol=1e-14)


def test_sigmoid_rises_and_stays_strictly_between_0_and_1_where_float64_can_tell():
    assert np.all(np.diff(sigmoid(np.linspace(-15, 15, 1001))) > 0)
    values = sigmoid(np.linspace(-36, 36, 1001))
    assert np.all((values > 0) & (values < 1))


@pytest.mark.parametrize("f", [sigmoid, one_example.sigmoid])
def test_extreme_scores_do_not_overflow(f):
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        np.testing.assert_array_equal(f(np.array([-1000.0, 0.0, 1000.0])), [0.0, 0.5, 1.0])
        assert math.isclose(f(-700.0), math.exp(-700.0), rel_tol=1e-12)


def test_the_naive_formula_warns_and_is_right_all_the_same():
    with pytest.warns(RuntimeWarning, match="overflow"):
        assert 1 / (1 + np.exp(np.array([1000.0])))[0] == 0.0


@pytest.mark.parametrize("shape", [(), (1,), (1, 5), (3, 1), (2, 3)])
def test_sigmoid_keeps_the_shape(shape):
    assert np.shape(sigmoid(np.zeros(shape))) == shape


def test_worked_example_of_the_page():
    z, y_hat = one_example.forward(W, B, X)
    assert z == -0.5
    assert y_hat == pytest.approx(0.377541, abs=5e-7)
    assert one_example.predict(W, B, X) == 0


def test_theta_form_gives_the_same_number():
    theta = np.array([[0.5], [2.0], [-1.0]])
    assert one_example.forward_theta(theta, X) == pytest.approx(one_example.forward(W, B, X)[1], rel=1e-15)


def test_class_is_the_sign_of_the_score_and_the_half_of_the_probability():
    rng = np.random.default_rng(1)
    for _ in range(500):
        w, x, b = rng.standard_normal((3, 1)), rng.standard_normal((3, 1)), rng.standard_normal()
        z, y_hat = one_example.forward(w, b, x)
        assert one_example.predict(w, b, x) == int(y_hat >= 0.5) == int(z >= 0)


def test_a_point_on_the_boundary_is_class_1():
    x = np.array([[0.0], [0.5]])
    assert one_example.forward(W, B, x) == (0.0, 0.5)
    assert one_example.predict(W, B, x) == 1


def test_self_check_new_point():
    x = np.array([[2.0], [1.0]])
    assert one_example.forward(W, B, x) == pytest.approx((3.5, 0.9707), abs=5e-5)
    assert one_example.predict(W, B, x) == 1


def test_self_check_side_of_the_boundary():
    classes = [one_example.predict(np.array([[-2.0]]), 3.0, np.array([[x]])) for x in (1.4, 1.5, 1.6)]
    assert classes == [1, 1, 0]


def test_self_check_ten_times_the_parameters():
    z, y_hat = one_example.forward(10 * W, 10 * B, X)
    assert (z, y_hat) == pytest.approx((-5.0, 0.0067), abs=5e-5)
    assert one_example.predict(10 * W, 10 * B, X) == one_example.predict(W, B, X)


def test_float64_rounds_to_1_near_37_and_a_half():
    assert sigmoid(37.0) < 1.0
    assert sigmoid(38.0) == 1.0


def test_float64_rounds_to_0_near_minus_745():
    assert sigmoid(-745.0) > 0.0
    assert sigmoid(-746.0) == 0.0


def test_boundary_of_one_feature_is_minus_b_over_w():
    for w, b in ((1.0, 0.0), (1.0, -2.0), (3.0, 0.0), (-1.0, 0.0), (0.7, 1.3)):
        assert sigmoid(w * (-b / w) + b) == pytest.approx(0.5, abs=1e-15)


def test_transpose_of_a_rank_1_array_does_nothing_and_a_column_is_needed():
    w = np.array([2.0, -1.0])
    assert w.T.shape == w.shape == (2,)
    assert (w.T @ X).shape == (1,)
    assert (W.T @ X).shape == (1, 1)
    with pytest.raises(ValueError):
        one_example.forward(W, B, np.ones((3, 1)))


@pytest.mark.reference
def test_sigmoid_agrees_with_scipy():
    special = pytest.importorskip("scipy.special", reason="SciPy is not installed")
    z = np.linspace(-700, 700, 14001)
    np.testing.assert_allclose(sigmoid(z), special.expit(z), rtol=1e-12)
