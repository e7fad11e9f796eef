"""The warm-up lab: what its exercises answer, recomputed with the lab's own cells."""

import json
from pathlib import Path

import numpy as np
import pytest

LAB = Path(__file__).resolve().parents[3] / "docs/en/c1/w2/lab_numpy_and_vectorization.ipynb"
CELLS = ("three-shapes", "normalize-rows", "softmax-rows", "two-losses")


@pytest.fixture(scope="module")
def lab():
    """Return the names that the lab's cells define."""
    names = {"np": np}
    for cell in json.loads(LAB.read_text(encoding="utf-8"))["cells"]:
        if cell["id"] in CELLS:
            exec("".join(cell["source"]), names)
    return names


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
    Z = lab["Z"]
    exponentials = np.exp(Z.T - Z.T.max(axis=0, keepdims=True))
    columns = exponentials / exponentials.sum(axis=0, keepdims=True)
    np.testing.assert_allclose(columns, lab["softmax"](Z).T, rtol=1e-15)
    np.testing.assert_allclose(columns.sum(axis=0), 1, rtol=1e-15)


def test_exercise_one_large_error_or_ten_small_ones(lab):
    one, ten, zero = np.full((1, 1), 10.0), np.ones((1, 10)), 0.0
    assert lab["l1_loss"](one, zero).sum() == lab["l1_loss"](ten, zero).sum() == 10
    assert lab["l2_loss"](one, zero).sum() == 100 and lab["l2_loss"](ten, zero).sum() == 10
