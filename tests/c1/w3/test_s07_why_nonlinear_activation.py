"""Section 3.7: linear layers collapse, and two ReLU units compute XOR."""

import itertools

import numpy as np
import pytest

from c1.w3.s07_linear_layers_collapse import (
    collapse, identity, output_score, random_parameters)
from c1.w3.s07_xor_by_hand import best_linear, forward, relu

SMALL = {"W1": np.array([[1, 2], [3, -1]]), "b1": np.array([[1], [0]]),
         "W2": np.array([[2, 1]]), "b2": np.array([[-1]])}
X4, Y4 = np.array([[0, 0, 1, 1], [0, 1, 0, 1]]), np.array([[0, 1, 1, 0]])
BY_HAND = {"W1": np.ones((2, 2)), "b1": np.array([[0.0], [-1.0]]),
           "W2": np.array([[1.0, -2.0]]), "b2": np.zeros((1, 1))}


def random_layers(sizes, seed=0):
    return random_parameters(sizes, np.random.default_rng(seed))


def xor(X):
    return forward(BY_HAND, X)[-1]


def test_worked_numbers_of_the_page():
    W, b = collapse(SMALL)
    np.testing.assert_array_equal(W, [[5, 3]])
    np.testing.assert_array_equal(b, [[1]])
    x = np.array([[1], [1]])
    np.testing.assert_array_equal(SMALL["W1"] @ x + SMALL["b1"], [[4], [2]])
    assert output_score(SMALL, x, identity).item() == 9 == (W @ x + b).item()


def test_five_linear_layers_equal_one():
    layers = random_layers([3, 5, 4, 6, 5, 1])
    X = np.random.default_rng(1).standard_normal((3, 1000))
    W, b = collapse(layers)
    assert W.shape == (1, 3) and b.shape == (1, 1)
    np.testing.assert_allclose(output_score(layers, X, identity), W @ X + b, rtol=0, atol=1e-10)
    assert np.max(np.abs(output_score(layers, X, np.tanh) - (W @ X + b))) > 10


def test_linear_network_has_no_curvature():
    layers = random_layers([3, 8, 8, 2], seed=2)
    rng = np.random.default_rng(3)
    start, way = rng.standard_normal((3, 1)), rng.standard_normal((3, 1))
    X = start + way * np.linspace(-2.0, 2.0, 9)  # equal steps along a line
    bends = {g: np.max(np.abs(np.diff(output_score(layers, X, g), n=2)))
             for g in (identity, np.tanh)}
    assert bends[identity] < 1e-12 and bends[np.tanh] > 0.1


def test_one_layer_is_its_own_collapse():
    layers = random_layers([4, 3])
    for ours, given in zip(collapse(layers), layers.values(), strict=True):
        np.testing.assert_array_equal(ours, given)


def test_a_narrow_layer_limits_the_rank():
    assert np.linalg.matrix_rank(collapse(random_layers([6, 2, 6]))[0]) == 2
    assert np.linalg.matrix_rank(collapse(random_layers([6, 6, 6]))[0]) == 6


def test_linear_hidden_layer_with_sigmoid_output_has_a_straight_boundary():
    layers = random_layers([2, 4, 1], seed=4)
    W, b = collapse(layers)
    X = np.random.default_rng(5).uniform(-3.0, 3.0, (2, 500))
    np.testing.assert_array_equal(output_score(layers, X, identity) >= 0, W @ X + b >= 0)


def test_two_relu_units_compute_xor():
    np.testing.assert_array_equal(xor(X4), Y4)
    x_1, x_2 = X4
    np.testing.assert_array_equal(relu(x_1 + x_2) - 2 * relu(x_1 + x_2 - 1), Y4[0])


def test_xor_units_step_by_step():
    Z1, A1, _ = forward(BY_HAND, X4)
    np.testing.assert_array_equal(Z1, [[0, 1, 1, 2], [-1, 0, 0, 1]])
    np.testing.assert_array_equal(A1, [[0, 1, 1, 2], [0, 0, 0, 1]])


def test_boundary_of_the_two_units_is_a_pair_of_lines():
    X = np.random.default_rng(6).uniform(-1.0, 2.0, (2, 2000))
    total = X.sum(axis=0)
    inside = (total > 0.5) & (total < 1.5)
    np.testing.assert_array_equal(xor(X)[0] > 0.5, inside)


def test_best_linear_fit_says_a_half_everywhere():
    w, b = best_linear(X4, Y4)
    np.testing.assert_allclose(w, 0.0, rtol=0, atol=1e-15)
    assert b == pytest.approx(0.5, rel=1e-14)


def test_best_linear_recovers_a_plane():
    X = np.random.default_rng(7).standard_normal((3, 20))
    w = np.array([[1.0], [-2.0], [0.5]])
    found, b = best_linear(X, w.T @ X + 3.0)
    np.testing.assert_allclose(found, w, rtol=1e-12)
    assert b == pytest.approx(3.0)


def test_no_line_gets_more_than_three_of_four():
    grid = np.arange(-2.0, 2.25, 0.25)
    best = max(np.sum((w_1 * X4[0] + w_2 * X4[1] + b >= 0) == Y4)
               for w_1, w_2, b in itertools.product(grid, repeat=3))
    assert best == 3


def test_without_relu_the_same_weights_fail():
    np.testing.assert_array_equal(output_score(BY_HAND, X4, relu), Y4)
    np.testing.assert_array_equal(output_score(BY_HAND, X4, identity), [[2, 1, 1, 0]])


def test_a_square_as_activation_computes_xor_with_one_unit_and_no_cube():
    one = {"W1": np.array([[1, -1]]), "b1": np.zeros((1, 1)), "W2": np.ones((1, 1)),
           "b2": np.zeros((1, 1))}
    np.testing.assert_array_equal(output_score(one, X4, np.square), Y4)
    line = np.linspace(-1.0, 1.0, 9) * np.ones((2, 1))
    wide = output_score(random_layers([2, 50, 1]), line, np.square)
    np.testing.assert_allclose(np.diff(wide, n=3), 0.0, rtol=0, atol=1e-11)


def test_extreme_inputs_and_wrong_shapes():
    assert xor(np.full((2, 1), 1000.0)).item() == 2000 - 2 * 1999
    with pytest.raises(ValueError):
        xor(np.zeros((3, 1)))


def test_self_check_answers():
    layers = {"W1": np.array([[2], [-1]]), "b1": np.array([[1], [3]]),
              "W2": np.array([[1, 4]]), "b2": np.array([[0]])}
    W, b = collapse(layers)
    assert (W.item(), b.item()) == (-2, 13)
    assert output_score(layers, np.array([[3]]), identity).item() == 7


@pytest.mark.reference
def test_collapse_agrees_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    sizes = [3, 5, 4, 2]
    layers = random_layers(sizes)
    model = torch.nn.Sequential(*itertools.starmap(torch.nn.Linear, itertools.pairwise(sizes)))
    model = model.double()
    with torch.no_grad():
        for number, linear in enumerate(model, start=1):
            linear.weight.copy_(torch.tensor(layers[f"W{number}"]))
            linear.bias.copy_(torch.tensor(layers[f"b{number}"].ravel()))
        X = np.random.default_rng(8).standard_normal((3, 10))
        out = model(torch.tensor(X.T)).numpy().T
    W, b = collapse(layers)
    np.testing.assert_allclose(W @ X + b, out, rtol=1e-10)
