"""Section 1.10: products of many layers, forward and backward."""

import numpy as np
import pytest

from c1.w4 import s06_deep_gradients as course_1
from c2.w1.s10_deep_linear_forward_backward import pull, push
from c2.w1.s10_gradient_norm_by_layer import SLOPES, bounds, errors, forward
from c2.w1.s10_orthogonal_keeps_norm import lengths, lengths_back, orthogonal

FULL = [50] * 20 + [1]


def network(hidden, sizes=FULL, m=10, seed=0):
    """Return weights, X and Y as in the third program."""
    rng = np.random.default_rng(seed)
    numerator = {"sigmoid": 1.0, "relu": 2.0}[hidden]
    weights = [rng.standard_normal((n, n_prev)) * np.sqrt(numerator / n_prev)
               for n_prev, n in zip(sizes, sizes[1:], strict=False)]
    return weights, rng.standard_normal((sizes[0], m)), rng.integers(0, 2, (1, m))


@pytest.mark.parametrize("c", [1.5, 0.5, 1.1, 0.9, 1.0])
def test_powers_in_both_directions(c):
    one = np.ones((2, 1))
    weights = [c * np.eye(2)] * 150
    for k, a in enumerate(push(weights, one)):
        assert np.linalg.norm(a) == pytest.approx(c**k * np.sqrt(2), rel=1e-12)
    for k, gradient in enumerate(reversed(pull(weights, one))):
        assert np.linalg.norm(gradient) == pytest.approx(c**k * np.sqrt(2), rel=1e-12)


def test_first_activations():
    activations = push([0.5 * np.eye(2)] * 3, np.ones((2, 1)))
    assert [a[0, 0] for a in activations] == [1, 1 / 2, 1 / 4, 1 / 8]
    assert [a[1, 0] for a in push([1.5 * np.eye(2)] * 3, np.ones((2, 1)))[1:]] == [1.5, 2.25, 3.375]


def test_pull_is_the_derivative_of_push():
    rng = np.random.default_rng(0)
    weights = [rng.standard_normal((3, 3)) for _ in range(4)]
    x, g = rng.standard_normal((3, 1)), rng.standard_normal((3, 1))
    numeric = [(g.T @ (push(weights, x + e)[-1] - push(weights, x - e)[-1])).item() / 2
               for e in np.eye(3)[:, :, None]]
    np.testing.assert_allclose(pull(weights, g)[0].ravel(), numeric, rtol=1e-12)


def test_150_factors_of_the_page():
    for c, shown in ((1.5, 2.6e26), (0.5, 7.0e-46), (1.1, 1.6e6), (0.9, 1.4e-7)):
        assert c**150 == pytest.approx(shown, rel=0.03)
    assert np.float32(0.5**150) == 0.0
    assert 0.25**10 == pytest.approx(9.5e-7, rel=0.01)


@pytest.mark.parametrize("seed", range(5))
def test_orthogonal_matrices_keep_lengths_at_depth_150(seed):
    rng = np.random.default_rng(seed)
    weights = [orthogonal(8, rng) for _ in range(150)]
    assert max(np.abs(W).max() for W in weights) < 1
    for W in weights[:5]:
        np.testing.assert_allclose(W.T @ W, np.eye(8), rtol=0, atol=1e-13)
    x = rng.standard_normal((8, 1))
    for found in (lengths(weights, x), lengths_back(weights, x)):
        assert found.shape == (151,)
        np.testing.assert_allclose(found, np.linalg.norm(x), rtol=1e-10)


def test_lengths_back_is_pull():
    rng = np.random.default_rng(1)
    weights, g = [rng.standard_normal((4, 4)) for _ in range(6)], rng.standard_normal((4, 1))
    expected = [np.linalg.norm(v) for v in reversed(pull(weights, g))]
    np.testing.assert_allclose(lengths_back(weights, g), expected, rtol=1e-12)


def test_all_entries_six_tenths_explode():
    W = np.full((2, 2), 0.6)
    np.testing.assert_allclose(np.linalg.svd(W)[1], [1.2, 0.0], rtol=0, atol=1e-14)
    end = lengths([W] * 150, np.ones((2, 1)))[-1]
    assert end == pytest.approx(1.2**150 * np.sqrt(2), rel=1e-12)
    assert end == pytest.approx(1.1e12, rel=0.05)


