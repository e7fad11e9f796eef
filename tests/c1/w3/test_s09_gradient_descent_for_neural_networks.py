"""Section 3.9: gradients of a network with one hidden layer, its training, the bias gradient."""

import numpy as np
import pytest

from c1.w2.s14_train_logistic_regression import predict as predict_logistic
from c1.w2.s14_train_logistic_regression import train as train_logistic
from c1.w3 import s09_train_two_layer_network as trainer
from c1.w3.s02_describe_two_layer_network import initialize
from c1.w3.s09_bias_gradient_shape_bug import (
    bias_gradient,
    hidden_errors,
    numeric_bias_gradient,
    without_axis,
)
from c1.w3.s09_two_layer_gradients import HIDDEN, backward, cost, forward, sigmoid, update

X2, Y2 = np.array([[1.0, 2.0], [2.0, -1.0]]), np.array([[1, 0]])
NAMES = ("W1", "b1", "W2", "b2")


def page_network():
    return {"W1": np.eye(2), "b1": np.zeros((2, 1)),
            "W2": np.array([[2.0, 1.0]]), "b2": np.array([[-4.0]])}


def random_case(seed, n_x=3, n_1=4, m=7):
    rng = np.random.default_rng(seed)
    shapes = {"W1": (n_1, n_x), "b1": (n_1, 1), "W2": (1, n_1), "b2": (1, 1)}
    parameters = {name: rng.standard_normal(shape) for name, shape in shapes.items()}
    return parameters, rng.standard_normal((n_x, m)), rng.integers(2, size=(1, m))


def plain_cost(parameters, X, Y, hidden):
    """Return J by loops and the textbook formula of the loss."""
    g = {"tanh": np.tanh, "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
         "relu": lambda z: max(z, 0.0)}[hidden]
    W1, b1, W2, b2 = (parameters[name] for name in NAMES)
    total = 0.0
    for i in range(X.shape[1]):
        z = b2[0, 0]
        for j in range(W1.shape[0]):
            z += W2[0, j] * g(sum(W1[j, k] * X[k, i] for k in range(X.shape[0])) + b1[j, 0])
        a = 1 / (1 + np.exp(-z))
        total -= Y[0, i] * np.log(a) + (1 - Y[0, i]) * np.log(1 - a)
    return total / X.shape[1]


def numeric(parameters, name, X, Y, hidden, step=1e-5):
    """Return central differences of the plain cost."""
    out = np.zeros_like(parameters[name])
    for place in np.ndindex(out.shape):
        ends = []
        for shift in (step, -step):
            moved = {key: value.copy() for key, value in parameters.items()}
            moved[name][place] += shift
            ends.append(plain_cost(moved, X, Y, hidden))
        out[place] = (ends[0] - ends[1]) / (2 * step)
    return out


def difference(one, other):
    return np.linalg.norm(one - other) / (np.linalg.norm(one) + np.linalg.norm(other))


def test_worked_numbers_of_the_page():
    parameters = page_network()
    cache = Z1, A1, Z2, A2 = forward(parameters, X2, "relu")
    np.testing.assert_array_equal(Z1, X2)
    np.testing.assert_array_equal(A1, [[1, 2], [2, 0]])
    np.testing.assert_array_equal(Z2, [[0, 0]])
    np.testing.assert_array_equal(A2, [[0.5, 0.5]])
    assert cost(Z2, Y2) == pytest.approx(np.log(2), rel=1e-15)
    np.testing.assert_array_equal(parameters["W2"].T @ (A2 - Y2), [[-1, 1], [-0.5, 0.5]])
    gradients = backward(parameters, cache, X2, Y2, "relu")
    np.testing.assert_array_equal(gradients["dW2"], [[0.25, -0.5]])
    np.testing.assert_array_equal(gradients["db2"], [[0]])
    np.testing.assert_array_equal(gradients["dW1"], [[0.5, -1.5], [-0.25, -0.5]])
    np.testing.assert_array_equal(gradients["db1"], [[0], [-0.25]])
    Z2 = forward(update(parameters, gradients, 0.1), X2, "relu")[2]
    np.testing.assert_allclose(Z2, [[0.72625, -0.54375]], rtol=1e-12)
    assert cost(Z2, Y2) == pytest.approx(0.4262, abs=5e-5)


