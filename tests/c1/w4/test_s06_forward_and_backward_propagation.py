"""Section 4.6: gradients of any depth, where they start, where m divides, and the trainer."""

import inspect

import numpy as np
import pytest

from c1.w3 import s09_train_two_layer_network as two_layer_trainer
from c1.w3 import s09_two_layer_gradients as two_layers
from c1.w3 import s10_backprop_one_example as one_example
from c1.w4 import s01_initialize_deep as first_weights
from c1.w4 import s05_layer_blocks as blocks
from c1.w4 import s06_deep_gradients as deep
from c1.w4 import s06_train_deep_network as trainer
from c1.w4.s06_deep_gradients import backward, forward, layer_backward, layer_forward, linear_backward
from c1.w4.s06_one_layer_by_hand import linear_backward as by_hand
from c1.w4.s06_two_starts import errors, errors_by_division, output_slope, sigmoid

CHAIN = {"W1": np.array([[3.0]]), "b1": np.array([[-2.0]]), "W2": np.array([[-1.0]]),
         "b2": np.array([[5.0]]), "W3": np.array([[2.0]]), "b3": np.array([[1.0]])}
DZ, A_PREV, W = np.array([[1, -1], [2, 0]]), np.array([[1, 0], [2, 3]]), np.array([[1, 2], [0, 1]])


def random_network(sizes, seed, m=7):
    rng = np.random.default_rng(seed)
    parameters = {}
    for layer, (n_prev, n) in enumerate(zip(sizes, sizes[1:], strict=False), 1):
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = rng.standard_normal((n, 1))
    X = rng.standard_normal((sizes[0], m))
    return parameters, X, rng.integers(2, size=(sizes[-1], m))


def cost(parameters, X, Y, hidden="relu"):
    Z = forward(parameters, X, hidden)[1][-1][2]
    return np.sum(np.logaddexp(0.0, Z) - Y * Z) / X.shape[1]


def numeric(parameters, name, X, Y, hidden, step=1e-6):
    """Return the gradient of one parameter by central differences."""
    gradient = np.zeros_like(parameters[name])
    for place in np.ndindex(gradient.shape):
        costs = []
        for sign in (1, -1):
            moved = parameters[name].copy()
            moved[place] += sign * step
            costs.append(cost(parameters | {name: moved}, X, Y, hidden))
        gradient[place] = (costs[0] - costs[1]) / (2 * step)
    return gradient


def relative(a, b):
    return np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b))


def gradients_of(parameters, X, Y, hidden="relu"):
    A, caches = forward(parameters, X, hidden)
    return backward(A, Y, caches, hidden)


def assert_same(ours, theirs, tolerance):
    assert ours.keys() == theirs.keys()
    for name in ours:
        np.testing.assert_allclose(ours[name], theirs[name], rtol=tolerance, atol=tolerance)


def test_the_chain_of_the_page():
    X, Y = np.array([[2.0]]), np.zeros((1, 1))
    A, caches = forward(CHAIN, X)
    assert [Z.item() for _, _, Z in caches] == [4.0, 1.0, 3.0]
    a = 1 / (1 + np.exp(-3))
    assert A.item() == pytest.approx(a, rel=1e-15) == pytest.approx(0.9526, abs=5e-5)
    assert cost(CHAIN, X, Y) == pytest.approx(np.log1p(np.exp(3))) == pytest.approx(3.0486, abs=5e-5)
    gradients = backward(A, Y, caches)
    closed = {"dW3": a, "db3": a, "dW2": 8 * a, "db2": 2 * a, "dW1": -4 * a, "db1": -2 * a}
    shown = {"dW3": 0.9526, "db3": 0.9526, "dW2": 7.6206, "db2": 1.9051, "dW1": -3.8103, "db1": -1.9051}
    for name, value in gradients.items():
        assert value.item() == pytest.approx(closed[name], rel=1e-14)
        assert value.item() == pytest.approx(shown[name], abs=5e-5)
    dA_0 = layer_backward(np.array([[-2 * a]]), caches[0], "relu")[0]
    assert dA_0.item() == pytest.approx(-5.7154, abs=5e-5)
    moved = trainer.update(CHAIN, gradients, 0.01)
    assert forward(moved, X)[1][-1][2].item() == pytest.approx(2.1322, abs=5e-5)
    assert cost(moved, X, Y) == pytest.approx(2.2443, abs=5e-5) == pytest.approx(
        np.log1p(np.exp(2.1322)), abs=5e-5)


