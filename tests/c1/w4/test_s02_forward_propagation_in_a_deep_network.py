"""Section 4.2: the forward pass through any number of layers."""

import math

import numpy as np
import pytest

from c1.w2.s13_logistic_forward import forward as logistic_forward
from c1.w3.s04_two_layer_forward import forward as two_layer_forward
from c1.w3.s09_two_layer_gradients import forward as two_layer_forward_any
from c1.w4.s01_initialize_deep import initialize
from c1.w4.s02_deep_forward import ACTIVATIONS, forward, layer_forward, relu, sigmoid

SIZES = [3, 5, 5, 3, 1]


def network(sizes=SIZES, m=7, seed=0):
    rng = np.random.default_rng(seed)
    parameters = initialize(sizes, rng, scale=1.0)
    for layer in range(1, len(sizes)):
        parameters[f"b{layer}"] = rng.standard_normal((sizes[layer], 1))
    return parameters, rng.standard_normal((sizes[0], m))


def chain(x):
    parameters = {}
    for layer, (w, b) in enumerate(((3, -2), (-1, 5), (2, 1)), start=1):
        parameters |= {f"W{layer}": np.array([[float(w)]]), f"b{layer}": np.array([[float(b)]])}
    return forward(parameters, np.array([x], dtype=float))


def test_worked_chain_of_the_page():
    A, caches = chain([2])
    assert [Z.item() for _, _, Z in caches] == [4, 1, 3]
    assert A.item() == pytest.approx(0.952574, abs=5e-7)
    assert 3 * 2 - 2 == 4 and -4 + 5 == 1 and 2 * 1 + 1 == 3


def test_the_other_columns_of_the_output():
    A, caches = chain([2, 0, 3])
    assert [Z.ravel().tolist() for _, _, Z in caches] == [[4, -2, 7], [1, 5, -2], [3, 11, 1]]
    np.testing.assert_allclose(A, [[0.952574, 0.999983, 0.731059]], atol=5e-7)


def test_four_layers_written_out_by_hand():
    p, X = network()
    A1 = np.maximum(0, p["W1"] @ X + p["b1"])
    A2 = np.maximum(0, p["W2"] @ A1 + p["b2"])
    A3 = np.maximum(0, p["W3"] @ A2 + p["b3"])
    by_hand = 1 / (1 + np.exp(-(p["W4"] @ A3 + p["b4"])))
    A, caches = forward(p, X)
    np.testing.assert_allclose(A, by_hand, rtol=1e-12)
    for (A_prev, _, _), expected in zip(caches, (X, A1, A2, A3), strict=True):
        np.testing.assert_allclose(A_prev, expected, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("hidden", ["relu", "tanh", "sigmoid"])
def test_a_loop_over_examples_gives_the_same_columns(hidden):
    parameters, X = network()
    A, _ = forward(parameters, X, hidden)
    for i in range(X.shape[1]):
        np.testing.assert_allclose(forward(parameters, X[:, [i]], hidden)[0], A[:, [i]],
                                   rtol=1e-12)


def test_one_layer_is_logistic_regression():
    parameters, X = network([6, 1])
    A, (cache,) = forward(parameters, X)
    expected_Z, expected_A = logistic_forward(parameters["W1"].T, parameters["b1"], X)
    np.testing.assert_array_equal(cache[2], expected_Z)
    np.testing.assert_array_equal(A, expected_A)


def test_two_layers_are_the_network_of_the_week_before():
    parameters, X = network([3, 4, 1])
    expected = two_layer_forward(parameters, X)
    A, caches = forward(parameters, X, "sigmoid")
    np.testing.assert_allclose(caches[0][2], expected[0], rtol=1e-12)
    np.testing.assert_allclose(A, expected[3], rtol=1e-12)
    for hidden in ("relu", "tanh"):
        np.testing.assert_allclose(forward(parameters, X, hidden)[0],
                                   two_layer_forward_any(parameters, X, hidden)[3], rtol=1e-12)


def test_a_cell_is_one_unit_on_one_example():
    parameters, X = network()
    _, caches = forward(parameters, X)
    A_prev, W, Z = caches[2]
    for unit in range(3):
        for i in range(7):
            score = sum(W[unit, k] * A_prev[k, i] for k in range(5)) + parameters["b3"][unit, 0]
            assert Z[unit, i] == pytest.approx(score, rel=1e-12)


@pytest.mark.parametrize("sizes, m", [([2, 1], 1), ([1, 1, 1, 1], 4), ([4, 6, 2, 3, 5], 3)])
def test_shapes(sizes, m):
    A, caches = forward(*network(sizes, m))
    assert A.shape == (sizes[-1], m) and len(caches) == len(sizes) - 1
    for layer, (A_prev, W, Z) in enumerate(caches, start=1):
        assert A_prev.shape == (sizes[layer - 1], m)
        assert W.shape == (sizes[layer], sizes[layer - 1])
        assert Z.shape == (sizes[layer], m)


def test_rules_of_the_activations():
    z = np.array([[-2.0, 0.0, 3.0]])
    assert ACTIVATIONS["relu"](z).tolist() == relu(z).tolist() == [[0, 0, 3]]
    assert sigmoid(0.0) == 0.5 and ACTIVATIONS["tanh"](0.0) == 0.0
    A, cache = layer_forward(z, np.array([[2.0]]), np.array([[1.0]]), "relu")
    assert A.tolist() == [[0, 1, 7]] and cache[2].tolist() == [[-3, 1, 7]]


def test_wrong_shapes_and_unknown_activations_are_refused():
    parameters, X = network()
    with pytest.raises(ValueError):
        forward(parameters, X.T)
    with pytest.raises(KeyError):
        forward(parameters, X, "step")


def test_extreme_inputs_stay_finite():
    parameters, X = network()
    with np.errstate(all="raise", under="ignore"):
        A, _ = forward(parameters, 1000 * X)
    assert np.isfinite(A).all() and A.min() >= 0.0 and A.max() <= 1.0


def test_element_wise_product_is_refused_or_wrong():
    W, A_prev = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, 0.0], [1.0, 1.0]])
    assert (W * A_prev).tolist() == [[1, 0], [3, 4]]
    assert (W @ A_prev).tolist() == [[3, 2], [7, 4]]
    with pytest.raises(ValueError):
        np.ones((3, 5)) * np.ones((5, 7))


def test_range_without_the_last_layer():
    assert list(range(1, 4)) == [1, 2, 3] and list(range(1, 4 + 1)) == [1, 2, 3, 4]


def test_self_check_answers():
    A, caches = chain([1])
    assert [Z.item() for _, _, Z in caches] == [1, 4, 9]
    assert A.item() == pytest.approx(1 / (1 + math.exp(-9)), rel=1e-12)
    assert A.item() == pytest.approx(0.999877, abs=5e-7)


@pytest.mark.reference
def test_outputs_agree_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    parameters, X = network()
    A = torch.tensor(X.T)
    for layer in range(1, 5):
        W, b = (torch.tensor(parameters[f"{name}{layer}"]) for name in "Wb")
        Z = torch.nn.functional.linear(A, W, b.ravel())
        A = torch.sigmoid(Z) if layer == 4 else torch.relu(Z)
    np.testing.assert_allclose(forward(parameters, X)[0], A.numpy().T, rtol=1e-12)
