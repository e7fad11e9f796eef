"""The warm-up lab: what its exercises answer, recomputed with the lab's own cells."""

import numpy as np
import pytest

from lab_tools import Lab

LAB = Lab("c1/w2/lab_numpy_and_vectorization.ipynb")
CELLS = ("three-shapes", "normalize-rows", "softmax-rows", "sigmoid-and-slope", "two-losses",
         "two-sums")


@pytest.fixture(scope="module")
def lab():
    """Return the names that the lab's cells define."""
    return LAB.run(CELLS)


def test_exercise_flat_plus_column(lab):
    flat, total = lab["flat"], lab["flat"] + lab["column"]
    assert total.shape == (5, 5)
    assert total[1, 3] == flat[3] + flat[1]


def test_exercise_normalize_a_matrix_that_is_not_square(lab):
    X = np.array([[3.0, 4.0, 0.0], [2.0, 1.0, 2.0]])
    np.testing.assert_allclose(np.linalg.norm(lab["normalize_rows"](X), axis=1), 1, rtol=1e-15)
    with pytest.raises(ValueError):
        X / np.linalg.norm(X, axis=1)


def test_exercise_softmax_of_columns(lab):
    assert LAB.source("softmax-rows").count("axis=1") == 2
    changed = {"np": np}
    exec(LAB.source("softmax-rows").replace("axis=1", "axis=0"), changed)
    columns = changed["softmax"](lab["Z"].T)
    np.testing.assert_allclose(columns, lab["softmax"](lab["Z"]).T, rtol=1e-15)
    np.testing.assert_allclose(columns.sum(axis=0), 1, rtol=1e-15)


def test_slope_far_from_zero(lab):
    z = np.array([-1000.0, -20.0, -5.0, 5.0, 20.0, 1000.0])
    assert np.all(lab["sigmoid_derivative"](z) < 0.007)
    assert lab["sigmoid_derivative"](5.0) == pytest.approx(0.5 / (1 + np.cosh(5.0)), rel=1e-12)


def test_exercise_a_loop_over_plain_numbers_gives_the_same_sum(lab):
    x, y = np.random.default_rng(2).random((2, 1000, 1))
    total = sum(one * other for one, other in zip(x.ravel().tolist(), y.ravel().tolist()))
    assert lab["loop_sum"](x, y) == pytest.approx(total, rel=1e-12)
    assert lab["product_sum"](x, y) == pytest.approx(total, rel=1e-12)


def test_exercise_one_large_error_or_ten_small_ones(lab):
    one, ten, zero = np.full((1, 1), 10.0), np.ones((1, 10)), 0.0
    assert lab["l1_loss"](one, zero).sum() == lab["l1_loss"](ten, zero).sum() == 10
    assert lab["l2_loss"](one, zero).sum() == 100 and lab["l2_loss"](ten, zero).sum() == 10
