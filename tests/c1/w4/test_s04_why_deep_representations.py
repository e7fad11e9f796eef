"""Section 4.4: parity by circuits and by networks, and zigzags by depth."""

import itertools
import math

import numpy as np
import pytest

from c1.w3.s07_xor_by_hand import forward as xor_network
from c1.w4.s01_describe_network import count
from c1.w4.s04_fold_again import fold, pieces, relu, zigzag
from c1.w4.s04_parity_deep_and_shallow import parity_terms, parity_thresholds, parity_tree, xor


def all_inputs(n):
    return np.array(list(itertools.product((0, 1), repeat=n))).T


def test_xor_gate_has_the_truth_table_of_python():
    for a, b in itertools.product((0, 1), repeat=2):
        assert xor(np.array([a]), np.array([b])).tolist() == [a ^ b]


@pytest.mark.parametrize("n", range(2, 9))
def test_all_three_equal_the_sum_modulo_two(n):
    X = all_inputs(n)
    expected = [sum(column) % 2 for column in X.T.tolist()]
    for parity in (parity_tree, parity_terms, parity_thresholds):
        assert parity(X)[0].tolist() == expected


@pytest.mark.parametrize("n", range(2, 9))
def test_counts(n):
    X = all_inputs(n)[:, :1]
    assert parity_tree(X)[1:] == (n - 1, math.ceil(math.log2(n)))
    assert parity_terms(X)[1] == 2 ** (n - 1)
    assert parity_thresholds(X)[1] == n


def test_counts_of_the_page():
    assert parity_tree(all_inputs(4))[1:] == (3, 2) and parity_terms(all_inputs(4))[1] == 8
    assert parity_tree(all_inputs(8))[1:] == (7, 3) and parity_terms(all_inputs(8))[1] == 128
    assert parity_tree(np.zeros((20, 1), dtype=int))[1:] == (19, 5) and 2**19 == 524288
    assert count([8, 8, 1]) == 81


@pytest.mark.parametrize("n", [5, 6, 7, 100, 1000])
def test_tree_for_numbers_that_are_no_powers_of_two(n):
    X = np.random.default_rng(n).integers(0, 2, (n, 30))
    parity, gates, depth = parity_tree(X)
    np.testing.assert_array_equal(parity, X.sum(axis=0) % 2)
    assert gates == n - 1 and depth == math.ceil(math.log2(n))


def test_smallest_and_single_inputs():
    for parity in (parity_tree, parity_terms, parity_thresholds):
        assert parity(np.array([[0, 1]]))[0].tolist() == [0, 1]
        assert parity(np.array([[1], [1], [1]]))[0].tolist() == [1]


def test_an_and_without_a_variable_accepts_both_parities():
    """Each AND of an OR that gives parity must hold all n variables: so 2**(n-1) are needed."""
    X = all_inputs(4)
    odd = X.sum(axis=0) % 2
    for signs in itertools.product((0, 1, None), repeat=4):
        hit = np.all([X[i] == sign for i, sign in enumerate(signs) if sign is not None] or
                     [np.ones(16, dtype=bool)], axis=0)
        if None in signs:
            assert set(odd[hit]) == {0, 1}
        else:
            assert hit.sum() == 1


@pytest.mark.parametrize("n", range(1, 9))
def test_n_relu_units_give_parity_too(n):
    X = all_inputs(n)
    A1 = relu(X.sum(axis=0) - np.arange(n).reshape(-1, 1))
    W2 = np.array([1 if k == 0 else 2 * (-1) ** k for k in range(n)])
    np.testing.assert_array_equal(W2 @ A1, X.sum(axis=0) % 2)


@pytest.mark.parametrize("n", range(1, 9))
def test_steep_sigmoids_half_a_step_from_the_jump_give_parity_too(n):
    X = all_inputs(n)
    k = np.arange(1, n + 1).reshape(-1, 1)
    W2, odd = (-1.0) ** (k.T - 1), X.sum(axis=0) % 2
    steep = 1 / (1 + np.exp(-40 * (X.sum(axis=0) + 0.5 - k)))
    np.testing.assert_allclose((W2 @ steep)[0], odd, atol=1e-7)
    on_the_jump = 1 / (1 + np.exp(-40.0 * (X.sum(axis=0) - k)))
    assert np.abs((W2 @ on_the_jump)[0] - odd).max() == pytest.approx(0.5)


