"""Section 1.4: the L2 penalty and its gradient, weight decay, two matrix norms, zeros by L1."""

import numpy as np
import pytest

from c1.w3 import s09_two_layer_gradients as two_layers
from c2.w1 import s04_l1_l2_contours as contours
from c2.w1.s04_frobenius_vs_spectral import frobenius_squared, spectral_squared
from c2.w1.s04_l1_gives_zeros import ridge_shrinkage, soft_threshold
from c2.w1.s04_l2_cost_and_gradients import (
    HIDDEN,
    add_penalty,
    backward,
    cost,
    forward,
    penalty,
)
from c2.w1.s04_weight_decay_two_forms import shrink_then_step, step_with_penalty

C = np.array([3.0, 0.4, -1.5, 0.1])


def random_case(seed, m=7):
    rng = np.random.default_rng(seed)
    shapes = {"W1": (4, 3), "b1": (4, 1), "W2": (1, 4), "b2": (1, 1)}
    parameters = {name: rng.standard_normal(shape) for name, shape in shapes.items()}
    return parameters, rng.standard_normal((3, m)), rng.integers(2, size=(1, m))


def full_cost(parameters, X, Y, hidden, lambd):
    """Return the whole cost, the penalty by loops over the entries of both matrices."""
    Z2 = two_layers.forward(parameters, X, hidden)[2]
    total = np.mean(np.logaddexp(0.0, Z2) - Y * Z2)
    for name in ("W1", "W2"):
        for i in range(parameters[name].shape[0]):
            for j in range(parameters[name].shape[1]):
                total += lambd / (2 * X.shape[1]) * parameters[name][i, j] ** 2
    return total


def numeric(parameters, name, *case, step=1e-5):
    """Return central differences of the whole cost."""
    out = np.zeros_like(parameters[name])
    for place in np.ndindex(out.shape):
        ends = []
        for shift in (step, -step):
            moved = {key: value.copy() for key, value in parameters.items()}
            moved[name][place] += shift
            ends.append(full_cost(moved, *case))
        out[place] = (ends[0] - ends[1]) / (2 * step)
    return out


def difference(one, other):
    return np.linalg.norm(one - other) / (np.linalg.norm(one) + np.linalg.norm(other))


@pytest.mark.parametrize("hidden", list(HIDDEN))
@pytest.mark.parametrize("m", [1, 7])
def test_gradients_are_those_of_the_whole_cost(hidden, m):
    for seed in range(3):
        parameters, X, Y = random_case(seed, m)
        cache = forward(parameters, X, hidden)
        assert np.abs(cache[0]).min() > 1e-3  # no score near the kink of ReLU
        assert cost(cache[2], Y) + penalty(parameters, 0.7, m) == pytest.approx(
            full_cost(parameters, X, Y, hidden, 0.7), rel=1e-12)
        bare = backward(parameters, cache, X, Y, hidden)
        gradients = add_penalty(bare, parameters, 0.7, m)
        for name in parameters:
            wanted = numeric(parameters, name, X, Y, hidden, 0.7)
            assert difference(gradients[f"d{name}"], wanted) < 1e-7
            if name.startswith("W"):
                assert difference(bare[f"d{name}"], wanted) > 1e-3
            else:
                np.testing.assert_array_equal(bare[f"d{name}"], gradients[f"d{name}"])


def test_functions_are_those_of_course_1():
    parameters, X, Y = random_case(4)
    for hidden in HIDDEN:
        cache = forward(parameters, X, hidden)
        for one, other in zip(cache, two_layers.forward(parameters, X, hidden), strict=True):
            np.testing.assert_array_equal(one, other)
        theirs = two_layers.backward(parameters, cache, X, Y, hidden)
        for name, value in backward(parameters, cache, X, Y, hidden).items():
            np.testing.assert_array_equal(value, theirs[name])


