"""Section 3.1: two layers as calls of one logistic unit."""

import math

import numpy as np
import pytest

from c1.w2.s02_logistic_predict import forward as logistic
from c1.w3.s01_stacked_logistic_units import hidden_layer, network, sigmoid, unit

UNITS = [(np.array([[1.0], [0.0]]), 0.0), (np.array([[0.0], [1.0]]), 0.0)]
OUTPUT = (np.array([[1.0], [-1.0]]), 0.0)


def column(*values):
    return np.array(values, dtype=float).reshape(-1, 1)


def random_units(rng, n, n_inputs):
    return [(rng.standard_normal((n_inputs, 1)), rng.standard_normal()) for _ in range(n)]


def test_worked_numbers_of_the_page():
    a1, z2, a2 = network(UNITS, OUTPUT, column(1, 2))
    np.testing.assert_allclose(a1, [[0.731059], [0.880797]], rtol=0, atol=5e-7)
    assert (z2, a2) == (pytest.approx(-0.149738, abs=5e-7), pytest.approx(0.462635, abs=5e-7))


def test_each_hidden_output_by_hand():
    a1 = hidden_layer(UNITS, column(1, 2))
    assert a1.ravel() == pytest.approx([1 / (1 + math.exp(-1)), 1 / (1 + math.exp(-2))], rel=1e-15)


def test_the_output_unit_is_logistic_regression_on_the_hidden_outputs():
    rng = np.random.default_rng(0)
    units, output, x = random_units(rng, 4, 3), random_units(rng, 1, 4)[0], rng.normal(size=(3, 1))
    a1, z2, a2 = network(units, output, x)
    assert a1.shape == (4, 1)
    assert (z2, a2) == pytest.approx(logistic(*output, a1), rel=1e-15)
    for (w, b), a in zip(units, a1.ravel(), strict=True):
        assert a == pytest.approx(logistic(w, b, x)[1], rel=1e-15)


def test_the_weights_as_rows_of_a_matrix_give_the_same():
    rng = np.random.default_rng(1)
    units, x = random_units(rng, 4, 3), rng.normal(size=(3, 1))
    W1, b1 = np.hstack([w for w, _ in units]).T, np.array([[b] for _, b in units])
    assert W1.shape == (4, 3)
    np.testing.assert_allclose(hidden_layer(units, x), 1 / (1 + np.exp(-(W1 @ x + b1))), rtol=1e-13)


def test_self_check_swapped_features():
    a1, z2, a2 = network(UNITS, OUTPUT, column(2, 1))
    np.testing.assert_allclose(a1, [[0.8808], [0.7311]], rtol=0, atol=5e-5)
    assert z2 == pytest.approx(0.1497, abs=5e-5)
    assert a2 == pytest.approx(0.5374, abs=5e-5)
    assert a2 == pytest.approx(1 - network(UNITS, OUTPUT, column(1, 2))[2], rel=1e-14)


def test_one_hidden_unit_and_one_feature():
    a1, z2, _ = network([(column(2), 0.5)], (column(3), -1.0), column(-0.25))
    assert a1.shape == (1, 1) and a1.item() == 0.5
    assert z2 == 0.5


def test_extreme_inputs_stay_finite():
    with np.errstate(all="raise", under="ignore"):
        a1, z2, a2 = network(UNITS, OUTPUT, column(-1000, 1000))
    assert a1.ravel().tolist() == [0.0, 1.0]
    assert z2 == -1.0 and a2 == pytest.approx(1 / (1 + math.e))
    assert sigmoid(-1000.0) == 0.0


def test_wrong_number_of_inputs_is_refused():
    with pytest.raises(ValueError):
        unit(column(1, 2, 3), 0.0, column(1, 2))
    with pytest.raises(ValueError):
        network(UNITS, (column(1, 2, 3), 0.0), column(1, 2))
