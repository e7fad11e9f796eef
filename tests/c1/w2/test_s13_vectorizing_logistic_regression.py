"""Section 2.13: the predictions of all examples in one row."""

import math

import numpy as np
import pytest

from c1.w2.s13_logistic_forward import forward, sigmoid

W, B = np.array([[1.0], [-1.0]]), 0.5
X = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 3.0]])


def random_problem(n_x, m, seed=0):
    rng = np.random.default_rng(seed)
    return rng.standard_normal((n_x, 1)), rng.standard_normal(), rng.standard_normal((n_x, m))


def test_worked_numbers_of_the_page():
    Z, A = forward(W, B, X)
    np.testing.assert_array_equal(W.T @ X, [[1.0, 1.0, -3.0]])
    np.testing.assert_array_equal(Z, [[1.5, 1.5, -2.5]])
    np.testing.assert_allclose(A, [[0.8176, 0.8176, 0.0759]], rtol=0, atol=5e-5)


@pytest.mark.parametrize("n_x, m", [(1, 1), (4, 1), (1, 6), (5, 8)])
def test_shapes_are_those_of_one_row(n_x, m):
    Z, A = forward(*random_problem(n_x, m))
    assert Z.shape == A.shape == (1, m)


def test_each_entry_is_what_one_column_gives_alone():
    w, b, X = random_problem(5, 12)
    Z, A = forward(w, b, X)
    for i in range(12):
        z = sum(w[j, 0] * X[j, i] for j in range(5)) + b
        assert Z[0, i] == pytest.approx(z, rel=1e-12)
        assert A[0, i] == pytest.approx(1 / (1 + math.exp(-z)), rel=1e-12)


def test_permuted_columns_give_permuted_predictions():
    w, b, X = random_problem(4, 9)
    mixed = np.random.default_rng(1).permutation(9)
    A, shuffled = forward(w, b, X)[1], forward(w, b, X[:, mixed])[1]
    np.testing.assert_allclose(shuffled, A[:, mixed], rtol=1e-14)


def test_bias_may_be_a_number_or_one_by_one():
    np.testing.assert_array_equal(forward(W, np.array([[B]]), X)[0], forward(W, B, X)[0])


def test_bias_as_a_column_silently_gives_a_square():
    assert forward(W, np.full((3, 1), B), X)[0].shape == (3, 3)


def test_rank_1_weights_lose_an_axis():
    w = W.ravel()
    assert w.T.shape == w.shape
    assert forward(w, B, X)[0].shape == (3,)
    dZ = forward(w, B, X)[1] - np.array([[1, 0, 1]])
    dw = X @ dZ.T / 3
    assert dw.shape == (2, 1) and (w - dw).shape == (2, 2)  # the update of the warning


def test_wrong_number_of_features_is_refused():
    with pytest.raises(ValueError):
        forward(np.ones((3, 1)), B, X)


def test_examples_in_rows_are_refused_unless_the_matrix_is_square():
    with pytest.raises(ValueError):
        forward(W, B, X.T)
    square = X[:, :2]
    assert not np.allclose(forward(W, B, square)[0], forward(W, B, square.T)[0])


def test_extreme_scores_stay_finite():
    with np.errstate(all="raise", under="ignore"):
        Z, A = forward(np.array([[1000.0]]), 0.0, np.array([[-1.0, 0.0, 1.0]]))
    np.testing.assert_array_equal(A, [[0.0, 0.5, 1.0]])
    assert sigmoid(-1000.0) == 0.0


def test_self_check_fourth_example():
    Z, A = forward(W, B, np.hstack([X, [[2.0], [2.5]]]))
    assert Z[0, 3] == 0.0 and A[0, 3] == 0.5
    np.testing.assert_array_equal(Z[:, :3], forward(W, B, X)[0])


@pytest.mark.reference
def test_sigmoid_agrees_with_scipy():
    special = pytest.importorskip("scipy.special", reason="SciPy is not installed")
    z = np.linspace(-40, 40, 401)
    np.testing.assert_allclose(sigmoid(z), special.expit(z), rtol=1e-14)