def test_self_check_the_chain_with_another_example():
    A, caches = forward(CHAIN, np.array([[3.0]]))
    assert [Z.item() for _, _, Z in caches] == [7.0, -2.0, 1.0]
    gradients = backward(A, np.ones((1, 1)), caches)
    assert A.item() == pytest.approx(0.7311, abs=5e-5)
    assert gradients.pop("db3").item() == pytest.approx(-0.2689, abs=5e-5)
    assert all(value.item() == 0.0 for value in gradients.values())


@pytest.mark.parametrize("linear", [by_hand, linear_backward, blocks.linear_backward])
def test_one_layer_by_hand(linear):
    dA_prev, dW, db = linear(DZ, A_PREV, W)
    np.testing.assert_array_equal(dW, [[0.5, -0.5], [1.0, 2.0]])
    np.testing.assert_array_equal(db, [[0.0], [1.0]])
    np.testing.assert_array_equal(dA_prev, [[1, -1], [4, -2]])


@pytest.mark.parametrize("hidden", ["tanh", "relu"])
def test_gradients_agree_with_central_differences(hidden):
    parameters, X, Y = random_network([4, 5, 3, 2, 1], seed=3)
    caches = forward(parameters, X, hidden)[1]
    assert min(np.abs(Z).min() for _, _, Z in caches[:-1]) > 1e-3  # clear of the kink
    gradients = gradients_of(parameters, X, Y, hidden)
    for name, value in parameters.items():
        assert np.linalg.norm(gradients["d" + name]) > 1e-3
        assert relative(gradients["d" + name], numeric(parameters, name, X, Y, hidden)) < 1e-7
        assert gradients["d" + name].shape == value.shape


def test_several_outputs_agree_with_central_differences():
    parameters, X, Y = random_network([3, 4, 2], seed=5)
    gradients = gradients_of(parameters, X, Y, "tanh")
    for name in parameters:
        assert relative(gradients["d" + name], numeric(parameters, name, X, Y, "tanh")) < 1e-7


@pytest.mark.parametrize("hidden", ["tanh", "relu"])
def test_both_starts_give_the_same_gradients(hidden):
    parameters, X, Y = random_network([4, 5, 3, 2, 1], seed=3)
    A, caches = forward(parameters, X, hidden)
    dA, gradients = output_slope(A, Y), {}
    for layer in range(len(caches), 0, -1):
        activation = "sigmoid" if layer == len(caches) else hidden
        dA, dW, db = layer_backward(dA, caches[layer - 1], activation)
        gradients |= {f"dW{layer}": dW, f"db{layer}": db}
    assert_same(gradients, backward(A, Y, caches, hidden), 1e-10)


def test_two_starts_part_when_the_prediction_rounds_to_one():
    for z in (0.0, 2.0, 20.0, -20.0):
        for y in (0.0, 1.0):
            A, Y = sigmoid(np.array([[z]])), np.array([[y]])
            assert errors_by_division(A, Y).item() == pytest.approx(errors(A, Y).item(), abs=1e-12)
    A, Y = sigmoid(np.array([[40.0]])), np.zeros((1, 1))
    assert A.item() == 1.0
    assert errors(A, Y).item() == 1.0 and errors_by_division(A, Y).item() == 0.0
    assert output_slope(A, Y).item() == pytest.approx(1e15, rel=0.2)
    with np.errstate(divide="ignore", invalid="ignore"):  # without the guard: 1/0, times 0
        assert np.isnan((-Y / A + (1 - Y) / (1 - A)) * A * (1 - A)).item()


def test_with_the_range_limited_the_error_is_far_too_small():
    A, Y = sigmoid(np.array([[-40.0]])), np.ones((1, 1))  # the other side: a rounds to almost 0
    assert errors(A, Y).item() == pytest.approx(-1.0)
    assert -0.01 < errors_by_division(A, Y).item() < 0.0


def test_slope_of_the_loss_with_respect_to_the_prediction():
    for a, y in ((0.2, 1.0), (0.7, 0.0), (0.9, 1.0)):
        def loss(p, y=y):
            return -(y * np.log(p) + (1 - y) * np.log(1 - p))

        by_difference = (loss(a + 1e-6) - loss(a - 1e-6)) / 2e-6
        ours = output_slope(np.array([[a]]), np.array([[y]])).item()
        assert ours == pytest.approx(by_difference, rel=1e-7)
        assert ours == pytest.approx((a - y) / (a * (1 - a)), rel=1e-12)  # as in figure 4.6-2


