"""Section 2.15: shares of calories, the cases of broadcasting, and its rule."""

import numpy as np
import pytest

from c1.w2.s15_broadcast_examples import add_copies
from c1.w2.s15_broadcast_rule import broadcast_shape
from c1.w2.s15_calorie_shares import shares

FOOD = np.array([[56.0, 0.0, 4.4, 68.0], [1.2, 104.0, 52.0, 8.0], [1.8, 135.0, 99.0, 0.9]])
A = np.array([[1, 2, 3], [4, 5, 6]])


def test_calories_of_the_page():
    np.testing.assert_allclose(FOOD.sum(axis=0), [59, 239, 155.4, 76.9], rtol=1e-14)
    P = shares(FOOD)
    assert P.shape == (3, 4)
    assert P[0, 0] == pytest.approx(94.915, abs=5e-4)
    assert P[1, 2] == pytest.approx(33.462, abs=5e-4)
    np.testing.assert_allclose(P.sum(axis=0), 100, rtol=1e-14)


def test_shares_entry_by_entry():
    P = shares(FOOD)
    for i in range(3):
        for j in range(4):
            total = sum(FOOD[k, j] for k in range(3))
            assert P[i, j] == pytest.approx(100 * FOOD[i, j] / total, rel=1e-14)


def test_shares_of_one_column_and_of_one_row():
    np.testing.assert_allclose(shares(np.array([[1.0], [3.0]])), [[25.0], [75.0]])
    np.testing.assert_allclose(shares(np.array([[2.0, -5.0]])), [[100.0, 100.0]])


def test_axis_is_the_one_that_goes():
    assert FOOD.sum(axis=0).shape == (4,) and FOOD.sum(axis=1).shape == (3,)
    assert FOOD.sum(axis=0, keepdims=True).shape == (1, 4)
    assert FOOD.sum(axis=1, keepdims=True).shape == (3, 1)


@pytest.mark.parametrize("left, right, result", [
    (np.array([[1], [2], [3], [4]]), 100, [[101], [102], [103], [104]]),
    (A, np.array([[100, 200, 300]]), [[101, 202, 303], [104, 205, 306]]),
    (A, np.array([[100], [200]]), [[101, 102, 103], [204, 205, 206]]),
    (np.repeat([[0], [10], [20], [30]], 3, axis=1), np.arange(3),
     [[0, 1, 2], [10, 11, 12], [20, 21, 22], [30, 31, 32]]),
])
def test_examples_of_the_page(left, right, result):
    np.testing.assert_array_equal(left + right, result)
    np.testing.assert_array_equal(add_copies(left, right), result)


def test_sums_agree_with_explicit_copies():
    rng = np.random.default_rng(0)
    M, row, column = rng.random((4, 3)), rng.random((1, 3)), rng.random((4, 1))
    for B in (2.5, row, row.ravel(), column, rng.random((4, 3))):
        np.testing.assert_array_equal(add_copies(M, B), M + B)
    for operation in (np.subtract, np.multiply, np.divide):
        np.testing.assert_array_equal(operation(M, column), operation(M, np.tile(column, (1, 3))))


@pytest.mark.parametrize("shape", [(3,), (3, 2), (2, 1), (2, 4)])
def test_copies_that_do_not_fit_are_refused(shape):
    with pytest.raises(ValueError):
        add_copies(np.zeros((3, 4)), np.zeros(shape))


def test_rule_agrees_with_numpy_on_random_shapes():
    rng, refused = np.random.default_rng(0), 0
    for _ in range(500):
        a, b = (tuple(rng.choice([1, 1, 2, 3, 0], size=rng.integers(4)).tolist()) for _ in "ab")
        try:
            expected = np.broadcast_shapes(a, b)
        except ValueError:
            refused += 1
            with pytest.raises(ValueError, match="does not fit"):
                broadcast_shape(a, b)
        else:
            assert broadcast_shape(a, b) == expected
    assert 50 < refused < 450


@pytest.mark.parametrize("a, b, result", [
    ((4, 1), (), (4, 1)), ((2, 3), (1, 3), (2, 3)), ((2, 3), (2, 1), (2, 3)),
    ((4, 3), (3,), (4, 3)),
    ((1, 4), (4, 1), (4, 4)), ((), (), ()), ((8, 1, 6), (7, 1), (8, 7, 6)),
])
def test_rule_on_the_shapes_of_the_page(a, b, result):
    assert broadcast_shape(a, b) == broadcast_shape(b, a) == result


def test_rule_names_what_does_not_fit():
    with pytest.raises(ValueError, match="4 does not fit 3"):
        broadcast_shape((3, 4), (3,))
    with pytest.raises(ValueError):
        np.ones((3, 4)) + np.ones(3)


def test_square_matrix_is_divided_along_the_wrong_axis_without_a_word():
    M = np.array([[1.0, 3.0], [2.0, 6.0]])
    wrong, right = M / M.sum(axis=1), M / M.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(wrong, [[0.25, 0.375], [0.5, 0.75]])
    np.testing.assert_allclose(right, [[0.25, 0.75], [0.25, 0.75]])
    with pytest.raises(ValueError):
        A / A.sum(axis=1)


def test_reshape_copies_nothing():
    cal = FOOD.sum(axis=0)
    assert np.shares_memory(cal, cal.reshape(1, 4))


def test_broadcasting_copies_nothing():
    row = np.zeros((1, 3))
    copies = np.broadcast_to(row, (1000, 3))
    assert np.shares_memory(row, copies) and copies.strides[0] == 0


def test_self_check_answers():
    P = shares(FOOD)
    assert P[0, 3] == pytest.approx(88.4, abs=0.05)  # 68 / 76.9
    assert (np.zeros((5, 4)) - np.zeros((5, 4)).mean(axis=1, keepdims=True)).shape == (5, 4)
    with pytest.raises(ValueError):
        np.zeros((5, 4)) - np.zeros((5, 4)).mean(axis=1)
    assert broadcast_shape((4, 1), (1, 3)) == (4, 3)
    table = np.arange(1, 5).reshape(4, 1) * np.arange(1, 4).reshape(1, 3)
    np.testing.assert_array_equal(table, np.outer([1, 2, 3, 4], [1, 2, 3]))
