"""Section 3.8: slopes of the four activation functions."""

import math

import numpy as np
import pytest

from c1.w3.s06_activations import leaky_relu, relu, tanh
from c1.w3.s08_activation_derivatives import (
    leaky_relu_slope, relu_slope, sigmoid, sigmoid_slope, tanh_slope)

GRID = np.linspace(-6.05, 6.05, 122)  # steps of 0.1, none at the kink
PAIRS = {
    "sigmoid": (sigmoid, lambda z: sigmoid_slope(sigmoid(z))),
    "tanh": (tanh, lambda z: tanh_slope(tanh(z))),
    "relu": (relu, relu_slope),
    "leaky": (leaky_relu, leaky_relu_slope),
}


def central_difference(g, z, step=1e-6):
    return (g(z + step) - g(z - step)) / (2 * step)


@pytest.mark.parametrize("name", PAIRS)
def test_slopes_agree_with_central_differences(name):
    g, slope = PAIRS[name]
    assert np.min(np.abs(GRID)) > 0.01
    np.testing.assert_allclose(slope(GRID), central_difference(g, GRID), rtol=0, atol=1e-8)


def test_numbers_of_the_page():
    assert sigmoid_slope(sigmoid(0.0)) == pytest.approx(0.25, rel=1e-15)
    assert tanh_slope(tanh(0.0)) == 1.0
    for z in (-10.0, 10.0):
        assert sigmoid_slope(sigmoid(z)) == pytest.approx(4.54e-5, rel=1e-3)
        assert tanh_slope(tanh(z)) == pytest.approx(8.24e-9, rel=1e-3)


def test_closed_forms_with_exponentials():
    for z in np.linspace(-4.0, 4.0, 33):
        down = math.exp(-z)
        assert sigmoid_slope(sigmoid(z)) == pytest.approx(down / (1 + down) ** 2, rel=1e-13)
        assert tanh_slope(tanh(z)) == pytest.approx(1 / math.cosh(z) ** 2, rel=1e-12)


def test_slope_of_tanh_is_four_slopes_of_sigmoid():
    ours = 4.0 * sigmoid_slope(sigmoid(2.0 * GRID))
    np.testing.assert_allclose(tanh_slope(tanh(GRID)), ours, rtol=0, atol=2e-15)


def test_maxima_stand_at_zero():
    fine = np.linspace(-3.0, 3.0, 601)
    for slope, top in ((PAIRS["sigmoid"][1], 0.25), (PAIRS["tanh"][1], 1.0)):
        assert np.argmax(slope(fine)) == 300
        assert slope(fine).max() == pytest.approx(top, rel=1e-15)


def test_slopes_on_the_tangents_of_the_figure():
    slopes = tanh_slope(tanh(np.array([0.0, 1.0, 2.5])))
    np.testing.assert_allclose(slopes, [1.0, 0.42, 0.027], rtol=0, atol=5e-4)


def test_the_kink():
    assert relu_slope(0.0) == 0.0 and leaky_relu_slope(0.0) == 0.01
    step = 1e-6
    assert (relu(step) - relu(0.0)) / step == 1.0
    assert (relu(0.0) - relu(-step)) / step == 0.0
    assert central_difference(relu, 0.0) == 0.5  # neither side


def test_relu_slope_from_the_activation_is_the_same():
    z = np.array([-2.0, 0.0, 3.0])
    np.testing.assert_array_equal(relu_slope(z), relu_slope(relu(z)))


def test_chain_of_ten_sigmoid_slopes():
    assert 0.25**10 == pytest.approx(9.5e-7, rel=0.01)


def test_sigmoid_twice_is_wrong():
    a = sigmoid(2.0)
    right = central_difference(sigmoid, 2.0)
    assert sigmoid_slope(a) == pytest.approx(right, rel=1e-8)
    assert right == pytest.approx(0.1050, abs=5e-5)
    assert sigmoid_slope(sigmoid(a)) == pytest.approx(0.2072, abs=5e-5)


def test_slope_from_the_score_in_place_of_the_activation_is_negative():
    assert sigmoid_slope(2.0) == -2.0 and tanh_slope(2.0) == -3.0


def test_extreme_scores():
    z = np.array([-1000.0, 1000.0])
    with np.errstate(all="raise", under="ignore"):
        np.testing.assert_array_equal(sigmoid_slope(sigmoid(z)), [0.0, 0.0])
        np.testing.assert_array_equal(tanh_slope(tanh(z)), [0.0, 0.0])
        np.testing.assert_array_equal(relu_slope(z), [0.0, 1.0])
        np.testing.assert_array_equal(leaky_relu_slope(z), [0.01, 1.0])


def test_shapes_are_kept():
    for slope in (sigmoid_slope, tanh_slope, relu_slope, leaky_relu_slope):
        for shape in ((1, 1), (4, 7)):
            assert slope(np.zeros(shape)).shape == shape


def test_self_check_answers():
    assert tanh_slope(0.6) == pytest.approx(0.64)
    assert 0.5 * tanh_slope(0.6) == pytest.approx(0.32)
    assert tanh(math.atanh(0.6)) == pytest.approx(0.6)
    assert sigmoid_slope(0.9) == pytest.approx(0.09) == sigmoid_slope(0.1)


@pytest.mark.reference
def test_slopes_agree_with_pytorch_also_at_the_kink():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    values = np.append(GRID, 0.0)
    pairs = zip(PAIRS.values(), (torch.sigmoid, torch.tanh, torch.relu,
                                 torch.nn.functional.leaky_relu), strict=True)
    for (_, slope), theirs in pairs:
        z = torch.tensor(values, requires_grad=True)
        theirs(z).sum().backward()
        np.testing.assert_allclose(slope(values), z.grad.numpy(), rtol=1e-9, atol=1e-15)