def test_dividing_by_m_at_the_start_is_the_same_and_twice_is_m_times_too_small():
    parameters, X, Y = random_network([4, 3, 1], seed=6)
    m = X.shape[1]
    A, caches = forward(parameters, X)
    right = backward(A, Y, caches)
    dZ, at_start = (A - Y) / m, {}
    for layer in (2, 1):
        A_prev, own_W, _ = caches[layer - 1]
        at_start |= {f"dW{layer}": dZ @ A_prev.T, f"db{layer}": dZ.sum(axis=1, keepdims=True)}
        dZ = own_W.T @ dZ * (A_prev > 0)
    assert_same(at_start, right, 1e-12)
    twice = linear_backward((A - Y) / m, *caches[-1][:2])[1]
    np.testing.assert_allclose(twice * m, right["dW2"], rtol=1e-12)


def test_gradient_of_the_batch_is_the_mean_over_examples():
    parameters, X, Y = random_network([4, 5, 3, 1], seed=4)
    single = [gradients_of(parameters, X[:, [i]], Y[:, [i]]) for i in range(X.shape[1])]
    means = {name: sum(one[name] for one in single) / len(single) for name in single[0]}
    assert_same(gradients_of(parameters, X, Y), means, 1e-12)


def test_two_layers_are_those_of_week_3():
    parameters, X, Y = random_network([3, 4, 1], seed=8)
    for hidden in ("relu", "tanh"):
        cache = two_layers.forward(parameters, X, hidden)
        theirs = two_layers.backward(parameters, cache, X, Y, hidden)
        assert_same(gradients_of(parameters, X, Y, hidden), theirs, 1e-12)
    x, y = X[:, [0]], Y[:, [0]].astype(float)
    theirs = one_example.backward(parameters, one_example.forward(parameters, x), x, y)
    for name, value in gradients_of(parameters, x, y, "tanh").items():
        np.testing.assert_allclose(value, theirs[name], rtol=1e-12)


def test_recursion_from_layer_to_layer():
    parameters, X, Y = random_network([4, 5, 3, 1], seed=9, m=1)
    caches = forward(parameters, X, "tanh")[1]
    gradients = gradients_of(parameters, X, Y, "tanh")
    for layer in (1, 2):  # one example: db is dz
        above = parameters[f"W{layer + 1}"].T @ gradients[f"db{layer + 1}"]
        slope = 1 - np.tanh(caches[layer - 1][2]) ** 2
        np.testing.assert_allclose(gradients[f"db{layer}"], above * slope, rtol=1e-12)


def test_without_the_transpose_the_shapes_do_not_match():
    with pytest.raises(ValueError):
        np.ones((3, 1)) @ np.ones((5, 1))


def test_shapes_of_the_self_check():
    parameters, X, Y = random_network([4, 5, 3, 2, 1], seed=1)
    caches = forward(parameters, X)[1]
    dA, dW, db = layer_backward(np.ones((3, 7)), caches[1], "relu")
    assert (dA.shape, dW.shape, db.shape) == ((5, 7), (3, 5), (3, 1))


def test_blocks_are_those_of_4_5():
    rng = np.random.default_rng(2)
    A_prev, own_W, b = rng.standard_normal((4, 6)), rng.standard_normal((3, 4)), rng.standard_normal((3, 1))
    dA = rng.standard_normal((3, 6))
    for activation in blocks.SLOPES:
        A, cache = layer_forward(A_prev, own_W, b, activation)
        np.testing.assert_array_equal(A, blocks.layer_forward(A_prev, own_W, b, activation)[0])
        for one, other in zip(layer_backward(dA, cache, activation),
                              blocks.layer_backward(dA, cache, activation), strict=True):
            np.testing.assert_array_equal(one, other)


def test_extreme_scores_stay_finite():
    with np.errstate(all="raise", under="ignore"):
        for x in (-1000.0, 1000.0):
            gradients = gradients_of(CHAIN, np.array([[x]]), np.zeros((1, 1)))
            assert all(np.isfinite(value).all() for value in gradients.values())


def quadrants_and_start(sizes, scale):
    rng = np.random.default_rng(1)
    X, Y = two_layer_trainer.make_quadrants(200, rng)
    return X, Y, trainer.initialize(sizes, rng, scale)


def test_the_trainer_gets_the_quadrants_right():
    X, Y, start = quadrants_and_start([2, 8, 4, 1], 1.0)
    parameters, costs = trainer.train(X, Y, start, alpha=0.5, steps=2000)
    assert np.mean(trainer.predict(parameters, X) == Y) == 1.0
    assert costs[0] == pytest.approx(0.7229, abs=5e-5) and costs[-1] < 0.02
    assert np.all(np.diff(costs) < 0)


