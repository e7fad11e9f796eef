"""Section 3.6: four activation functions, and the mean of their outputs."""

import math

import numpy as np
import pytest

from c1.w3.s06_activations import leaky_relu, relu, sigmoid, tanh
from c1.w3.s06_zero_centred_outputs import mean_activation, one_way

GRID = np.linspace(-20.0, 20.0, 401)
ALL = (sigmoid, tanh, relu, leaky_relu)


def test_numbers_of_the_page():
    z = np.array([-3.0, 0.0, 2.0])
    np.testing.assert_allclose(sigmoid(z), [0.0474, 0.5, 0.8808], rtol=0, atol=5e-5)
    np.testing.assert_allclose(tanh(z), [-0.9951, 0.0, 0.9640], rtol=0, atol=5e-5)
    np.testing.assert_array_equal(relu(z), [0.0, 0.0, 2.0])
    np.testing.assert_allclose(leaky_relu(z), [-0.03, 0.0, 2.0], rtol=1e-15)


def test_tanh_is_a_stretched_and_shifted_sigmoid():
    np.testing.assert_allclose(2.0 * sigmoid(2.0 * GRID) - 1.0, tanh(GRID), rtol=0, atol=1e-14)
    np.testing.assert_allclose(tanh(GRID), [math.tanh(z) for z in GRID], rtol=1e-14)
    assert (sigmoid(2.0), 2 * sigmoid(2.0) - 1) == pytest.approx((0.8808, 0.7616), abs=5e-5)


def test_closed_forms_with_exponentials():
    for z in np.linspace(-5.0, 5.0, 41):
        up, down = math.exp(z), math.exp(-z)
        assert sigmoid(z) == pytest.approx(1 / (1 + down), rel=1e-14)
        assert tanh(z) == pytest.approx((up - down) / (up + down), rel=1e-13, abs=1e-15)


def test_ranges():
    narrow = np.linspace(-15.0, 15.0, 301)  # farther out, float64 rounds to the ends
    assert np.all((sigmoid(narrow) > 0) & (sigmoid(narrow) < 1))
    assert np.all((tanh(narrow) > -1) & (tanh(narrow) < 1))
    assert np.all(relu(GRID) >= 0)
    assert leaky_relu(GRID).min() == pytest.approx(-0.2)


@pytest.mark.parametrize("g", ALL)
def test_never_falls(g):
    assert np.all(np.diff(g(GRID)) >= 0)


def test_symmetries():
    np.testing.assert_allclose(sigmoid(-GRID), 1 - sigmoid(GRID), rtol=0, atol=1e-15)
    np.testing.assert_array_equal(tanh(-GRID), -tanh(GRID))
    np.testing.assert_array_equal(relu(GRID) - relu(-GRID), GRID)


def test_leaky_relu_is_piecewise_linear():
    expected = [z if z > 0 else 0.01 * z for z in GRID]
    np.testing.assert_allclose(leaky_relu(GRID), expected, rtol=1e-15)
    np.testing.assert_array_equal(leaky_relu(GRID, 0.0), relu(GRID))


def test_a_leak_beyond_one_bends_the_wrong_side():
    assert leaky_relu(2.0, 1.5) == 3.0
    assert leaky_relu(-2.0, 1.5) == -2.0


@pytest.mark.parametrize("g", ALL)
def test_every_shape_is_kept(g):
    for shape in ((), (1, 1), (4, 7), (2, 3, 4)):
        assert np.shape(g(np.zeros(shape))) == shape


def test_extreme_scores_stay_finite():
    z = np.array([-1000.0, 1000.0])
    with np.errstate(all="raise", under="ignore"):
        np.testing.assert_array_equal(sigmoid(z), [0.0, 1.0])
        np.testing.assert_array_equal(tanh(z), [-1.0, 1.0])
        np.testing.assert_array_equal(relu(z), [0.0, 1000.0])
        np.testing.assert_allclose(leaky_relu(z), [-10.0, 1000.0], rtol=1e-15)


def test_mean_outputs_are_a_half_and_zero():
    rng = np.random.default_rng(1)
    assert mean_activation(sigmoid, 100_000, rng) == pytest.approx(0.5, abs=0.01)
    assert mean_activation(np.tanh, 100_000, rng) == pytest.approx(0.0, abs=0.01)


def test_positive_inputs_push_all_weights_one_way():
    rng = np.random.default_rng(2)
    Z, dz = rng.standard_normal((4, 20_000)), rng.standard_normal((1, 20_000))
    assert one_way(dz, sigmoid(Z)) == 1.0 == one_way(dz, relu(Z))
    assert one_way(dz, np.tanh(Z)) == pytest.approx(2 / 2**4, abs=0.01)


def test_mean_gradient_of_positive_inputs_may_have_both_signs():
    rng = np.random.default_rng(0)
    Z, dz = rng.standard_normal((4, 10_000)), rng.standard_normal((1, 10_000))
    dw = sigmoid(Z) @ dz.T / 10_000
    assert dw.min() < 0 < dw.max()


def test_positive_inputs_make_one_direction_far_steeper():
    Z = np.random.default_rng(1).standard_normal((4, 20_000))
    for g, low, high in ((sigmoid, 20.0, 30.0), (np.tanh, 1.0, 1.1)):
        steep, directions = np.linalg.eigh(g(Z) @ g(Z).T / 20_000)  # of a squared error
        assert low < steep[-1] / steep[0] < high
        if g is sigmoid:
            np.testing.assert_allclose(np.abs(directions[:, -1]), 0.5, rtol=0, atol=0.01)


def test_one_way_by_hand():
    dz = np.array([[-1.0, 2.0, 1.0]])
    A = np.array([[0.2, 0.5, -0.3], [0.9, -0.1, -0.4]])
    assert one_way(dz, A) == pytest.approx(2 / 3)


def test_signs_in_the_example_of_the_page():
    dz, a = -0.5, np.array([[0.9], [0.1]])
    np.testing.assert_allclose(dz * a, [[-0.45], [-0.05]], rtol=1e-15)


def test_a_dead_unit_gets_no_gradient():
    rng = np.random.default_rng(3)
    X, dA = rng.uniform(0.0, 1.0, (2, 50)), rng.standard_normal((1, 50))
    Z = np.array([[1.0, 1.0]]) @ X - 3.0  # below 0 for every example
    assert Z.max() < 0 and not relu(Z).any()
    for slope, moves in ((0.0, False), (0.01, True)):
        dW = (dA * np.where(Z > 0, 1.0, slope)) @ X.T
        assert bool(dW.any()) == moves


def test_self_check_answers():
    z = np.array([-4.0, 4.0])
    np.testing.assert_allclose(leaky_relu(z), [-0.04, 4.0], rtol=1e-15)
    np.testing.assert_array_equal(relu(z), [0.0, 4.0])
    a = sigmoid(1.0)
    assert 2 * a - 1 == pytest.approx(tanh(0.5), abs=1e-15)
    assert (a, 2 * a - 1) == pytest.approx((0.7311, 0.4621), abs=5e-5)


@pytest.mark.reference
def test_activations_agree_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    z = torch.tensor(GRID)
    pairs = ((sigmoid, torch.sigmoid), (tanh, torch.tanh), (relu, torch.relu),
             (leaky_relu, torch.nn.functional.leaky_relu))
    for ours, theirs in pairs:
        np.testing.assert_allclose(ours(GRID), theirs(z).numpy(), rtol=1e-12, atol=1e-15)
