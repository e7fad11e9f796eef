"""Section 2.10: cost and gradient of m examples with loops, and a hundred steps."""

import numpy as np
import pytest

from c1.w2 import s10_logistic_descent_loops as descent
from c1.w2.s10_logistic_gradient_loops import cost_and_gradient, score, sigmoid
from c1.w2.s14_train_logistic_regression import train as train_without_loops

X = np.array([[1.0, 2.0], [2.0, -1.0]])
Y = np.array([[1, 0]])
W, B = np.zeros((2, 1)), 0.0


def random_problem(n_x, m, seed):
    rng = np.random.default_rng(seed)
    w, b = rng.standard_normal((n_x, 1)), rng.standard_normal()
    return w, b, rng.standard_normal((n_x, m)), rng.integers(2, size=(1, m))


def plain_cost(w, b, X, Y):
    """The average loss by its definition, for moderate scores."""
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


def test_two_examples_by_hand():
    J, dw, db = cost_and_gradient(W, B, X, Y)
    assert J == pytest.approx(np.log(2), abs=1e-15)
    np.testing.assert_array_equal(dw, [[0.25], [-0.75]])
    assert db == 0.0


def test_each_example_alone_gives_the_two_rows_that_are_averaged():
    _, dw1, db1 = cost_and_gradient(W, B, X[:, :1], Y[:, :1])
    _, dw2, db2 = cost_and_gradient(W, B, X[:, 1:], Y[:, 1:])
    np.testing.assert_array_equal(dw1, [[-0.5], [-1.0]])
    np.testing.assert_array_equal(dw2, [[1.0], [-0.5]])
    assert (db1, db2) == (-0.5, 0.5)
    np.testing.assert_array_equal((dw1 + dw2) / 2, cost_and_gradient(W, B, X, Y)[1])


def test_one_step_from_the_two_examples():
    J, dw, db = cost_and_gradient(W, B, X, Y)
    w, b = descent.update(W, B, dw, db, alpha=0.1)
    np.testing.assert_allclose(w, [[-0.025], [0.075]], rtol=1e-15)
    assert b == 0.0
    assert score(w, b, X[:, 0]) == pytest.approx(0.125)
    assert score(w, b, X[:, 1]) == pytest.approx(-0.125)
    assert cost_and_gradient(w, b, X, Y)[0] == pytest.approx(0.6326, abs=5e-5)


def test_dividing_inside_the_loop_gives_the_wrong_numbers_of_the_warning():
    dw = np.zeros(2)
    for i, dz in enumerate((-0.5, 0.5)):
        dw += X[:, i] * dz
        dw /= 2
    np.testing.assert_array_equal(dw, [0.375, -0.5])


def test_accumulators_that_are_not_reset_give_the_wrong_number_of_the_warning():
    sums = X @ [-0.5, 0.5]
    _, dw, _ = cost_and_gradient(W, B, X, Y)
    np.testing.assert_array_equal((dw.ravel() + sums) / 2, [0.375, -1.125])


def test_self_check_both_labels_one():
    J, dw, db = cost_and_gradient(W, B, X, np.array([[1, 1]]))
    np.testing.assert_array_equal(dw, [[-0.75], [-0.25]])
    assert db == -0.5
    assert J == pytest.approx(np.log(2))


def test_runs_of_the_inner_line_for_a_thousand_pictures():
    assert 1000 * 64 * 64 * 3 == 12_288_000


def test_gradients_agree_with_central_differences_of_the_cost():
    w, b, X, Y = random_problem(3, 7, seed=0)
    _, dw, db = cost_and_gradient(w, b, X, Y)
    step = 1e-5
    for j in range(3):
        e = step * np.eye(3)[:, [j]]
        numeric = (plain_cost(w + e, b, X, Y) - plain_cost(w - e, b, X, Y)) / (2 * step)
        assert dw[j, 0] == pytest.approx(numeric, rel=1e-7)
    numeric = (plain_cost(w, b + step, X, Y) - plain_cost(w, b - step, X, Y)) / (2 * step)
    assert db == pytest.approx(numeric, rel=1e-7)


def test_cost_is_the_average_of_the_losses():
    w, b, X, Y = random_problem(4, 9, seed=1)
    assert cost_and_gradient(w, b, X, Y)[0] == pytest.approx(plain_cost(w, b, X, Y), rel=1e-14)


def test_every_example_twice_changes_nothing():
    w, b, X, Y = random_problem(3, 5, seed=2)
    once = cost_and_gradient(w, b, X, Y)
    twice = cost_and_gradient(w, b, np.hstack([X, X]), np.hstack([Y, Y]))
    for one, two in zip(once, twice, strict=True):
        np.testing.assert_allclose(two, one, rtol=1e-14)