def test_the_course_of_training_does_not_hang_on_rounding():
    X, Y, start = quadrants_and_start([2, 8, 4, 1], 1.0)
    other = {name: value * (1 + 1e-12) for name, value in start.items()}
    ours, theirs = (trainer.train(X, Y, first, 0.5, 2000)[1] for first in (start, other))
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-9)


def test_a_start_of_0_01_stays_on_the_plateau():
    X, Y, start = quadrants_and_start([2, 8, 4, 1], 0.01)
    costs = trainer.train(X, Y, start, alpha=0.5, steps=2001)[1]
    assert costs[2000] == pytest.approx(0.6923, abs=5e-5)


def test_the_trainer_uses_the_gradients_of_the_page():
    parameters, X, Y = random_network([3, 5, 4, 1], seed=11)
    A, caches = trainer.forward(parameters, X)
    np.testing.assert_allclose(A, forward(parameters, X, "tanh")[0], rtol=1e-12)
    assert_same(trainer.backward(A, Y, caches), gradients_of(parameters, X, Y, "tanh"), 1e-12)


def test_functions_are_those_of_3_9_and_4_1():
    for name in ("cost", "update"):
        ours, theirs = (getattr(module, name) for module in (trainer, two_layer_trainer))
        assert inspect.getsource(ours) == inspect.getsource(theirs)
    ours, theirs = (module.initialize([2, 8, 4, 1], np.random.default_rng(5))
                    for module in (trainer, first_weights))
    for name, value in theirs.items():
        np.testing.assert_array_equal(ours[name], value)


def test_with_two_layers_the_trainer_is_that_of_3_9_step_for_step():
    X, Y, start = quadrants_and_start([2, 4, 1], 0.01)
    for steps in (1, 300):
        ours, costs = trainer.train(X, Y, start, alpha=1.0, steps=steps)
        theirs, their_costs = two_layer_trainer.train(X, Y, start, alpha=1.0, steps=steps)
        assert_same(ours, theirs, 1e-10)
        np.testing.assert_allclose(costs, their_costs, rtol=1e-10)
    np.testing.assert_array_equal(trainer.predict(ours, X), two_layer_trainer.predict(theirs, X))


def test_a_score_of_zero_is_class_1():
    parameters = {"W1": np.ones((1, 1)), "b1": np.zeros((1, 1))}
    np.testing.assert_array_equal(trainer.predict(parameters, np.array([[-1e-9, 0.0, 1e-9]])), [[0, 1, 1]])


def test_with_the_identity_all_layers_are_one(monkeypatch):
    monkeypatch.setitem(deep.ACTIVATIONS, "identity", lambda Z: Z)
    monkeypatch.setitem(deep.SLOPES, "identity", np.ones_like)
    parameters, X, Y = random_network([3, 4, 2, 1], seed=12)
    W1, W2, W3 = (parameters[f"W{layer}"] for layer in (1, 2, 3))
    b1, b2, b3 = (parameters[f"b{layer}"] for layer in (1, 2, 3))
    logistic = {"W1": W3 @ W2 @ W1, "b1": W3 @ (W2 @ b1 + b2) + b3}
    np.testing.assert_allclose(forward(parameters, X, "identity")[0], forward(logistic, X)[0], rtol=1e-12)
    gradients = gradients_of(parameters, X, Y, "identity")
    for name in parameters:
        assert relative(gradients["d" + name], numeric(parameters, name, X, Y, "identity")) < 1e-7


@pytest.mark.reference
@pytest.mark.parametrize("hidden", ["tanh", "relu"])
def test_gradients_agree_with_pytorch(hidden):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    parameters, X, Y = random_network([4, 5, 3, 2, 1], seed=3)
    tensors = {name: torch.tensor(value, requires_grad=True) for name, value in parameters.items()}
    A = torch.tensor(X)
    for layer in range(1, 5):
        Z = tensors[f"W{layer}"] @ A + tensors[f"b{layer}"]
        A = getattr(torch, hidden)(Z)
    torch.nn.functional.binary_cross_entropy_with_logits(Z, torch.tensor(Y, dtype=Z.dtype)).backward()
    for name, value in gradients_of(parameters, X, Y, hidden).items():
        np.testing.assert_allclose(value, tensors[name[1:]].grad.numpy(), rtol=1e-10, atol=1e-14)
