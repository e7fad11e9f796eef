"""Section 4.8: gates out of threshold units, and the logistic unit with growing gain."""

import numpy as np
import pytest

from c1.w4.s08_threshold_and_logistic_neuron import (
    logistic_unit, sigmoid, threshold_unit, units_that_give)

X = np.array([[0, 0, 1, 1], [0, 1, 0, 1]])
W = np.ones((2, 1))
GRID = np.arange(-3.0, 3.25, 0.25)


def answers(b):
    return threshold_unit(W, b, X)[0].tolist()


def test_gates():
    pairs = [(int(a), int(b)) for a, b in X.T]
    assert answers(-1.5) == [a and b for a, b in pairs]
    assert answers(-0.5) == [a or b for a, b in pairs]
    no = threshold_unit(np.array([[-1.0]]), 0.5, np.array([[0, 1]]))
    assert no.tolist() == [[1, 0]]


def test_the_threshold_itself_counts_as_one():
    assert threshold_unit(W, -1.0, np.array([[1], [0]])).item() == 1


def test_logistic_unit_nears_the_step():
    z = np.concatenate([-np.geomspace(0.1, 10.0, 50), np.geomspace(0.1, 10.0, 50)])
    for row in z:
        gain = 14.0 / abs(row)
        smooth = logistic_unit(np.ones((1, 1)), 0.0, np.array([[row]]), gain).item()
        assert smooth == pytest.approx(float(row > 0), abs=1e-6)
    gap = np.abs(logistic_unit(W, -1.5, X, 28.0) - threshold_unit(W, -1.5, X))
    assert gap.max() < 1e-6


def test_a_score_of_zero_stays_at_a_half_whatever_the_gain():
    for gain in (1.0, 100.0, 1e6):
        assert logistic_unit(W, -1.0, np.array([[1], [0]]), gain).item() == pytest.approx(0.5)


def test_numbers_of_the_page():
    soft = logistic_unit(W, -1.5, X)[0]
    np.testing.assert_allclose(soft, [0.1824, 0.3775, 0.3775, 0.6225], atol=5e-5)


def test_no_unit_gives_xor_but_many_give_the_others():
    assert units_that_give([[0, 1, 1, 0]], X, GRID) == 0
    assert units_that_give([[1, 0, 0, 1]], X, GRID) == 0
    assert units_that_give([[0, 0, 0, 1]], X, GRID) == 286
    assert GRID.size**3 == 15625


def test_one_unit_gives_fourteen_of_the_sixteen_gates():
    tables = [[[(n >> k) & 1 for k in range(4)]] for n in range(16)]
    assert sum(units_that_give(table, X, np.arange(-2.0, 2.5, 0.5)) > 0 for table in tables) == 14


def test_counting_by_hand():
    # w_1, w_2, b out of {-1, 1}: OR needs w = (1, 1) and b = -1
    assert units_that_give([[0, 1, 1, 1]], X, (-1.0, 1.0)) == 1


def test_two_layers_of_gates_give_xor():
    either, both = threshold_unit(W, -0.5, X), threshold_unit(W, -1.5, X)
    out = threshold_unit(np.array([[1.0], [-1.0]]), -0.5, np.vstack([either, both]))
    assert out.tolist() == [[0, 1, 1, 0]]


def test_self_check_answer():
    nand = threshold_unit(-W, 1.5, X)
    assert nand.tolist() == [[1, 1, 1, 0]]
    assert logistic_unit(-W, 1.5, np.ones((2, 1))).item() == pytest.approx(0.3775, abs=5e-5)


def test_extreme_inputs_and_shapes():
    with np.errstate(all="raise", under="ignore"):
        far = np.array([[1000.0, -1000.0], [1000.0, -1000.0]])
        assert logistic_unit(W, 0.0, far, 10.0).tolist() == [[1.0, 0.0]]
        assert sigmoid(-1000.0) == 0.0
    assert threshold_unit(W, 0.0, np.zeros((2, 1))).shape == (1, 1)
    with pytest.raises(ValueError):
        threshold_unit(W, 0.0, np.zeros((3, 1)))
