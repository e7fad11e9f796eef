"""Section 3.4: the forward pass for all examples at once."""

import math

import numpy as np
import pytest

from c1.w3.s03_two_layer_forward_one_example import forward as forward_one
from c1.w3.s04_two_layer_forward import forward

SMALL = {"W1": np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]),
         "b1": np.array([[0.0], [0.0], [-1.0]]),
         "W2": np.array([[1.0, -1.0, 2.0]]), "b2": np.zeros((1, 1))}
X = np.array([[2.0, 0.0, -1.0, 1.0], [-1.0, 0.0, 3.0, 0.0]])


def random_network(n_x=3, n_1=4, m=5, seed=0):
    rng = np.random.default_rng(seed)
    parameters = {"W1": rng.normal(size=(n_1, n_x)), "b1": rng.normal(size=(n_1, 1)),
                  "W2": rng.normal(size=(1, n_1)), "b2": rng.normal(size=(1, 1))}
    return parameters, rng.normal(size=(n_x, m))


def test_worked_numbers_of_the_page():
    Z1, A1, _, A2 = forward(SMALL, X)
    np.testing.assert_array_equal(Z1, [[2, 0, -1, 1], [-1, 0, 3, 0], [0, -1, 1, 0]])
    np.testing.assert_allclose(A1, [[0.8808, 0.5, 0.2689, 0.7311], [0.2689, 0.5, 0.9526, 0.5],
                                    [0.5, 0.2689, 0.7311, 0.5]], rtol=0, atol=5e-5)
    np.testing.assert_allclose(A2, [[0.8337, 0.6313, 0.6854, 0.7740]], rtol=0, atol=5e-5)


def test_the_first_two_columns_are_the_examples_of_the_section_before():
    _, A1, _, A2 = forward(SMALL, X)
    for i, x in enumerate(([[2.0], [-1.0]], [[0.0], [0.0]])):
        _, a1, _, a2 = forward_one(SMALL, np.array(x))
        np.testing.assert_allclose(A1[:, [i]], a1, rtol=1e-14)
        np.testing.assert_allclose(A2[:, [i]], a2, rtol=1e-14)


def test_shapes_of_the_page():
    shapes = [values.shape for values in forward(*random_network(3, 4, 5))]
    assert shapes == [(4, 5), (4, 5), (1, 5), (1, 5)]


def test_a_loop_over_examples_gives_the_same_columns():
    parameters, X = random_network()
    vectorized = forward(parameters, X)
    for i in range(5):
        for whole, one in zip(vectorized, forward_one(parameters, X[:, [i]]), strict=True):
            np.testing.assert_allclose(whole[:, [i]], one, rtol=1e-12, atol=1e-15)


def test_a_cell_is_one_unit_on_one_example():
    parameters, X = random_network()
    _, A1, _, _ = forward(parameters, X)
    for unit in range(4):
        for i in range(5):
            z = sum(parameters["W1"][unit, k] * X[k, i] for k in range(3))
            z += parameters["b1"][unit, 0]
            assert A1[unit, i] == pytest.approx(1 / (1 + math.exp(-z)), rel=1e-12)


def test_a_batch_of_one_equals_the_section_before():
    parameters, X = random_network(m=1)
    for whole, one in zip(forward(parameters, X), forward_one(parameters, X), strict=True):
        assert whole.shape == one.shape
        np.testing.assert_array_equal(whole, one)


def test_mixed_examples_give_mixed_columns():
    parameters, X = random_network(m=8)
    order = np.random.default_rng(1).permutation(8)
    for whole, mixed in zip(forward(parameters, X), forward(parameters, X[:, order]), strict=True):
        np.testing.assert_allclose(mixed, whole[:, order], rtol=1e-13)


def test_element_wise_product_is_refused_or_wrong():
    parameters, X = random_network()
    with pytest.raises(ValueError):
        parameters["W1"] * X
    W, X = np.array([[1.0, 2.0], [3.0, 4.0]]), np.eye(2)
    assert (W * X).tolist() == [[1, 0], [0, 4]] and (W @ X).tolist() == W.tolist()


def test_a_flat_bias_is_refused_unless_units_and_examples_agree():
    parameters, X = random_network()
    flat = parameters["b1"].ravel()
    with pytest.raises(ValueError):
        parameters["W1"] @ X + flat
    parameters, X = random_network(m=4)  # as many examples as units: nothing warns
    flat = parameters["b1"].ravel()
    wrong = parameters["W1"] @ X + flat
    assert wrong.shape == (4, 4) and not np.allclose(wrong, forward(parameters, X)[0])
    np.testing.assert_allclose(wrong - parameters["W1"] @ X, np.tile(flat, (4, 1)), rtol=1e-12)


def test_examples_in_rows_are_refused():
    parameters, X = random_network()
    with pytest.raises(ValueError):
        forward(parameters, X.T)


def test_extreme_inputs_stay_finite():
    with np.errstate(all="raise", under="ignore"):
        Z1, A1, _, A2 = forward(SMALL, 1000 * X)
    assert np.isfinite(Z1).all() and A1.min() >= 0.0 and A1.max() <= 1.0
    assert np.all((A2 > 0) & (A2 < 1))


def test_self_check_fifth_example():
    Z1, A1, Z2, A2 = forward(SMALL, np.hstack([X, [[0.0], [1.0]]]))
    assert Z1[:, 4].tolist() == [0, 1, 0]
    np.testing.assert_allclose(A1[:, 4], [0.5, 0.7311, 0.5], rtol=0, atol=5e-5)
    assert Z2[0, 4] == pytest.approx(0.7689, abs=5e-5)
    assert A2[0, 4] == pytest.approx(0.6833, abs=5e-5)
    np.testing.assert_allclose(A2[:, :4], forward(SMALL, X)[3], rtol=1e-15)


@pytest.mark.reference
def test_outputs_agree_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    parameters, X = random_network()
    t = {name: torch.tensor(values) for name, values in parameters.items()}
    hidden = torch.sigmoid(torch.nn.functional.linear(torch.tensor(X.T), t["W1"], t["b1"].ravel()))
    out = torch.sigmoid(torch.nn.functional.linear(hidden, t["W2"], t["b2"].ravel()))
    np.testing.assert_allclose(forward(parameters, X)[3], out.numpy().T, rtol=1e-12)