def test_worked_numbers_of_the_page():
    X, Y = np.array([[1.0, 2.0], [2.0, -1.0]]), np.array([[1, 0]])
    parameters = {"W1": np.eye(2), "b1": np.zeros((2, 1)),
                  "W2": np.array([[2.0, 1.0]]), "b2": np.array([[-4.0]])}
    cache = forward(parameters, X, "relu")
    assert cost(cache[2], Y) == pytest.approx(np.log(2))
    assert penalty(parameters, 0.2, 2) == pytest.approx(0.35)
    assert np.log(2) + 0.35 == pytest.approx(1.0431, abs=5e-5)
    bare = backward(parameters, cache, X, Y, "relu")
    np.testing.assert_allclose(bare["dW2"], [[0.25, -0.5]])
    np.testing.assert_allclose(add_penalty(bare, parameters, 0.2, 2)["dW2"], [[0.45, -0.4]])
    assert 0.2 / 20 * (np.array([3, -4]) ** 2).sum() == pytest.approx(0.25)


def test_no_lambda_no_penalty_and_extreme_inputs_stay_finite():
    parameters, X, Y = random_case(1)
    assert penalty(parameters, 0.0, 7) == 0.0
    with np.errstate(all="raise", under="ignore"):
        cache = forward(parameters, 1000.0 * X, "relu")
        gradients = backward(parameters, cache, 1000.0 * X, Y, "relu")
    assert all(np.isfinite(value).all() for value in gradients.values())
    for name, value in add_penalty(gradients, parameters, 0.0, 7).items():
        np.testing.assert_array_equal(value, gradients[name])


def test_two_forms_of_one_step():
    rng = np.random.default_rng(0)
    W, dW = rng.standard_normal((2, 5, 4))
    one, other = (step(W, dW, 0.1, 0.7, 100) for step in (step_with_penalty, shrink_then_step))
    assert np.linalg.norm(one - other) <= 1e-15 * np.linalg.norm(one)
    wanted = [[0.99 * 2 - 0.1 * 0.25, 0.99 + 0.1 * 0.5]]
    step = shrink_then_step(np.array([[2.0, 1.0]]), np.array([[0.25, -0.5]]), 0.1, 0.2, 2)
    np.testing.assert_allclose(step, wanted, rtol=1e-15)


def test_weights_without_a_gradient_shrink_to_half_in_1000_steps():
    W, zero = np.ones((1, 1)), np.zeros((1, 1))
    assert shrink_then_step(W, zero, 0.1, 0.7, 100).item() == pytest.approx(0.9993, rel=1e-15)
    for _ in range(1000):
        W = step_with_penalty(W, zero, 0.1, 0.7, 100)
    assert W.item() == pytest.approx(0.4965, abs=5e-5)


@pytest.mark.reference
def test_step_agrees_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    rng = np.random.default_rng(1)
    W, dW, b, db = (rng.standard_normal(shape) for shape in ((4, 3), (4, 3), (4, 1), (4, 1)))
    tensors = [torch.tensor(value, requires_grad=True) for value in (W, b)]
    for tensor, gradient in zip(tensors, (dW, db), strict=True):
        tensor.grad = torch.tensor(gradient)
    torch.optim.SGD([{"params": tensors[:1], "weight_decay": 0.7 / 50},
                     {"params": tensors[1:], "weight_decay": 0.0}], lr=0.1).step()
    np.testing.assert_allclose(shrink_then_step(W, dW, 0.1, 0.7, 50),
                               tensors[0].detach().numpy(), rtol=1e-12)
    np.testing.assert_allclose(b - 0.1 * db, tensors[1].detach().numpy(), rtol=1e-12)


def test_two_norms_of_a_matrix():
    W = np.diag([3.0, 4.0])
    assert frobenius_squared(W) == 25.0
    assert spectral_squared(W) == pytest.approx(16.0, rel=1e-14)
    rng = np.random.default_rng(2)
    for shape in ((1, 1), (3, 5), (6, 2)):
        W = rng.standard_normal(shape)
        assert frobenius_squared(W) == pytest.approx(np.linalg.norm(W, "fro") ** 2, rel=1e-12)
        assert spectral_squared(W) == pytest.approx(np.linalg.norm(W, 2) ** 2, rel=1e-12)
        squares = np.linalg.eigvalsh(W @ W.T)
        assert frobenius_squared(W) == pytest.approx(squares.sum(), rel=1e-10)
        assert spectral_squared(W) == pytest.approx(squares.max(), rel=1e-10)
        assert spectral_squared(W) <= frobenius_squared(W) * (1 + 1e-12)
        assert frobenius_squared(W) == pytest.approx(np.trace(W @ W.T), rel=1e-12)
    rank_one = rng.standard_normal((4, 1)) @ rng.standard_normal((1, 3))
    assert spectral_squared(rank_one) == pytest.approx(frobenius_squared(rank_one), rel=1e-12)


