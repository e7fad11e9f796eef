"""Section 2.14: cost and gradient without loops, and the trainer built on them."""

import numpy as np
import pytest

from c1.w2.s10_logistic_gradient_loops import cost_and_gradient as with_two_loops
from c1.w2.s12_logistic_gradient_one_loop import cost_and_gradient as with_one_loop
from c1.w2.s13_logistic_forward import forward as forward_of_2_13
from c1.w2.s14_logistic_gradient_vectorized import cost_and_gradient, forward, update
from c1.w2.s14_train_logistic_regression import cost_and_gradient as gradient_of_trainer
from c1.w2.s14_train_logistic_regression import forward as forward_of_trainer
from c1.w2.s14_train_logistic_regression import make_examples, predict, train
from c1.w2.s14_train_logistic_regression import update as update_of_trainer

X2, Y2 = np.array([[1.0, 2.0], [2.0, -1.0]]), np.array([[1, 0]])


def random_case(seed, n_x=5, m=40):
    rng = np.random.default_rng(seed)
    w, b = rng.standard_normal((n_x, 1)), rng.standard_normal()
    return w, b, rng.standard_normal((n_x, m)), rng.integers(2, size=(1, m))


def newton(X, Y):
    """Solve gradient = 0 by Newton's method; return w and b."""
    T, theta = np.vstack([X, np.ones((1, X.shape[1]))]), np.zeros((X.shape[0] + 1, 1))
    for _ in range(50):
        A = 1 / (1 + np.exp(-theta.T @ T))
        slope = T @ (A - Y).T
        if np.abs(slope).max() < 1e-12:
            return theta[:-1], theta[-1, 0]
        theta = theta - np.linalg.solve(T * (A * (1 - A)) @ T.T, slope)
    raise AssertionError("Newton's method did not converge")


def test_worked_numbers_of_the_page():
    w, b = np.zeros((2, 1)), 0.0
    np.testing.assert_array_equal(forward(w, b, X2)[1] - Y2, [[-0.5, 0.5]])
    J, dw, db = cost_and_gradient(w, b, X2, Y2)
    assert J == pytest.approx(np.log(2), rel=1e-15)
    np.testing.assert_array_equal(dw, [[0.25], [-0.75]])
    assert db == 0
    w, b = update(w, b, dw, db, 0.1)
    np.testing.assert_allclose(w, [[-0.025], [0.075]], rtol=1e-15)
    assert b == 0
    Z, A = forward(w, b, X2)
    np.testing.assert_allclose(Z, [[0.125, -0.125]], rtol=1e-15)
    np.testing.assert_allclose(A, [[0.531, 0.469]], rtol=0, atol=5e-4)
    assert cost_and_gradient(w, b, X2, Y2)[0] == pytest.approx(np.log1p(np.exp(-0.125)), rel=1e-14)
    assert cost_and_gradient(w, b, X2, Y2)[0] == pytest.approx(0.6326, abs=5e-5)


@pytest.mark.parametrize("ours", [forward, forward_of_trainer])
def test_forward_is_that_of_2_13(ours):
    w, b, X, _ = random_case(6)
    for one, other in zip(ours(w, b, X), forward_of_2_13(w, b, X), strict=True):
        np.testing.assert_array_equal(one, other)


def test_a_point_on_the_boundary_is_class_1_as_in_2_2():
    X = np.array([[-1e-9, 0.0, 1e-9]])
    np.testing.assert_array_equal(predict(np.ones((1, 1)), 0.0, X), [[0, 1, 1]])
    w, b, X, _ = random_case(7)
    np.testing.assert_array_equal(predict(w, b, X), w.T @ X + b >= 0)


@pytest.mark.parametrize("step", [update, update_of_trainer])
def test_update_moves_both_parameters_against_the_derivatives(step):
    w, b = step(np.array([[1.0], [2.0]]), 3.0, np.array([[10.0], [-10.0]]), -20.0, 0.1)
    np.testing.assert_allclose(w, [[0.0], [3.0]], rtol=0, atol=1e-15)
    assert b == 5.0
    with pytest.raises(AssertionError):
        step(np.ones((2, 1)), 0.0, np.ones((2, 3)), 0.0, 0.1)


@pytest.mark.parametrize("other", [with_two_loops, with_one_loop, gradient_of_trainer])
@pytest.mark.parametrize("m", [1, 2, 40])
def test_agrees_with_the_versions_with_loops(other, m):
    case = random_case(m, m=m)
    for ours, theirs in zip(cost_and_gradient(*case), other(*case), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-12)


def test_gradient_agrees_with_central_differences():
    step = 1e-5
    for seed in range(20):
        w, b, X, Y = random_case(seed)
        _, dw, db = cost_and_gradient(w, b, X, Y)
        for j in range(len(w)):
            e = np.zeros_like(w)
            e[j] = step
            rise = cost_and_gradient(w + e, b, X, Y)[0] - cost_and_gradient(w - e, b, X, Y)[0]
            assert dw[j, 0] == pytest.approx(rise / (2 * step), rel=1e-7, abs=1e-9)
        rise = cost_and_gradient(w, b + step, X, Y)[0] - cost_and_gradient(w, b - step, X, Y)[0]
        assert db == pytest.approx(rise / (2 * step), rel=1e-7, abs=1e-9)


