"""Section 2.12: matrix times vector, functions entry by entry, and dw as one vector."""

import math

import numpy as np
import pytest

from c1.w2.s10_logistic_gradient_loops import cost_and_gradient as with_two_loops
from c1.w2.s12_elementwise_functions import elementwise, exp_loop
from c1.w2.s12_logistic_gradient_one_loop import cost_and_gradient, sigmoid
from c1.w2.s12_matvec import matvec, matvec_loops

A = np.array([[1.0, 2.0], [3.0, 4.0]])
V = np.array([[1.0], [-1.0]])


@pytest.mark.parametrize("function", [matvec_loops, matvec])
def test_matrix_times_vector_by_hand(function):
    np.testing.assert_array_equal(function(A, V), [[-1.0], [-1.0]])


def test_loops_and_product_agree_on_random_matrices():
    rng = np.random.default_rng(0)
    for p, q in ((7, 3), (1, 4), (4, 1), (1, 1)):
        A, v = rng.standard_normal((p, q)), rng.standard_normal((q, 1))
        assert matvec_loops(A, v).shape == (p, 1)
        np.testing.assert_allclose(matvec_loops(A, v), matvec(A, v), rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("function", [matvec_loops, matvec])
def test_vector_of_the_wrong_length_is_refused(function):
    with pytest.raises((ValueError, IndexError)):
        function(A, V[:1])


def test_wrong_index_of_the_erratum_gives_another_vector():
    wrong = [[sum(A[i, j] * V[i, 0] for j in range(2))] for i in range(2)]
    np.testing.assert_array_equal(wrong, [[3.0], [-7.0]])


def test_shape_as_two_numbers_is_refused():
    with pytest.raises(TypeError):
        np.zeros(3, 1)
    assert np.zeros((3, 1)).shape == (3, 1)


def test_six_functions_on_one_two_four():
    v = np.array([1.0, 2.0, 4.0])
    results = elementwise(v)
    np.testing.assert_array_equal(results["v**2"], [1, 4, 16])
    np.testing.assert_array_equal(results["1 / v"], [1, 0.5, 0.25])
    np.testing.assert_array_equal(results["np.maximum(v - 2, 0)"], [0, 0, 2])
    np.testing.assert_array_equal(results["np.abs(v - 2)"], [1, 0, 2])
    np.testing.assert_allclose(results["np.log(v)"], [0, math.log(2), math.log(4)], rtol=1e-14)
    np.testing.assert_allclose(results["np.exp(v)"], [math.e, math.e**2, math.e**4], rtol=1e-14)
    assert len(results) == 6


def test_the_code_names_what_it_computes():
    v = np.array([0.5, 3.0])
    for code, u in elementwise(v).items():
        np.testing.assert_array_equal(u, eval(code, {"np": np, "v": v}))


def test_exponentials_agree_with_the_standard_library():
    v = np.random.default_rng(1).uniform(-30, 30, 200)
    expected = [math.exp(t) for t in v]
    np.testing.assert_allclose(np.exp(v), expected, rtol=1e-14)
    np.testing.assert_array_equal(exp_loop(v), expected)
    np.testing.assert_allclose(np.log(np.exp(v)), v, rtol=1e-12, atol=1e-12)


def test_one_over_zero_warns_and_is_infinite():
    with pytest.warns(RuntimeWarning, match="divide by zero"):
        assert np.isinf(1 / np.array([0.0, 1.0])[0:1]).all()


def test_integers_to_a_negative_power_are_refused():
    with pytest.raises(ValueError, match="negative integer powers"):
        np.array([1, 2, 4]) ** -1
    np.testing.assert_array_equal(np.array([1.0, 2.0, 4.0]) ** -1, [1, 0.5, 0.25])


def test_one_loop_equals_two_loops():
    rng = np.random.default_rng(2)
    w, b = rng.standard_normal((5, 1)), 0.3
    X, Y = rng.standard_normal((5, 40)), rng.integers(2, size=(1, 40))
    for one, two in zip(cost_and_gradient(w, b, X, Y), with_two_loops(w, b, X, Y), strict=True):
        np.testing.assert_allclose(one, two, rtol=1e-12, atol=1e-12)


def test_two_examples_by_hand():
    X, Y = np.array([[1.0, 2.0], [2.0, -1.0]]), np.array([[1, 0]])
    J, dw, db = cost_and_gradient(np.zeros((2, 1)), 0.0, X, Y)
    assert J == pytest.approx(math.log(2), abs=1e-15)
    np.testing.assert_array_equal(dw, [[0.25], [-0.75]])
    assert db == 0.0


def test_accumulator_of_the_page_after_each_example():
    dw = np.zeros((2, 1))
    dw += np.array([[1.0], [2.0]]) * -0.5
    np.testing.assert_array_equal(dw, [[-0.5], [-1.0]])
    dw += np.array([[2.0], [-1.0]]) * 0.5
    np.testing.assert_array_equal(dw, [[0.5], [-1.5]])


def test_one_example_and_extreme_scores():
    with np.errstate(all="raise", under="ignore"):
        for z in (-1000.0, 1000.0):
            J, dw, db = cost_and_gradient(np.array([[z]]), 0.0, np.ones((1, 1)), np.array([[1]]))
            assert J == (0.0 if z > 0 else 1000.0)
            assert dw[0, 0] == db == sigmoid(z) - 1


@pytest.mark.parametrize("n_x", [1, 3])
def test_wrong_number_of_weights_is_refused(n_x):
    with pytest.raises(ValueError):
        cost_and_gradient(np.zeros((n_x, 1)), 0.0, np.ones((2, 2)), np.array([[1, 0]]))


def test_integer_accumulator_is_refused():
    dw = np.zeros((2, 1), dtype=int)
    with pytest.raises(TypeError):
        dw += np.array([[0.5], [1.0]])


def test_one_dimensional_slice_of_the_warning():
    X, dw = np.array([[1.0, 2.0], [2.0, -1.0]]), np.zeros((2, 1))
    with pytest.raises(ValueError, match="broadcast"):
        dw += X[:, 0] * 0.5
    assert (dw + X[:, 0] * 0.5).shape == (2, 2)
    assert X[:, 0:1].shape == (2, 1)


@pytest.mark.parametrize("function", [matvec_loops, matvec])
def test_self_check_matrix_times_vector(function):
    A, v = np.array([[1.0, 0.0, 2.0], [0.0, -1.0, 1.0]]), np.array([[3.0], [1.0], [2.0]])
    np.testing.assert_array_equal(function(A, v), [[7.0], [1.0]])


def test_self_check_slope_instead_of_difference_ignores_the_labels():
    X, a = np.array([[1.0, 2.0], [2.0, -1.0]]), 0.5
    np.testing.assert_array_equal(X @ np.full((2, 1), a * (1 - a)) / 2, [[0.375], [0.125]])
