"""Section 4.5: the two blocks of a layer, and a training step made of them."""

import numpy as np
import pytest

from c1.w2.s14_logistic_gradient_vectorized import cost_and_gradient
from c1.w3 import s09_two_layer_gradients as two_layers
from c1.w4.s01_describe_network import count
from c1.w4.s02_deep_forward import layer_forward as layer_forward_of_4_2
from c1.w4.s05_layer_blocks import SLOPES, layer_backward, layer_forward, linear_backward
from c1.w4.s05_training_step import backward, cost, forward, update
from c1.w4.s05_training_step import layer_backward as backward_of_step
from c1.w4.s05_training_step import layer_forward as forward_of_step

W, B, A_PREV = np.array([[1.0, -2.0], [2.0, 1.0]]), np.array([[-1.0], [0.0]]), np.array([[2.0], [1.0]])


def random_network(sizes, seed, m=6):
    rng = np.random.default_rng(seed)
    parameters = {}
    for layer, (n_prev, n) in enumerate(zip(sizes, sizes[1:], strict=False), 1):
        parameters[f"W{layer}"] = rng.standard_normal((n, n_prev))
        parameters[f"b{layer}"] = rng.standard_normal((n, 1))
    X = rng.standard_normal((sizes[0], m))
    return parameters, X, rng.integers(2, size=(1, m))


def slopes(f, array, step=1e-6):
    """Return the derivative of f() with respect to every entry of an array, nudged in place."""
    result = np.zeros_like(array)
    for place in np.ndindex(array.shape):
        old, values = array[place], []
        for moved in (old + step, old - step):
            array[place] = moved
            values.append(f())
        array[place] = old
        result[place] = (values[0] - values[1]) / (2 * step)
    return result


def relative(a, b):
    return np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b))


def test_worked_numbers_of_the_page():
    A, cache = layer_forward(A_PREV, W, B, "relu")
    np.testing.assert_array_equal(cache[2], [[-1.0], [5.0]])
    np.testing.assert_array_equal(A, [[0.0], [5.0]])
    dA_prev, dW, db = layer_backward(np.array([[3.0], [0.5]]), cache, "relu")
    np.testing.assert_array_equal(dW, [[0.0, 0.0], [1.0, 0.5]])
    np.testing.assert_array_equal(db, [[0.0], [0.5]])
    np.testing.assert_array_equal(dA_prev, [[1.0], [0.5]])


def test_self_check_another_da():
    cache = layer_forward(A_PREV, W, B, "relu")[1]
    dA_prev, dW, db = layer_backward(np.array([[1.0], [-2.0]]), cache, "relu")
    np.testing.assert_array_equal(dW, [[0.0, 0.0], [-4.0, -2.0]])
    np.testing.assert_array_equal(db, [[0.0], [-2.0]])
    np.testing.assert_array_equal(dA_prev, [[-4.0], [-2.0]])


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
@pytest.mark.parametrize("m", [1, 6])
def test_backward_block_agrees_with_central_differences(activation, m):
    rng = np.random.default_rng(3)
    A_prev, own_W, b = rng.standard_normal((4, m)), rng.standard_normal((3, 4)), rng.standard_normal((3, 1))
    u, v = rng.standard_normal((2, 3, m))
    assert np.abs(own_W @ A_prev + b).min() > 1e-3  # no score at the kink of ReLU

    def mean_of_losses():  # a loss for each column: u a + v a^2 / 2
        A = layer_forward(A_prev, own_W, b, activation)[0]
        return np.sum(u * A + v * A**2 / 2) / m

    A, cache = layer_forward(A_prev, own_W, b, activation)
    dA_prev, dW, db = layer_backward(u + v * A, cache, activation)
    assert relative(dW, slopes(mean_of_losses, own_W)) < 1e-7
    assert relative(db, slopes(mean_of_losses, b)) < 1e-7
    assert relative(dA_prev, m * slopes(mean_of_losses, A_prev)) < 1e-7
    for derivative, array in ((dA_prev, A_prev), (dW, own_W), (db, b)):
        assert derivative.shape == array.shape


def test_forward_block_is_that_of_4_2():
    for activation in ("relu", "tanh", "sigmoid"):
        ours, theirs = (block(A_PREV, W, B, activation) for block in (layer_forward, layer_forward_of_4_2))
        np.testing.assert_array_equal(ours[0], theirs[0])
        for one, other in zip(ours[1], theirs[1], strict=True):
            np.testing.assert_array_equal(one, other)


def test_the_step_uses_the_same_blocks():
    ours, theirs = (block(A_PREV, W, B, "relu") for block in (layer_forward, forward_of_step))
    np.testing.assert_array_equal(ours[0], theirs[0])
    dA = np.array([[3.0], [0.5]])
    for one, other in zip(layer_backward(dA, ours[1], "relu"),
                          backward_of_step(dA, theirs[1], "relu"), strict=True):
        np.testing.assert_array_equal(one, other)


def test_slope_of_relu_at_the_kink_is_zero():
    np.testing.assert_array_equal(SLOPES["relu"](np.array([-1.0, 0.0, 1.0])), [0.0, 0.0, 1.0])


