"""Section 4.1: layers, shapes and number of parameters of a network of any depth."""

import numpy as np
import pytest

from c1.w3.s02_describe_two_layer_network import initialize as initialize_two_layers
from c1.w4.s01_describe_network import count, describe, shapes
from c1.w4.s01_initialize_deep import initialize

DEEP = [3, 5, 5, 3, 1]


def array_shapes(sizes):
    return {name: value.shape for name, value in parameters_of(sizes).items()}


def parameters_of(sizes):
    return initialize(sizes, np.random.default_rng(0))


def test_numbers_of_the_page():
    assert describe(DEEP) == (4, 3, 72)
    assert [count(pair) for pair in zip(DEEP, DEEP[1:], strict=False)] == [20, 30, 18, 4]
    assert sum((20, 30, 18, 4)) == 72
    assert shapes(DEEP) == {"W1": (5, 3), "b1": (5, 1), "W2": (5, 5), "b2": (5, 1),
                            "W3": (3, 5), "b3": (3, 1), "W4": (1, 3), "b4": (1, 1)}


@pytest.mark.parametrize("n_x", [1, 3, 12288])
def test_logistic_regression_is_a_network_of_one_layer(n_x):
    assert describe([n_x, 1]) == (1, 0, n_x + 1)
    assert shapes([n_x, 1]) == {"W1": (1, n_x), "b1": (1, 1)}


@pytest.mark.parametrize("hidden, layers", [(0, 1), (1, 2), (2, 3), (5, 6)])
def test_layers_of_the_gallery(hidden, layers):
    assert describe([3, *[4] * hidden, 1])[:2] == (layers, hidden)


@pytest.mark.parametrize("sizes", [[3, 1], DEEP, [1, 1, 1], [7, 2, 9, 4, 4, 3], [2] * 12])
def test_count_is_the_sum_of_the_sizes_of_the_arrays(sizes):
    assert count(sizes) == sum(value.size for value in parameters_of(sizes).values())
    assert array_shapes(sizes) == shapes(sizes)
    assert list(array_shapes(sizes)) == list(shapes(sizes))


def test_the_function_is_that_of_the_week_before():
    ours = initialize([3, 4, 1], np.random.default_rng(5))
    theirs = initialize_two_layers([3, 4, 1], np.random.default_rng(5))
    assert all(np.array_equal(ours[name], theirs[name]) for name in theirs)
    assert list(ours) == list(theirs)


def test_weights_are_seeded_small_and_random_and_biases_zero():
    parameters = initialize([200, 100, 50, 40], np.random.default_rng(1))
    for layer in (1, 2, 3):
        W = parameters[f"W{layer}"]
        assert W.std() == pytest.approx(0.01, rel=0.05) and abs(W.mean()) < 1e-3
        assert not parameters[f"b{layer}"].any()
    again = initialize([200, 100, 50, 40], np.random.default_rng(1))
    assert all(np.array_equal(again[name], parameters[name]) for name in parameters)
    other = initialize([200, 100, 50, 40], np.random.default_rng(2))
    assert not np.array_equal(other["W3"], parameters["W3"])


def test_layers_fit_one_after_the_other():
    a, parameters = np.ones((3, 1)), parameters_of(DEEP)
    for layer in range(1, 5):
        a = parameters[f"W{layer}"] @ a + parameters[f"b{layer}"]
        assert a.shape == (DEEP[layer], 1)


def test_self_check_answers():
    assert describe([10, 6, 6, 4, 1]) == (4, 3, 66 + 42 + 28 + 5) == (4, 3, 141)
    assert shapes([10, 6, 6, 4, 1])["W3"] == (4, 6)
    assert count([3, 5, 5, 5, 3, 1]) - count(DEEP) == 30
    assert count([3, 20, 1]) == 60 + 20 + 20 + 1 == 101 > count(DEEP)


@pytest.mark.reference
def test_count_agrees_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    layers = [torch.nn.Linear(*pair) for pair in zip(DEEP, DEEP[1:], strict=False)]
    assert sum(p.numel() for layer in layers for p in layer.parameters()) == count(DEEP)
