"""Section 3.10: one example backward, and the batch as the mean of its examples."""

import numpy as np
import pytest

from c1.w3.s09_two_layer_gradients import backward as backward_of_3_9
from c1.w3.s09_two_layer_gradients import forward as forward_of_3_9
from c1.w3.s10_backprop_one_example import backward, forward
from c1.w3.s10_batch_is_average import backward as backward_batch
from c1.w3.s10_batch_is_average import backward_one, mean_over_examples
from c1.w3.s10_batch_is_average import forward as forward_batch

NAMES = ("W1", "b1", "W2", "b2")
X1, Y1 = np.array([[1.0], [2.0]]), np.array([[0.0]])


def page_network():
    return {"W1": np.array([[np.log(2.0), 0.0], [2.0, -1.0]]), "b1": np.zeros((2, 1)),
            "W2": np.array([[2.0, -1.0]]), "b2": np.array([[-1.2]])}


def random_case(seed, n_x=3, n_1=4, n_2=1, m=1):
    rng = np.random.default_rng(seed)
    shapes = {"W1": (n_1, n_x), "b1": (n_1, 1), "W2": (n_2, n_1), "b2": (n_2, 1)}
    parameters = {name: rng.standard_normal(shape) for name, shape in shapes.items()}
    return parameters, rng.standard_normal((n_x, m)), rng.integers(2, size=(n_2, m))


def plain_loss(parameters, x, y):
    """Return the cross-entropy of one example, summed over the outputs, by its definition."""
    a1 = np.tanh(parameters["W1"] @ x + parameters["b1"])
    a2 = 1 / (1 + np.exp(-(parameters["W2"] @ a1 + parameters["b2"])))
    return -np.sum(y * np.log(a2) + (1 - y) * np.log(1 - a2))


def numeric(f, value, step=1e-5):
    """Return the central differences of f in every entry of an array."""
    out = np.zeros_like(value)
    for place in np.ndindex(out.shape):
        up, down = value.copy(), value.copy()
        up[place] += step
        down[place] -= step
        out[place] = (f(up) - f(down)) / (2 * step)
    return out


def difference(one, other):
    return np.linalg.norm(one - other) / (np.linalg.norm(one) + np.linalg.norm(other))


def test_worked_numbers_of_the_page():
    z1, a1, z2, a2 = cache = forward(page_network(), X1)
    np.testing.assert_allclose(z1, [[np.log(2)], [0]], rtol=0, atol=1e-15)
    np.testing.assert_allclose(a1, [[0.6], [0]], rtol=0, atol=1e-15)
    np.testing.assert_allclose(z2, [[0]], rtol=0, atol=1e-15)
    np.testing.assert_allclose(a2, [[0.5]], rtol=1e-15)
    wanted = {"dz2": [[0.5]], "dW2": [[0.3, 0]], "db2": [[0.5]], "da1": [[1], [-0.5]],
              "dz1": [[0.64], [-0.5]], "dW1": [[0.64, 1.28], [-0.5, -1]],
              "db1": [[0.64], [-0.5]]}
    found = backward(page_network(), cache, X1, Y1)
    assert list(found) == list(wanted)
    for name, value in wanted.items():
        np.testing.assert_allclose(found[name], value, rtol=0, atol=1e-15)


def test_unit_first_then_two_outputs():
    da = lambda a, y: -y / a + (1 - y) / (1 - a)  # noqa: E731
    for a in (0.1, 0.5, 0.93):
        for y in (0, 1):
            assert da(a, y) * a * (1 - a) == pytest.approx(a - y, rel=1e-12)
    W2, dz2 = np.array([[2.0, -1.0], [1.0, 3.0]]), np.array([[0.5], [-0.2]])
    by_sums = [sum(W2[k, j] * dz2[k, 0] for k in range(2)) for j in range(2)]
    assert by_sums == pytest.approx([0.8, -1.1])
    np.testing.assert_allclose((W2.T @ dz2).ravel(), by_sums, rtol=1e-14)


@pytest.mark.parametrize("n_2", [1, 2, 3])
def test_every_derivative_agrees_with_central_differences(n_2):
    for seed in range(4):
        parameters, x, y = random_case(seed, n_2=n_2)
        found = backward(parameters, forward(parameters, x), x, y)
        for name in NAMES:
            other = numeric(lambda value, name=name: plain_loss(parameters | {name: value}, x, y),
                            parameters[name])
            assert found[f"d{name}"].shape == parameters[name].shape
            assert difference(found[f"d{name}"], other) < 1e-7


def test_derivatives_of_scores_and_activations():
    parameters, x, y = random_case(7, n_2=2)
    z1, a1, z2, _ = cache = forward(parameters, x)
    found = backward(parameters, cache, x, y)

    def loss_of_z2(z2):
        return np.sum(np.logaddexp(0.0, z2) - y * z2)

    def loss_of_a1(a1):
        return loss_of_z2(parameters["W2"] @ a1 + parameters["b2"])

    assert difference(found["dz2"], numeric(loss_of_z2, z2)) < 1e-7
    assert difference(found["da1"], numeric(loss_of_a1, a1)) < 1e-7
    assert difference(found["dz1"], numeric(lambda z: loss_of_a1(np.tanh(z)), z1)) < 1e-7


def test_square_weights_hide_a_missing_transpose():
    parameters, x, y = random_case(1, n_1=2, n_2=2)
    cache = forward(parameters, x)
    found = backward(parameters, cache, x, y)
    forgotten = parameters["W2"] @ found["dz2"] * (1 - cache[1] ** 2)
    assert forgotten.shape == found["dz1"].shape
    assert difference(forgotten, found["dz1"]) > 0.05