def test_da_of_the_erratum_is_not_the_slope_of_the_sigmoid():
    def loss(a):  # label 1
        return -np.log(a)

    assert (loss(0.5 + 1e-6) - loss(0.5 - 1e-6)) / 2e-6 == pytest.approx(-2.0)
    assert SLOPES["sigmoid"](np.zeros(1)).item() == 0.25


def test_extreme_scores():
    with np.errstate(all="raise", under="ignore"):
        for activation in SLOPES:
            A, cache = layer_forward(np.array([[-1000.0, 1000.0]]), np.ones((1, 1)), np.zeros((1, 1)),
                                     activation)
            for result in (A, *layer_backward(np.ones((1, 2)), cache, activation)):
                assert np.all(np.isfinite(result))


def test_wrong_shapes_are_refused():
    with pytest.raises(ValueError):
        layer_forward(A_PREV.T, W, B, "relu")
    with pytest.raises(ValueError):
        linear_backward(np.ones((3, 1)), A_PREV, W)


@pytest.mark.parametrize("L", [1, 2, 3, 5])
def test_a_small_step_lowers_the_cost_at_any_depth(L):
    parameters, X, Y = random_network([4, 5, 3, 4, 2][:L] + [1], seed=L)
    A, caches = forward(parameters, X)
    gradients = backward(A, Y, caches)
    assert len(caches) == L and len(gradients) == 2 * L
    for name, value in parameters.items():
        assert gradients["d" + name].shape == value.shape
    moved = update(parameters, gradients, alpha=1e-3)
    assert cost(forward(moved, X)[1][-1][2], Y) < cost(caches[-1][2], Y)


def test_two_layers_are_the_step_of_3_9():
    parameters, X, Y = random_network([3, 4, 1], seed=7)
    A, caches = forward(parameters, X)
    ours = update(parameters, backward(A, Y, caches), 0.1)
    cache = two_layers.forward(parameters, X, "relu")
    theirs = two_layers.update(parameters, two_layers.backward(parameters, cache, X, Y, "relu"), 0.1)
    assert cost(caches[-1][2], Y) == pytest.approx(two_layers.cost(cache[2], Y), rel=1e-15)
    for name in parameters:
        np.testing.assert_allclose(ours[name], theirs[name], rtol=1e-12, atol=1e-12)


def test_one_layer_is_logistic_regression():
    parameters, X, Y = random_network([3, 1], seed=8)
    A, caches = forward(parameters, X)
    gradients = backward(A, Y, caches)
    J, dw, db = cost_and_gradient(parameters["W1"].T, parameters["b1"].item(), X, Y)
    assert cost(caches[-1][2], Y) == pytest.approx(J, rel=1e-12)
    np.testing.assert_allclose(gradients["dW1"], dw.T, rtol=1e-12)
    assert gradients["db1"].item() == pytest.approx(db, rel=1e-12)


def test_costs_of_the_output():
    parameters = {"W1": np.array([[3.0]]), "b1": np.array([[-2.0]]), "W2": np.array([[-1.0]]),
                  "b2": np.array([[5.0]]), "W3": np.array([[2.0]]), "b3": np.array([[1.0]])}
    X, Y = np.array([[2.0, 0.0, 3.0]]), np.array([[0, 0, 1]])
    A, caches = forward(parameters, X)
    np.testing.assert_array_equal(caches[-1][2], [[3.0, 11.0, 1.0]])
    by_hand = (np.log1p(np.exp(3)) + np.log1p(np.exp(11)) + np.log1p(np.exp(-1))) / 3
    assert cost(caches[-1][2], Y) == pytest.approx(by_hand, rel=1e-14) == pytest.approx(4.7873, abs=5e-5)


def test_updating_on_the_way_back_spoils_the_layers_to_the_left():
    parameters, X, Y = random_network([3, 4, 4, 1], seed=9)
    A, caches = forward(parameters, X)
    right = backward(A, Y, caches)
    A_prev, own_W, Z = caches[-1]
    early = [*caches[:-1], (A_prev, own_W - 0.5 * right["dW3"], Z)]
    wrong = backward(A, Y, early)
    np.testing.assert_array_equal(wrong["dW3"], right["dW3"])
    assert relative(wrong["dW1"], right["dW1"]) > 0.01


def test_the_wrong_cache_may_fit_in_shape():
    parameters, X, Y = random_network([4, 4, 4, 1], seed=10)
    A, caches = forward(parameters, X)
    right, wrong = (backward(A, Y, chosen) for chosen in (caches, [caches[1], *caches[1:]]))
    assert wrong["dW1"].shape == right["dW1"].shape
    assert relative(wrong["dW1"], right["dW1"]) > 0.01


def test_memory_of_the_caches():
    sizes, m = [768, 32, 16, 8, 1], 2000
    assert (sum(sizes[:-1]), sum(sizes[1:])) == (824, 57)
    parameters, X, _ = random_network(sizes, seed=0, m=m)
    kept = sum(A_prev.size + Z.size for A_prev, _, Z in forward(parameters, X)[1])
    assert kept == 881 * 2000 == 1762000
    assert 8 * kept / 1e6 == pytest.approx(14.1, abs=0.05)
    assert count(sizes) == 25281
