"""Section 3.3: the output for one example, in four lines and unit by unit."""

import math

import numpy as np
import pytest

from c1.w2.s02_logistic_predict import forward as logistic
from c1.w3.s03_two_layer_forward_one_example import forward, layer_by_unit, sigmoid

SMALL = {"W1": np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]),
         "b1": np.array([[0.0], [0.0], [-1.0]]),
         "W2": np.array([[1.0, -1.0, 2.0]]), "b2": np.zeros((1, 1))}


def column(*values):
    return np.array(values, dtype=float).reshape(-1, 1)


def random_network(n_x=3, n_1=4, seed=0):
    rng = np.random.default_rng(seed)
    parameters = {"W1": rng.normal(size=(n_1, n_x)), "b1": rng.normal(size=(n_1, 1)),
                  "W2": rng.normal(size=(1, n_1)), "b2": rng.normal(size=(1, 1))}
    return parameters, rng.normal(size=(n_x, 1))


def test_worked_numbers_of_the_page():
    z1, a1, z2, a2 = forward(SMALL, column(2, -1))
    assert z1.ravel().tolist() == [2, -1, 0]
    np.testing.assert_allclose(a1.ravel(), [0.8808, 0.2689, 0.5], rtol=0, atol=5e-5)
    assert z2.item() == pytest.approx(1.6119, abs=5e-5)
    assert a2.item() == pytest.approx(0.8337, abs=5e-5)


def test_features_at_zero_leave_only_the_biases():
    z1, a1, z2, a2 = forward(SMALL, np.zeros((2, 1)))
    np.testing.assert_array_equal(z1, SMALL["b1"])
    np.testing.assert_allclose(a1.ravel(), [0.5, 0.5, 0.268941], rtol=0, atol=5e-7)
    assert z2.item() == pytest.approx(0.537883, abs=5e-7)
    assert a2.item() == pytest.approx(0.631320, abs=5e-7)


def test_shapes_of_the_page():
    parameters, x = random_network()
    assert [values.shape for values in forward(parameters, x)] == [(4, 1), (4, 1), (1, 1), (1, 1)]


def test_four_lines_agree_with_sums_written_out():
    parameters, x = random_network()
    _, a1, _, a2 = forward(parameters, x)
    hidden = []
    for i in range(4):
        z = sum(parameters["W1"][i, k] * x[k, 0] for k in range(3)) + parameters["b1"][i, 0]
        hidden.append(1 / (1 + math.exp(-z)))
    assert a1.ravel() == pytest.approx(hidden, rel=1e-12)
    z = sum(w * a for w, a in zip(parameters["W2"][0], hidden, strict=True))
    assert a2.item() == pytest.approx(1 / (1 + math.exp(-z - parameters["b2"].item())), rel=1e-12)


def test_unit_by_unit_agrees_with_the_matrix():
    parameters, x = random_network(5, 7)
    z1, a1, z2, a2 = forward(parameters, x)
    z, a = layer_by_unit(parameters["W1"], parameters["b1"], x)
    np.testing.assert_allclose(z, z1, rtol=1e-12)
    np.testing.assert_allclose(a, a1, rtol=1e-12)
    z, a = layer_by_unit(parameters["W2"], parameters["b2"], a1)
    np.testing.assert_allclose((z, a), (z2, a2), rtol=1e-12)


def test_the_output_layer_is_logistic_regression_on_a1():
    parameters, x = random_network()
    _, a1, z2, a2 = forward(parameters, x)
    z, a = logistic(parameters["W2"].T, parameters["b2"].item(), a1)
    assert (z, a) == pytest.approx((z2.item(), a2.item()), rel=1e-14)


def test_x_in_place_of_a1_has_the_wrong_shape():
    parameters, x = random_network()
    with pytest.raises(ValueError):
        parameters["W2"] @ x
    square, x = random_network(3, 3)  # as many units as features: nothing warns
    wrong = sigmoid(square["W2"] @ x + square["b2"])
    assert wrong.shape == (1, 1) and not np.isclose(wrong, forward(square, x)[3])


def test_transposed_weights_are_refused_unless_the_matrix_is_square():
    parameters, x = random_network()
    with pytest.raises(ValueError):
        parameters["W1"].T @ x
    W = np.array([[1.0, 2.0], [3.0, 4.0]])
    assert (W.T @ column(1, 1)).ravel().tolist() == [4, 6]
    assert (W @ column(1, 1)).ravel().tolist() == [3, 7]


def test_a_bias_without_its_second_axis_fills_a_matrix():
    parameters, x = random_network()
    flat = parameters["b1"].ravel()
    assert (parameters["W1"] @ x + flat).shape == (4, 4)


def test_sigmoid_acts_on_each_entry():
    z = np.array([[0.0, 2.0], [-1.0, 3.0]])
    expected = [[1 / (1 + math.exp(-v)) for v in row] for row in z]
    np.testing.assert_allclose(sigmoid(z), expected, rtol=1e-15)


@pytest.mark.reference
def test_the_matrix_exponential_is_another_function():
    linalg = pytest.importorskip("scipy.linalg", reason="SciPy is not installed")
    with pytest.raises(ValueError):
        linalg.expm(-np.ones((4, 1)))
    Z = np.array([[0.0, 2.0], [-1.0, 3.0]])
    assert not np.allclose(1 / (1 + linalg.expm(-Z)), sigmoid(Z))


def test_permuted_hidden_units_give_the_same_output():
    parameters, x = random_network()
    order = [2, 0, 3, 1]
    mixed = {"W1": parameters["W1"][order], "b1": parameters["b1"][order],
             "W2": parameters["W2"][:, order], "b2": parameters["b2"]}
    np.testing.assert_allclose(forward(mixed, x)[3], forward(parameters, x)[3], rtol=1e-14)


def test_extreme_inputs_stay_finite():
    with np.errstate(all="raise", under="ignore"):
        _, a1, _, a2 = forward(SMALL, column(1000, -1000))
    assert a1.ravel() == pytest.approx([1, 0, 0.268941], abs=5e-7)
    assert a2.item() == pytest.approx(1 / (1 + math.exp(-1.537883)), rel=1e-6)


def test_self_check_answer():
    _, a1, z2, a2 = forward(SMALL, column(1, -1))
    np.testing.assert_allclose(a1.ravel(), [0.7311, 0.2689, 0.2689], rtol=0, atol=5e-5)
    assert z2.item() == pytest.approx(1, rel=1e-14)
    assert a2.item() == pytest.approx(0.7311, abs=5e-5)


@pytest.mark.reference
def test_output_agrees_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    parameters, x = random_network()
    model = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.Sigmoid(),
                                torch.nn.Linear(4, 1), torch.nn.Sigmoid()).double()
    with torch.no_grad():
        for layer, number in ((model[0], 1), (model[2], 2)):
            layer.weight.copy_(torch.tensor(parameters[f"W{number}"]))
            layer.bias.copy_(torch.tensor(parameters[f"b{number}"].ravel()))
        out = model(torch.tensor(x.T)).item()
    assert forward(parameters, x)[3].item() == pytest.approx(out, rel=1e-12)