def test_order_of_the_examples_does_not_matter():
    w, b, X, Y = random_problem(3, 6, seed=3)
    mixed = np.random.default_rng(4).permutation(6)
    shuffled = cost_and_gradient(w, b, X[:, mixed], Y[:, mixed])
    for one, two in zip(cost_and_gradient(w, b, X, Y), shuffled, strict=True):
        np.testing.assert_allclose(two, one, rtol=1e-13)


@pytest.mark.parametrize("z", [-1000.0, 1000.0])
def test_extreme_scores_stay_finite(z):
    with np.errstate(all="raise", under="ignore"):
        for y in (0, 1):
            J, dw, db = cost_and_gradient(np.array([[z]]), 0.0, np.ones((1, 1)), np.array([[y]]))
            assert J == (0.0 if (z > 0) == bool(y) else 1000.0)
            assert dw[0, 0] == db == float(z > 0) - y
        assert sigmoid(z) == float(z > 0)


@pytest.mark.parametrize("n_x", [1, 3])
def test_wrong_number_of_weights_is_refused(n_x):
    with pytest.raises(ValueError):
        cost_and_gradient(np.zeros((n_x, 1)), 0.0, X, Y)


def test_missing_labels_are_refused():
    with pytest.raises(IndexError):
        cost_and_gradient(W, B, X, Y[:, :1])


def test_both_snippets_compute_the_same():
    w, b, X, Y = random_problem(3, 8, seed=5)
    other = descent.cost_and_gradient(w, b, X, Y)
    for one, two in zip(cost_and_gradient(w, b, X, Y), other, strict=True):
        np.testing.assert_array_equal(one, two)


def test_cost_falls_at_every_step():
    X, Y = descent.make_examples(m=20, seed=1)
    w, b, costs = descent.train(X, Y, alpha=0.1, steps=100)
    assert len(costs) == 100 and costs[0] == pytest.approx(np.log(2), abs=1e-15)
    assert np.all(np.diff(costs + [plain_cost(w, b, X, Y)]) < 0)


def test_no_learning_rate_no_change():
    X, Y = descent.make_examples(m=20, seed=1)
    w, b, costs = descent.train(X, Y, alpha=0.0, steps=5)
    assert not w.any() and b == 0.0 and set(costs) == {costs[0]}


def test_hundred_steps_agree_with_descent_on_whole_matrices():
    X, Y = descent.make_examples(m=20, seed=1)
    w, b, _ = descent.train(X, Y, alpha=0.1, steps=100)
    v, c = np.zeros((2, 1)), 0.0
    for _ in range(100):
        dZ = 1 / (1 + np.exp(-(v.T @ X + c))) - Y
        v, c = v - 0.1 * X @ dZ.T / 20, c - 0.1 * dZ.mean()
    np.testing.assert_allclose(w, v, rtol=1e-12)
    assert b == pytest.approx(c, rel=1e-12)


def test_hundred_steps_agree_with_the_trainer_of_2_14():
    X, Y = descent.make_examples(m=20, seed=1)
    ours = descent.train(X, Y, alpha=0.1, steps=100)
    for one, two in zip(ours, train_without_loops(X, Y, 0.1, 100), strict=True):
        np.testing.assert_allclose(one, two, rtol=1e-12)


def test_score_leaves_a_bias_in_an_array_as_it_was():
    b = np.array([[0.5]])
    assert score(np.array([[2.0]]), b, np.array([3.0])).item() == 6.5
    assert b.item() == 0.5


def test_examples_have_the_shapes_of_the_course():
    X, Y = descent.make_examples(m=20, seed=1)
    assert X.shape == (2, 20) and Y.shape == (1, 20) and set(Y.ravel()) == {0, 1}


@pytest.mark.reference
def test_gradients_agree_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    w, b, X, Y = random_problem(4, 6, seed=6)
    tw = torch.tensor(w, requires_grad=True)
    tb = torch.tensor(b, dtype=torch.float64, requires_grad=True)
    Z, T = tw.T @ torch.tensor(X) + tb, torch.tensor(Y, dtype=torch.float64)
    J = torch.nn.functional.binary_cross_entropy_with_logits(Z, T)
    J.backward()
    ours = cost_and_gradient(w, b, X, Y)
    assert ours[0] == pytest.approx(J.item(), rel=1e-12)
    np.testing.assert_allclose(ours[1], tw.grad.numpy(), rtol=1e-12)
    assert ours[2] == pytest.approx(tb.grad.item(), rel=1e-12)