@pytest.mark.parametrize("hidden", list(HIDDEN))
def test_gradients_agree_with_central_differences(hidden):
    for seed in range(5):
        parameters, X, Y = random_case(seed)
        cache = forward(parameters, X, hidden)
        assert np.abs(cache[0]).min() > 1e-3  # no score near the kink of ReLU
        assert cost(cache[2], Y) == pytest.approx(plain_cost(parameters, X, Y, hidden), rel=1e-9)
        gradients = backward(parameters, cache, X, Y, hidden)
        for name in NAMES:
            assert gradients[f"d{name}"].shape == parameters[name].shape
            other = numeric(parameters, name, X, Y, hidden)
            assert difference(gradients[f"d{name}"], other) < 1e-7


@pytest.mark.parametrize("hidden", list(HIDDEN))
def test_slopes_belong_to_their_functions(hidden):
    g, slope = HIDDEN[hidden]
    z = np.array([-3.0, -0.4, 0.2, 2.0])
    numeric_slope = (g(z + 1e-6) - g(z - 1e-6)) / 2e-6
    np.testing.assert_allclose(slope(g(z)), numeric_slope, rtol=0, atol=1e-8)


def test_slope_of_relu_at_zero_counts_as_0():
    g, slope = HIDDEN["relu"]
    assert slope(g(np.zeros(1))).item() == 0.0


