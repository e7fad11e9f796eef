"""Section 3.5: a matrix product works column by column."""

import numpy as np
import pytest

from c1.w3.s05_columns_stay_independent import scores, scores_by_column

W, B = np.array([[1, 2], [3, -1]]), np.array([[10], [0]])
X = np.array([[1, 0, 2], [1, 1, -1]])


def random_layer(n=4, n_x=3, m=6, seed=0):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, n_x)), rng.normal(size=(n, 1)), rng.normal(size=(n_x, m))


def test_worked_numbers_of_the_page():
    assert (W @ X).tolist() == [[3, 2, 0], [2, -1, 7]]
    assert scores(W, B, X).tolist() == [[13, 12, 10], [2, -1, 7]]
    assert scores_by_column(W, B, X).tolist() == [[13, 12, 10], [2, -1, 7]]


def test_each_column_is_what_its_example_gives_alone():
    W, b, X = random_layer()
    Z = scores(W, b, X)
    assert Z.shape == (4, 6)
    for i in range(6):
        alone = [sum(W[j, k] * X[k, i] for k in range(3)) + b[j, 0] for j in range(4)]
        np.testing.assert_allclose(Z[:, i], alone, rtol=1e-12, atol=1e-15)


def test_both_ways_agree():
    layer = random_layer(7, 5, 11)
    np.testing.assert_allclose(scores(*layer), scores_by_column(*layer), rtol=1e-12, atol=1e-15)


def test_a_further_example_leaves_the_others_unchanged():
    W, b, X = random_layer()
    longer = np.hstack([X, np.random.default_rng(1).normal(size=(3, 1))])
    np.testing.assert_allclose(scores(W, b, longer)[:, :6], scores(W, b, X), rtol=0, atol=1e-15)


def test_self_check_fourth_column():
    longer = np.hstack([X, [[5], [5]]])
    assert scores(W, B, longer)[:, 3].tolist() == [25, 10]
    assert np.array_equal(scores(W, B, longer)[:, :3], scores(W, B, X))


def test_broadcasting_is_the_product_with_a_row_of_ones():
    W, b, X = random_layer()
    np.testing.assert_allclose(scores(W, b, X), W @ X + b @ np.ones((1, 6)), rtol=1e-15)


def test_a_row_as_bias_adds_another_number_to_each_example():
    W, b, X = random_layer(4, 3, 4)  # as many examples as units: nothing warns
    wrong = scores(W, b.T, X) - W @ X
    np.testing.assert_allclose(wrong, np.tile(b.T, (4, 1)), rtol=1e-12)
    with pytest.raises(ValueError):
        scores(*random_layer(4, 3, 6)[:1], b.T, random_layer(4, 3, 6)[2])


def test_examples_in_rows_turn_the_formula_round():
    W, b, X = random_layer()
    np.testing.assert_allclose((X.T @ W.T + b.T).T, scores(W, b, X), rtol=1e-14)


def test_the_argument_needs_examples_in_columns():
    """With examples in rows of a square X, each entry mixes several examples."""
    W, X = np.array([[1, 2], [3, -1]]), np.array([[1, 1], [0, 1]])  # rows: (1, 1) and (0, 1)
    assert (W @ X).tolist() == [[1, 3], [3, 2]]
    assert (X @ W.T).tolist() == [[3, 2], [2, -1]]  # first row: W times (1, 1)
    assert (W @ np.array([[1, 5], [0, 7]]))[:, 0].tolist() == [1, 3]


def test_element_wise_functions_keep_columns_apart_and_means_of_rows_do_not():
    Z = scores(*random_layer())
    longer = np.hstack([Z, Z[:, :1] + 1])
    for g in (np.tanh, lambda z: np.maximum(0.0, z)):
        np.testing.assert_array_equal(g(longer)[:, :6], g(Z))
    centred = longer - longer.mean(axis=1, keepdims=True)
    assert not np.allclose(centred[:, :6], Z - Z.mean(axis=1, keepdims=True))


def test_one_example():
    W, b, X = random_layer(m=1)
    np.testing.assert_array_equal(scores(W, b, X), scores_by_column(W, b, X))


def test_wrong_shapes_are_refused():
    W, b, X = random_layer()
    with pytest.raises(ValueError):
        scores(W, b, X.T)


@pytest.mark.reference
def test_pytorch_puts_examples_in_rows():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    W, b, X = random_layer()
    out = torch.nn.functional.linear(torch.tensor(X.T), torch.tensor(W), torch.tensor(b.ravel()))
    assert tuple(out.shape) == (6, 4)
    np.testing.assert_allclose(out.numpy().T, scores(W, b, X), rtol=1e-12)