def test_self_check_three_examples():
    X, dZ = np.array([[1.0, 0.0, 2.0], [0.0, 1.0, 1.0]]), np.array([[-0.3, 0.6, 0.3]])
    A = np.array([[0.7, 0.6, 0.3]])
    Y = np.array([[1, 0, 0]])
    np.testing.assert_allclose(A - Y, dZ)
    w = np.zeros((2, 1))
    b_row = np.log(A / (1 - A))  # scores that give these predictions
    _, dw, db = cost_and_gradient(w, b_row, X, Y)
    np.testing.assert_allclose(dw, [[0.1], [0.3]], rtol=1e-14)
    assert db == pytest.approx(0.2)


def test_self_check_divided_by_m_twice():
    w, b = np.zeros((2, 1)), 0.0
    _, dw, db = cost_and_gradient(w, b, X2, Y2)
    w, b = update(w, b, dw / 2, db / 2, 0.1)
    assert cost_and_gradient(w, b, X2, Y2)[0] == pytest.approx(0.6624, abs=5e-5)


def test_every_example_twice_changes_nothing():
    w, b, X, Y = random_case(3)
    once = cost_and_gradient(w, b, X, Y)
    twice = cost_and_gradient(w, b, np.hstack([X, X]), np.hstack([Y, Y]))
    for first, second in zip(once, twice, strict=True):
        np.testing.assert_allclose(first, second, rtol=1e-12)


def test_shapes_of_the_self_check():
    X, dZ = np.zeros((12288, 209)), np.zeros((1, 209))
    assert (X @ dZ.T).shape == (12288, 1)
    with pytest.raises(ValueError):
        X @ dZ
    assert (np.zeros((12288, 1)) @ np.zeros((1, 1))).shape == (12288, 1)  # m = 1 lets the slip pass


def test_labels_in_a_column_are_caught_by_the_assertion():
    w, b, X, Y = random_case(4)
    _, dw, db = cost_and_gradient(w, b, X, Y.T)
    assert dw.shape == (5, 40)
    with pytest.raises(AssertionError, match=r"dw \(5, 40\), w \(5, 1\)"):
        update(w, b, dw, db, 0.1)


def test_wrong_number_of_features_is_refused():
    with pytest.raises(ValueError):
        cost_and_gradient(np.zeros((3, 1)), 0.0, X2, Y2)


@pytest.mark.parametrize("z", [-1000.0, 1000.0])
def test_extreme_scores_stay_finite(z):
    with np.errstate(all="raise", under="ignore"):
        J, dw, db = cost_and_gradient(np.array([[z]]), 0.0, np.ones((1, 2)), np.array([[0, 1]]))
    assert J == 500.0
    assert dw[0, 0] == db == (0.5 if z > 0 else -0.5)


def test_trained_parameters_agree_with_newtons_method():
    X, Y = make_examples(m=200, seed=0)
    w, b, costs = train(X, Y, alpha=0.5, steps=1001)
    w_newton, b_newton = newton(X, Y)
    np.testing.assert_allclose(w, w_newton, rtol=0, atol=1e-6)
    assert b == pytest.approx(b_newton, abs=1e-6)
    assert np.all(np.diff(costs[:300]) < 0)
    assert np.all(np.diff(costs) < 1e-15)  # later steps move less than one rounding
    right = np.mean(predict(w, b, X) == Y)
    assert right == pytest.approx(0.845) and right >= max(Y.mean(), 1 - Y.mean())


def test_on_separable_data_the_cost_falls_as_the_parameters_grow():
    w, b, costs = train(X2, Y2, alpha=0.1, steps=200)
    np.testing.assert_array_equal(predict(w, b, X2), Y2)
    for i in (0, 1):  # doubling the parameters lowers the loss of every example
        one = X2[:, [i]], Y2[:, [i]]
        losses = [cost_and_gradient(k * w, k * b, *one)[0] for k in (1, 2, 4, 8)]
        assert np.all(np.diff(losses) < 0)
    w_later, _, costs_later = train(X2, Y2, alpha=0.1, steps=2000)
    assert np.linalg.norm(w_later) > 1.5 * np.linalg.norm(w)
    assert costs_later[-1] < costs[-1] / 5


def test_no_step_changes_nothing():
    w, b, costs = train(X2, Y2, alpha=0.1, steps=0)
    assert not w.any() and b == 0 and costs == []
    assert train(X2, Y2, alpha=0.0, steps=3)[2] == pytest.approx([np.log(2)] * 3, rel=1e-15)


@pytest.mark.reference
def test_gradient_agrees_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    w, b, X, Y = random_case(5)
    tw, tb = torch.tensor(w, requires_grad=True), torch.tensor(b, dtype=torch.float64, requires_grad=True)
    scores = tw.T @ torch.tensor(X) + tb
    labels = torch.tensor(Y, dtype=scores.dtype)
    loss = torch.nn.functional.binary_cross_entropy_with_logits(scores, labels)
    loss.backward()
    J, dw, db = cost_and_gradient(w, b, X, Y)
    assert J == pytest.approx(loss.item(), rel=1e-12)
    np.testing.assert_allclose(dw, tw.grad.numpy(), rtol=1e-10)
    assert db == pytest.approx(tb.grad.item(), rel=1e-10)