@pytest.mark.parametrize("n", range(2, 17))
def test_folds_give_parity_with_two_units_a_layer(n):
    k = math.ceil(math.log2(n))
    s = all_inputs(n).sum(axis=0)
    np.testing.assert_array_equal(zigzag(s / 2**k, k), s % 2)
    assert n != 8 or 2 * k == 6


@pytest.mark.parametrize("layers", range(1, 8))
def test_each_half_runs_through_the_whole_zigzag(layers):
    x = np.arange(257) / 256
    once = zigzag(x, layers)
    np.testing.assert_array_equal(zigzag(x / 2, layers + 1), once)
    np.testing.assert_array_equal(zigzag(1 - x / 2, layers + 1), once)


def test_two_relu_units_are_those_of_xor_by_hand():
    parameters = {"W1": np.ones((2, 2)), "b1": np.array([[0.0], [-1.0]]),
                  "W2": np.array([[1.0, -2.0]]), "b2": np.zeros((1, 1))}
    X = all_inputs(2)
    np.testing.assert_array_equal(xor_network(parameters, X)[-1].ravel(), parity_thresholds(X)[0])


def test_worked_thresholds_of_the_page():
    X = np.array([[1], [0], [1], [1]])  # three ones out of four
    k = np.arange(1, 5)
    assert (X.sum() >= k).astype(int).tolist() == [1, 1, 1, 0]
    assert 1 - 1 + 1 - 0 == 1 == parity_thresholds(X)[0].item()


def test_fold_is_the_tent():
    x = np.linspace(0, 1, 101)
    np.testing.assert_allclose(fold(x), 1 - np.abs(2 * x - 1), atol=1e-15)


@pytest.mark.parametrize("layers", range(1, 11))
def test_each_layer_doubles_the_pieces(layers):
    x = np.arange(2 ** (layers + 1) + 1) / 2 ** (layers + 1)
    assert pieces(zigzag(x, layers)) == 2**layers
    y = zigzag(np.arange(2**layers + 1) / 2**layers, layers)
    np.testing.assert_array_equal(y, np.arange(2**layers + 1) % 2)


def test_zigzag_is_a_plain_deep_relu_network():
    """Two ReLU units a hidden layer, a linear output: weights as the page says."""
    x = np.linspace(0, 1, 257).reshape(1, -1)
    b, out = np.array([[0.0], [-0.5]]), np.array([[2.0, -4.0]])
    A = relu(np.ones((2, 1)) @ x + b)
    for _ in range(4):
        A = relu(np.ones((2, 1)) @ out @ A + b)
    np.testing.assert_allclose(out @ A, zigzag(x, 5), atol=1e-12)


@pytest.mark.parametrize("units", [1, 2, 5, 20])
def test_one_hidden_layer_has_at_most_a_piece_more_than_units(units):
    x = np.arange(513) / 512
    rng = np.random.default_rng(units)
    most = 0
    for _ in range(50):
        corners = rng.integers(1, 512, (units, 1)) / 512
        signs = rng.choice((-1.0, 1.0), (units, 1))
        y = rng.integers(-9, 10, (1, units)) @ relu(signs * (x - corners))
        most = max(most, pieces(y[0]))
    assert most <= units + 1


def test_numbers_of_the_zigzag_table():
    table = [(layers, 2 * layers, 2**layers, 2**layers - 1) for layers in (1, 2, 3, 6, 10)]
    assert table[2:] == [(3, 6, 8, 7), (6, 12, 64, 63), (10, 20, 1024, 1023)]


def test_self_check_answers():
    X = np.zeros((16, 1), dtype=int)
    assert parity_tree(X)[1:] == (15, 4) and parity_terms(X)[1] == 32768
    assert pieces(zigzag(np.arange(2**6 + 1) / 2**6, 5)) == 32
    assert zigzag(np.array([0.3]), 2)[0] == pytest.approx(0.8)