def test_gradient_of_the_batch_is_the_mean_over_batches_of_one():
    parameters, X, Y = random_case(9)
    batch = backward(parameters, forward(parameters, X), X, Y)
    for name, value in batch.items():
        single = [backward(parameters, forward(parameters, X[:, [i]]), X[:, [i]], Y[:, [i]])[name]
                  for i in range(X.shape[1])]
        np.testing.assert_allclose(value, np.mean(single, axis=0), rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("hidden", list(HIDDEN))
@pytest.mark.parametrize("x", [-1000.0, 1000.0])
def test_extreme_inputs_stay_finite(hidden, x):
    X, Y = np.array([[x, x], [0.0, 1.0]]), np.array([[0, 1]])
    with np.errstate(all="raise", under="ignore"):
        cache = forward(page_network(), X, hidden)
        gradients = backward(page_network(), cache, X, Y, hidden)
        assert np.isfinite(cost(cache[2], Y))
    assert all(np.isfinite(value).all() for value in gradients.values())


def test_wrong_shapes_are_refused():
    with pytest.raises(ValueError):
        forward(page_network(), np.ones((3, 2)))


def test_all_gradients_come_before_any_update():
    parameters, X, Y = random_case(3)
    gradients = backward(parameters, forward(parameters, X), X, Y)
    early = parameters | {"W2": parameters["W2"] - gradients["dW2"]}
    wrong = backward(early, forward(parameters, X), X, Y)["dW1"]
    right = numeric(parameters, "W1", X, Y, "tanh")
    assert difference(gradients["dW1"], right) < 1e-7 < 0.01 < difference(wrong, right)


def test_trainer_uses_the_same_forward_and_backward_pass():
    parameters, X, Y = random_case(4)
    for one, other in zip(trainer.forward(parameters, X), forward(parameters, X), strict=True):
        np.testing.assert_array_equal(one, other)
    cache = forward(parameters, X)
    ours = trainer.backward(parameters, cache, X, Y)
    for name, value in backward(parameters, cache, X, Y).items():
        np.testing.assert_array_equal(ours[name], value)
    moved, costs = trainer.train(X, Y, parameters, alpha=0.3, steps=1)
    for name, value in update(parameters, ours, 0.3).items():
        np.testing.assert_array_equal(moved[name], value)
    assert costs == [cost(cache[2], Y)]


def quadrants(seed):
    rng = np.random.default_rng(seed)
    X, Y = trainer.make_quadrants(200, rng)
    return X, Y, initialize([2, 4, 1], rng)


def test_network_parts_the_quadrants_and_logistic_regression_does_not():
    X, Y, start = quadrants(1)
    parameters, costs = trainer.train(X, Y, start, alpha=1.0, steps=5000)
    right = np.mean(trainer.predict(parameters, X) == Y)
    assert right >= 0.95 and right == pytest.approx(0.995)
    for step, value in ((0, 0.6932), (200, 0.6835), (500, 0.2127)):
        assert costs[step] == pytest.approx(value, abs=5e-5)
    w, b, _ = train_logistic(X, Y, alpha=1.0, steps=5000)
    line = np.mean(predict_logistic(w, b, X) == Y)
    assert line < 0.65 and line == pytest.approx(0.52) and np.sum(Y == 1) == 96


def test_one_start_of_20_on_the_same_points_ends_in_a_worse_place():
    X, Y, _ = quadrants(1)
    for seed in range(20):
        start = initialize([2, 4, 1], np.random.default_rng(seed))
        parameters, costs = trainer.train(X, Y, start, alpha=1.0, steps=5000)
        share, last = (0.955, 0.09) if seed == 18 else (0.995, 0.03)
        assert np.mean(trainer.predict(parameters, X) == Y) == pytest.approx(share)
        assert costs[-1] == pytest.approx(last, abs=5e-3)


def test_labels_of_the_quadrants():
    X, Y, _ = quadrants(0)
    np.testing.assert_array_equal(Y, (np.sign(X[:1]) == np.sign(X[1:])).astype(float))
    assert np.abs(X).max() <= 1 and X.shape == (2, 200) and Y.shape == (1, 200)


def test_a_score_of_0_is_class_1():
    assert trainer.predict(page_network() | {"W2": np.zeros((1, 2)), "b2": np.zeros((1, 1))},
                           X2).tolist() == [[1, 1]]


def test_bias_gradient_needs_its_axis():
    parameters, X, Y = random_case(5, n_x=2, n_1=3, m=5)
    dZ1 = hidden_errors(parameters, X, Y)
    right = numeric(parameters, "b1", X, Y, "tanh")
    assert bias_gradient(dZ1).shape == (3, 1)
    assert difference(bias_gradient(dZ1), right) < 1e-7
    assert difference(numeric_bias_gradient(parameters, X, Y), right) < 1e-7
    one = without_axis(dZ1)
    assert np.ndim(one) == 0 and one == pytest.approx(bias_gradient(dZ1).sum(), rel=1e-12)
    assert difference(np.full((3, 1), one), right) > 0.1


def test_without_keepdims_the_biases_become_a_square():
    dZ1 = np.ones((3, 5))
    flat = np.sum(dZ1, axis=1) / 5
    assert flat.shape == (3,) and (np.zeros((3, 1)) - flat).shape == (3, 3)


def test_for_one_unit_the_axis_makes_no_difference():
    dZ1 = np.array([[0.1, -0.4, 0.6]])
    assert bias_gradient(dZ1).item() == pytest.approx(without_axis(dZ1))


def test_self_check_label_changed():
    cache = forward(page_network(), X2, "relu")
    gradients = backward(page_network(), cache, X2, np.array([[1, 1]]), "relu")
    np.testing.assert_array_equal(gradients["dW1"], [[-1.5, -0.5], [-0.25, -0.5]])
    np.testing.assert_array_equal(gradients["db1"], [[-1], [-0.25]])


def test_self_check_dead_unit_does_not_move():
    parameters, X, Y = random_case(6)
    parameters["b1"][2] = -100.0
    gradients = backward(parameters, forward(parameters, X, "relu"), X, Y, "relu")
    assert not gradients["dW1"][2].any() and not gradients["db1"][2].any()
    assert gradients["dW2"][0, 2] == 0 and gradients["dW1"].any()


@pytest.mark.reference
@pytest.mark.parametrize("hidden", list(HIDDEN))
def test_gradients_agree_with_pytorch(hidden):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    parameters, X, Y = random_case(8)
    tensors = {name: torch.tensor(value, requires_grad=True) for name, value in parameters.items()}
    hidden_layer = getattr(torch, hidden)(tensors["W1"] @ torch.tensor(X) + tensors["b1"])
    scores = tensors["W2"] @ hidden_layer + tensors["b2"]
    labels = torch.tensor(Y, dtype=scores.dtype)
    torch.nn.functional.binary_cross_entropy_with_logits(scores, labels).backward()
    gradients = backward(parameters, forward(parameters, X, hidden), X, Y, hidden)
    for name in NAMES:
        np.testing.assert_allclose(gradients[f"d{name}"], tensors[name].grad.numpy(), rtol=1e-10)


def test_sigmoid_is_that_of_week_2():
    np.testing.assert_allclose(sigmoid(np.array([-1000.0, 0.0, 1000.0])), [0.0, 0.5, 1.0])
