"""Section 2.16: rank-1 arrays, rows and columns, and the bug that they cause."""

import numpy as np
import pytest

from c1.w2.s16_rank_1_surprises import as_column, shapes
from c1.w2.s16_row_plus_column_bug import checked_mean_error, mean_error

A, Y = np.array([[0.9, 0.2, 0.6, 0.4]]), np.array([[1, 0, 1, 0]])


@pytest.mark.parametrize("shape, transposed, product", [
    ((5,), (5,), ()), ((5, 1), (1, 5), (5, 5)), ((1, 5), (5, 1), (1, 1)), ((1, 1), (1, 1), (1, 1)),
])
def test_shapes_of_the_page(shape, transposed, product):
    a = np.random.default_rng(0).standard_normal(shape)
    assert shapes(a) == (shape, transposed, product)


def test_products_of_a_rank_1_array_and_of_a_column():
    flat = np.random.default_rng(1).standard_normal(5)
    a = as_column(flat)
    assert (a @ a.T).shape == (5, 5) and np.linalg.matrix_rank(a @ a.T) == 1
    assert (a.T @ a).shape == (1, 1)
    assert (a.T @ a).item() == pytest.approx((flat**2).sum(), rel=1e-14)
    assert np.dot(flat, flat.T) == pytest.approx((flat**2).sum(), rel=1e-14)
    np.testing.assert_array_equal(a @ a.T, np.outer(flat, flat))


def test_numbers_of_the_page():
    flat = np.array([1, 2, 3, 4, 5])
    a = as_column(flat)
    assert np.dot(flat, flat.T) == 55 and (a.T @ a).tolist() == [[55]]
    assert (a @ a.T)[4].tolist() == [5, 10, 15, 20, 25]
    assert (a @ a.T).trace() == 55


@pytest.mark.parametrize("shape", [(5,), (1, 5), (5, 1), (1,), (0,)])
def test_any_vector_becomes_a_column(shape):
    column = as_column(np.ones(shape))
    assert column.shape == (np.ones(shape).size, 1)


def test_rank_1_array_is_a_column_or_a_row_in_a_product():
    W = np.arange(6.0).reshape(2, 3)
    assert (W @ np.ones(3)).tolist() == (W @ np.ones((3, 1))).ravel().tolist() == [3, 12]
    assert (np.ones(2) @ W).tolist() == (np.ones((1, 2)) @ W).ravel().tolist() == [3, 5, 7]


def test_row_minus_column_fills_a_matrix():
    column = Y.reshape(-1, 1)
    assert (A - column).shape == (4, 4)
    assert mean_error(A, column) == pytest.approx(0.5, rel=1e-14)
    row = column.reshape(1, -1)
    assert (A - row).shape == (1, 4)
    assert mean_error(A, row) == checked_mean_error(A, row) == pytest.approx(0.275, rel=1e-14)


def test_sixteen_differences_by_hand():
    total = sum(abs(a - y) for a in A.ravel() for y in Y.ravel())
    assert total / 16 == pytest.approx(0.5, rel=1e-14)
    paired = [abs(a - y) for a, y in zip(A.ravel(), Y.ravel(), strict=True)]
    np.testing.assert_allclose(paired, [0.1, 0.2, 0.4, 0.4])


def test_mean_without_absolute_value_hides_the_bug():
    assert np.mean(A - Y.T) == pytest.approx(0.025) and np.mean(A - Y) == pytest.approx(0.025)
    assert np.sum(A - Y.T) / 4 == pytest.approx(4 * np.sum(A - Y) / 4, rel=1e-12)


@pytest.mark.parametrize("labels", [Y.T, Y.ravel(), np.ones((1, 3))])
def test_assertion_catches_every_other_shape(labels):
    with pytest.raises(AssertionError, match=r"\(1, 4\) is not"):
        checked_mean_error(A, labels)


def test_flat_labels_fit_a_row_and_ruin_a_column():
    assert (A - Y.ravel()).shape == (1, 4)
    assert (A.T - Y.ravel()).shape == (4, 4)


def test_one_example_cannot_show_the_bug():
    a, y = np.array([[0.8]]), np.array([[1]])
    assert mean_error(a, y.T) == checked_mean_error(a, y)


def test_reductions_need_keepdims():
    X = np.zeros((3, 4))
    assert X.mean(axis=1).shape == (3,)
    assert X.mean(axis=1, keepdims=True).shape == (3, 1)
    square = np.array([[1.0, 3.0], [5.0, 7.0]])
    np.testing.assert_array_equal(square - square.mean(axis=1), [[-1, -3], [3, 1]])
    np.testing.assert_array_equal(square - square.mean(axis=1, keepdims=True), [[-1, 1], [-1, 1]])


def test_old_and_new_random_numbers_take_shapes_differently():
    assert np.random.randn(5, 1).shape == (5, 1)
    rng = np.random.default_rng(0)
    assert rng.standard_normal((5, 1)).shape == (5, 1)
    with pytest.raises(TypeError):
        rng.standard_normal(5, 1)
    with pytest.raises(TypeError):
        np.random.randn((5, 1))


def test_matrix_class_is_discouraged():
    with pytest.warns(PendingDeprecationWarning, match="not the recommended way"):
        m = np.matrix([[1, 2], [3, 4]])
        assert (m * m).tolist() == [[7, 10], [15, 22]]
        assert m[0].shape == (1, 2)


def test_self_check_answers():
    a = np.arange(1.0, 4.0).reshape(3, 1)
    assert (a @ a.T).shape == (3, 3) and (a.T @ a).item() == 14
    assert (np.zeros((1, 3)) + np.zeros((2, 1))).shape == (2, 3)
    correct = np.array([[1, 1, 0, 0]])
    assert np.mean(correct == correct) == 1.0 and np.mean(correct == correct.T) == 0.5