def test_matrix_product_in_place_of_the_elementwise_one():
    parameters, X, Y = random_case(2, m=7)
    _, A1, _, A2 = forward_batch(parameters, X)
    error, slope = parameters["W2"].T @ (A2 - Y), 1 - A1**2
    with pytest.raises(ValueError):
        error @ slope
    error, slope = error[:, :4], slope[:, :4]  # n_1 = m: no error, but wrong
    assert difference(error @ slope, error * slope) > 0.1


def test_missing_transpose_with_one_output_is_refused():
    with pytest.raises(ValueError):
        np.ones((1, 4)) @ np.ones((1, 7))


@pytest.mark.parametrize("m", [1, 2, 9])
def test_batch_is_the_mean_of_its_examples(m):
    parameters, X, Y = random_case(m, m=m)
    batch = backward_batch(parameters, forward_batch(parameters, X), X, Y)
    means = mean_over_examples(parameters, X, Y)
    of_3_9 = backward_of_3_9(parameters, forward_of_3_9(parameters, X), X, Y)
    for name in NAMES:
        assert batch[f"d{name}"].shape == parameters[name].shape
        np.testing.assert_allclose(batch[f"d{name}"], means[f"d{name}"], rtol=0, atol=1e-12)
        np.testing.assert_array_equal(batch[f"d{name}"], of_3_9[f"d{name}"])


def test_the_two_programs_agree_on_one_example():
    parameters, x, y = random_case(3)
    first = backward(parameters, forward(parameters, x), x, y)
    second = backward_one(parameters, x, y[0, 0])
    for name, value in second.items():
        np.testing.assert_allclose(value, first[name], rtol=1e-14)


def test_outer_products_of_3_9():
    dZ1, X = np.array([[-1.0, 1.0], [-0.5, 0.0]]), np.array([[1.0, 2.0], [2.0, -1.0]])
    outer = [dZ1[:, [i]] @ X[:, [i]].T for i in range(2)]
    np.testing.assert_array_equal(outer[0], [[-1, -2], [-0.5, -1]])
    np.testing.assert_array_equal(outer[1], [[2, -1], [0, 0]])
    np.testing.assert_array_equal(dZ1 @ X.T / 2, [[0.5, -1.5], [-0.25, -0.5]])
    np.testing.assert_array_equal(sum(outer) / 2, dZ1 @ X.T / 2)


def test_division_by_m_at_the_start_gives_the_same_gradients():
    parameters, X, Y = random_case(5, m=6)
    _, A1, _, A2 = cache = forward_batch(parameters, X)
    dZ2 = (A2 - Y) / 6
    dZ1 = parameters["W2"].T @ dZ2 * (1 - A1**2)
    batch = backward_batch(parameters, cache, X, Y)
    np.testing.assert_allclose(batch["dW1"], dZ1 @ X.T, rtol=1e-12)
    np.testing.assert_allclose(batch["db1"], dZ1.sum(axis=1, keepdims=True), rtol=1e-12)
    np.testing.assert_allclose(batch["dW2"], dZ2 @ A1.T, rtol=1e-12)


def test_self_check_label_changed():
    found = backward(page_network(), forward(page_network(), X1), X1, np.ones((1, 1)))
    np.testing.assert_allclose(found["dW1"], [[-0.64, -1.28], [0.5, 1]], rtol=0, atol=1e-15)


def test_self_check_derivative_of_the_input():
    parameters = page_network()
    dz1 = backward(parameters, forward(parameters, X1), X1, Y1)["dz1"]
    other = numeric(lambda x: plain_loss(parameters, x, Y1), X1)
    np.testing.assert_allclose(parameters["W1"].T @ dz1, other, rtol=1e-7)
    np.testing.assert_allclose(other, [[-0.5564], [0.5]], rtol=0, atol=5e-5)


def test_self_check_examples_copied():
    parameters, X, Y = random_case(6, m=4)
    once = backward_batch(parameters, forward_batch(parameters, X), X, Y)
    X, Y = np.hstack([X, X]), np.hstack([Y, Y])
    twice = backward_batch(parameters, forward_batch(parameters, X), X, Y)
    for name, value in once.items():
        np.testing.assert_allclose(value, twice[name], rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("x", [-1000.0, 1000.0])
def test_extreme_inputs_stay_finite(x):
    inputs = np.array([[x], [-x]])
    with np.errstate(all="raise", under="ignore"):
        found = backward(page_network(), forward(page_network(), inputs), inputs, Y1)
    assert all(np.isfinite(value).all() for value in found.values())


def test_wrong_shapes_are_refused():
    with pytest.raises(ValueError):
        forward(page_network(), np.ones((3, 1)))


@pytest.mark.reference
def test_gradients_agree_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    parameters, x, y = random_case(8, n_2=2)
    tensors = {name: torch.tensor(value, requires_grad=True) for name, value in parameters.items()}
    scores = tensors["W2"] @ torch.tanh(tensors["W1"] @ torch.tensor(x) + tensors["b1"])
    scores = scores + tensors["b2"]
    labels = torch.tensor(y, dtype=scores.dtype)
    torch.nn.functional.binary_cross_entropy_with_logits(scores, labels, reduction="sum").backward()
    found = backward(parameters, forward(parameters, x), x, y)
    for name in NAMES:
        np.testing.assert_allclose(found[f"d{name}"], tensors[name].grad.numpy(), rtol=1e-10)
