"""Section 3.2: shapes and number of the parameters."""

import numpy as np
import pytest

from c1.w3.s02_describe_two_layer_network import count, initialize


def shapes(sizes):
    parameters = initialize(sizes, np.random.default_rng(0))
    return {name: values.shape for name, values in parameters.items()}


def test_shapes_of_the_page():
    assert shapes([3, 4, 1]) == {"W1": (4, 3), "b1": (4, 1), "W2": (1, 4), "b2": (1, 1)}
    assert list(shapes([3, 4, 1])) == ["W1", "b1", "W2", "b2"]


@pytest.mark.parametrize("sizes", [(3, 4, 1), (2, 3, 1), (1, 1, 1), (12288, 7, 1), (5, 3, 2)])
def test_count_is_the_sum_of_the_sizes(sizes):
    parameters = initialize(sizes, np.random.default_rng(0))
    assert count(*sizes) == sum(values.size for values in parameters.values())


def test_numbers_of_the_page():
    assert count(3, 4, 1) == 12 + 4 + 4 + 1 == 21
    assert 3 + 1 == 4  # logistic regression on the same features


def test_self_check_pixels():
    assert count(12288, 7, 1) == 86016 + 7 + 7 + 1 == 86031
    assert shapes([12288, 7, 1])["W1"] == (7, 12288)


def test_one_more_unit_costs_its_weights_its_bias_and_its_edge_onward():
    for n_x, n_1, n_2 in ((3, 4, 1), (5, 2, 3)):
        assert count(n_x, n_1 + 1, n_2) - count(n_x, n_1, n_2) == n_x + 1 + n_2


def test_shapes_fit_from_layer_to_layer():
    parameters = initialize([3, 4, 1], np.random.default_rng(0))
    a1 = parameters["W1"] @ np.ones((3, 1)) + parameters["b1"]
    assert a1.shape == (4, 1)
    assert (parameters["W2"] @ a1 + parameters["b2"]).shape == (1, 1)


def test_weights_are_small_random_numbers_and_biases_zero():
    parameters = initialize([100, 200, 50], np.random.default_rng(3))
    for name in ("W1", "W2"):
        values = parameters[name]
        assert values.std() == pytest.approx(0.01, rel=0.05) and abs(values.mean()) < 5e-4
    assert not parameters["b1"].any() and not parameters["b2"].any()


def test_the_generator_alone_decides_and_the_scale_multiplies():
    one, two = (initialize([3, 4, 1], np.random.default_rng(7), scale) for scale in (0.01, 0.02))
    for name in one:
        np.testing.assert_allclose(two[name], 2 * one[name], rtol=1e-15)


def test_more_layers_follow_the_same_rule():
    assert shapes([5, 4, 3, 2]) == {"W1": (4, 5), "b1": (4, 1), "W2": (3, 4), "b2": (3, 1),
                                    "W3": (2, 3), "b3": (2, 1)}


@pytest.mark.reference
def test_shapes_and_count_agree_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    layers = [torch.nn.Linear(3, 4), torch.nn.Linear(4, 1)]
    assert sum(p.numel() for layer in layers for p in layer.parameters()) == count(3, 4, 1)
    ours = shapes([3, 4, 1])
    assert [tuple(layer.weight.shape) for layer in layers] == [ours["W1"], ours["W2"]]