def test_hand_values_of_one_weight():
    np.testing.assert_allclose(soft_threshold(C, 0.5), [2.5, 0, -1, 0], rtol=0, atol=1e-15)
    np.testing.assert_allclose(ridge_shrinkage(C, 0.5), [2, 0.4 / 1.5, -1, 0.1 / 1.5])
    assert not np.any(ridge_shrinkage(C, 50.0) == 0)
    np.testing.assert_array_equal(soft_threshold(C, 0.0), C)


def test_no_other_weight_is_better():
    grid = np.linspace(-4, 4, 80001)
    for rho in (0.2, 0.5, 1.0):
        for c in C:
            for found, extra in ((soft_threshold(c, rho), rho * np.abs(grid)),
                                 (ridge_shrinkage(c, rho), rho * grid**2 / 2)):
                best = grid[np.argmin((grid - c) ** 2 / 2 + extra)]
                assert found == pytest.approx(best, abs=1e-4)


def test_touching_points_of_the_figure_have_the_least_cost_in_their_region():
    corner = contours.lasso()
    touch = contours.on_circle(np.abs(corner).sum())
    assert corner[0] == 0.0 and touch.min() > 0.1
    grid = np.stack(np.meshgrid(*2 * (np.linspace(-1.5, 1.5, 601),)), axis=-1).reshape(-1, 2)
    move = grid - contours.CENTER
    costs = np.einsum("ki,ij,kj->k", move, contours.SHAPE, move) / 2
    for best, norm in ((corner, 1), (touch, 2)):
        inside = np.linalg.norm(grid, norm, axis=1) <= np.linalg.norm(best, norm) + 1e-9
        assert contours.height(best) == pytest.approx(costs[inside].min(), abs=0.01)
        assert contours.height(best) < costs[inside].min() + 1e-9


@pytest.mark.reference
def test_one_weight_agrees_with_scipy():
    minimize = pytest.importorskip("scipy.optimize", reason="SciPy is not installed").minimize_scalar
    for c in C:
        for found, extra in ((soft_threshold(c, 0.5), lambda w: 0.5 * abs(w)),
                             (ridge_shrinkage(c, 0.5), lambda w: 0.25 * w * w)):
            other = minimize(lambda w, extra=extra, c=c: (w - c) ** 2 / 2 + extra(w),
                             bounds=(-5, 5), method="bounded", options={"xatol": 1e-9}).x
            assert found == pytest.approx(other, abs=1e-5)


def test_subgradient_steps_hover_and_proximal_steps_reach_zero():
    w, path = 0.05, []
    for _ in range(2000):
        w -= 0.1 * (w - 0.4 + 0.5 * np.sign(w))
        path.append(w)
    np.testing.assert_allclose(path[:5], [0.035, 0.0215, 0.00935, -0.001585, 0.0885735], rtol=1e-9)
    assert 0 not in path and max(path[-100:]) > 0.01
    w = 0.05
    for _ in range(20):
        w = soft_threshold(w - 0.1 * (w - 0.4), 0.1 * 0.5)
    assert w == 0.0


def test_self_check_penalty():
    parameters = {"W1": np.array([[1.0, -2], [0, 3]]), "b1": np.ones((2, 1)),
                  "W2": np.array([[2.0, -1]]), "b2": np.ones((1, 1))}
    assert penalty(parameters, 0.5, 10) == pytest.approx(0.475)
    zero = {f"d{name}": np.zeros_like(value) for name, value in parameters.items()}
    gained = add_penalty(zero, parameters, 0.5, 10)
    np.testing.assert_allclose(gained["dW2"], [[0.1, -0.05]])
    assert not gained["db1"].any() and not gained["db2"].any()


def test_self_check_half_life_and_divergence():
    W, steps, zero = np.ones((1, 1)), 0, np.zeros((1, 1))
    while W.item() > 0.5:
        W, steps = step_with_penalty(W, zero, 0.01, 10, 1000), steps + 1
    assert steps == 6932
    assert np.log(0.5) / np.log(0.9999) == pytest.approx(6931.1, abs=0.05)
    assert step_with_penalty(np.ones((1, 1)), zero, 0.1, 25, 1).item() == pytest.approx(-1.5)