@pytest.mark.parametrize("hidden", ["sigmoid", "relu"])
def test_errors_agree_with_course_1(hidden):
    weights, X, Y = network(hidden)
    parameters = {}
    for layer, W in enumerate(weights, 1):
        parameters |= {f"W{layer}": W, f"b{layer}": np.zeros((len(W), 1))}
    A, caches = course_1.forward(parameters, X, hidden)
    gradients = course_1.backward(A, Y, caches, hidden)
    np.testing.assert_allclose(forward(weights, X, hidden)[0], A, rtol=1e-12)
    for layer, dZ in enumerate(errors(weights, X, Y, hidden), 1):
        np.testing.assert_allclose(dZ.mean(axis=1, keepdims=True), gradients[f"db{layer}"],
                                   rtol=1e-9, atol=1e-25)


def test_first_layer_of_the_relu_network_by_central_differences():
    weights, X, Y = network("relu")
    ours = errors(weights, X, Y, "relu")[0] @ X.T

    def loss(W1):
        Z = forward([W1, *weights[1:]], X, "relu")[1][-1]
        return np.sum(np.logaddexp(0.0, Z) - Y * Z)

    places = np.random.default_rng(1).integers(0, 50, (30, 2))
    numeric = []
    for place in places:
        step = np.zeros((50, 50))
        step[tuple(place)] = 1e-6
        numeric.append((loss(weights[0] + step) - loss(weights[0] - step)) / 2e-6)
    found = ours[tuple(places.T)]
    gap = np.linalg.norm(found - numeric)
    assert gap / (np.linalg.norm(found) + np.linalg.norm(numeric)) < 1e-7


def test_first_layer_of_the_sigmoid_network_by_complex_steps():
    # Differences of real losses drown a gradient of 1e-12 in rounding; imaginary steps do not.
    weights, X, Y = network("sigmoid")
    ours = errors(weights, X, Y, "sigmoid")[0] @ X.T
    for row, column in np.random.default_rng(1).integers(0, 50, (10, 2)):
        A = X + 0j
        for layer, W in enumerate(weights):
            W = W + 0j
            if layer == 0:
                W[row, column] += 1e-30j
            Z = W @ A
            A = 1 / (1 + np.exp(-Z))
        loss = np.sum(np.log(1 + np.exp(Z)) - Y * Z)
        assert ours[row, column] == pytest.approx(loss.imag / 1e-30, rel=1e-7)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("hidden", ["sigmoid", "relu"])
def test_every_layer_stays_below_its_bound(hidden, seed):
    weights, X, Y = network(hidden, seed=seed)
    dZ = errors(weights, X, Y, hidden)
    found = bounds(weights, dZ[-1], hidden)
    for error, bound in zip(dZ, found, strict=True):
        assert np.linalg.norm(error) <= bound * (1 + 1e-12)
    product = np.prod([np.linalg.svd(W)[1][0] for W in weights[1:]])
    steepest = {"sigmoid": 0.25, "relu": 1.0}[hidden] ** 19
    assert found[0] == pytest.approx(np.linalg.norm(dZ[-1]) * product * steepest, rel=1e-9)


def test_the_lengths_of_the_page():
    for hidden, last, first in (("sigmoid", 1.7, 1.2e-12), ("relu", 1.6, 1.1)):
        dZ = errors(*network(hidden), hidden)
        assert np.linalg.norm(dZ[-1]) == pytest.approx(last, rel=0.05)
        assert np.linalg.norm(dZ[0]) == pytest.approx(first, rel=0.05)
        if hidden == "relu":
            assert all(1 < np.linalg.norm(error) < 2.1 for error in dZ)


@pytest.mark.parametrize("hidden", ["sigmoid", "relu"])
def test_scores_of_1000_do_no_harm(hidden):
    weights, X, Y = network(hidden, [3, 3, 1], 1)
    assert all(np.isfinite(dZ).all() for dZ in errors(weights, 1e3 * X, Y, hidden))


def test_self_check():
    layers = np.log(1000) / -np.log(0.95)
    assert layers == pytest.approx(134.7, abs=0.05)
    assert 0.95**135 < 0.001 < 0.95**134
    W = np.array([[0.0, 2.0], [0.5, 0.0]])
    np.testing.assert_array_equal(W @ W, np.eye(2))
    assert np.linalg.norm(W, 2) == pytest.approx(2.0)
    slope = SLOPES["sigmoid"](np.array(3.0))
    assert slope == pytest.approx(0.045, abs=5e-4)
    assert 1 / slope == pytest.approx(22, abs=0.5)
