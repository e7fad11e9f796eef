"""Section 2.9: forward, backward and update on one example."""

import numpy as np
import pytest

from c1.w2.s09_logistic_step_one_example import backward, forward, loss, sigmoid, update

X, Y, ALPHA = np.array([[1.0], [2.0]]), 1, 0.1


def central_difference(f, t, step=1e-5):
    return (f(t + step) - f(t - step)) / (2 * step)


def test_worked_numbers_of_the_page():
    w, b = np.zeros((2, 1)), 0.0
    z, a = forward(w, b, X)
    assert (z, a) == (0.0, 0.5)
    assert loss(z, Y) == pytest.approx(np.log(2), abs=1e-15)
    dz, dw, db = backward(X, a, Y)
    assert dz == -0.5 and db == -0.5
    np.testing.assert_array_equal(dw, [[-0.5], [-1.0]])
    w, b = update(w, b, dw, db, ALPHA)
    np.testing.assert_allclose(w, [[0.05], [0.1]], rtol=1e-15)
    assert b == pytest.approx(0.05)
    z, a = forward(w, b, X)
    assert (a, loss(z, Y)) == pytest.approx((0.574443, 0.554355), abs=5e-7)


def test_loss_from_the_score_is_the_formula_with_the_prediction():
    for z in np.linspace(-20, 20, 81):
        a = 1 / (1 + np.exp(-z))
        for y in (0, 1):
            formula = -(y * np.log(a) + (1 - y) * np.log(1 - a))
            assert loss(z, y) == pytest.approx(formula, rel=1e-6)


def test_gradients_agree_with_central_differences_of_the_loss():
    rng = np.random.default_rng(0)
    for _ in range(100):
        w, x = rng.standard_normal((3, 1)), rng.standard_normal((3, 1))
        b, y = rng.standard_normal(), int(rng.integers(2))
        _, a = forward(w, b, x)
        _, dw, db = backward(x, a, y)
        for j in range(3):
            shift = np.zeros((3, 1))
            shift[j] = 1.0
            numeric = central_difference(lambda t: loss(forward(w + t * shift, b, x)[0], y), 0.0)
            assert dw[j, 0] == pytest.approx(numeric, rel=1e-7, abs=1e-9)
        numeric = central_difference(lambda t: loss(forward(w, t, x)[0], y), b)
        assert db == pytest.approx(numeric, rel=1e-7, abs=1e-9)


def test_factors_of_the_worked_example():
    da = central_difference(lambda a: -Y * np.log(a) - (1 - Y) * np.log(1 - a), 0.5)
    slope = central_difference(sigmoid, 0.0)
    assert (da, slope) == pytest.approx((-2, 0.25), rel=1e-8)
    assert da * slope == pytest.approx(backward(X, 0.5, Y)[0], rel=1e-8)


def test_slope_of_the_sigmoid_follows_from_its_output():
    for z in (-3.0, 0.0, 0.3, 5.0):
        a = sigmoid(z)
        assert a * (1 - a) == pytest.approx(central_difference(sigmoid, z), rel=1e-8)


def test_dz_is_da_times_the_slope_of_the_sigmoid():
    for a in (0.01, 0.3, 0.5, 0.99):
        for y in (0, 1):
            da = -y / a + (1 - y) / (1 - a)
            assert backward(X, a, y)[0] == pytest.approx(da * a * (1 - a), rel=1e-13)


def test_confident_mistake_is_pushed_a_hundred_times_harder_than_by_squared_error():
    a, y = 0.01, 1
    dz = backward(X, a, y)[0]
    z = np.log(a / (1 - a))
    squared = central_difference(lambda z: 0.5 * (1 / (1 + np.exp(-z)) - y) ** 2, z)
    assert dz == pytest.approx(-0.99)
    assert squared == pytest.approx(-0.0098, abs=5e-5)
    assert dz / squared == pytest.approx(101, abs=1)


def test_prediction_in_place_of_the_learning_rate_goes_elsewhere():
    w = np.zeros((2, 1))
    _, a = forward(w, 0.0, X)
    _, dw, db = backward(X, a, Y)
    np.testing.assert_allclose(update(w, 0.0, dw, db, a)[0], [[0.25], [0.5]], rtol=1e-15)


def test_self_check_answers():
    _, dw, _ = backward(X, 0.8, 0)
    assert dw[1, 0] == pytest.approx(1.6)
    assert backward(np.array([[0.0], [2.0]]), 0.8, 0)[1][0, 0] == 0


def test_zero_learning_rate_changes_nothing():
    w = np.array([[1.0], [-2.0]])
    new_w, new_b = update(w, 0.5, np.ones((2, 1)), 1.0, 0.0)
    np.testing.assert_array_equal(new_w, w)
    assert new_b == 0.5


@pytest.mark.parametrize("z", [-1000.0, 1000.0])
def test_extreme_scores_stay_finite(z):
    with np.errstate(all="raise", under="ignore"):
        for y in (0, 1):
            score, a = forward(np.array([[z]]), 0.0, np.ones((1, 1)))
            assert score == z and 0.0 <= a <= 1.0
            assert loss(z, y) == (0.0 if (z > 0) == bool(y) else 1000.0)
        assert sigmoid(z) == float(z > 0)


def test_wrong_shapes_are_refused():
    with pytest.raises(ValueError):
        forward(np.zeros((3, 1)), 0.0, X)


@pytest.mark.reference
def test_gradients_agree_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    rng = np.random.default_rng(1)
    w, x, b = rng.standard_normal((4, 1)), rng.standard_normal((4, 1)), 0.3
    tw = torch.tensor(w, requires_grad=True)
    tb = torch.tensor(b, dtype=torch.float64, requires_grad=True)
    z = (tw.T @ torch.tensor(x)).squeeze() + tb
    label = torch.ones((), dtype=torch.float64)
    torch.nn.functional.binary_cross_entropy_with_logits(z, label).backward()
    _, a = forward(w, b, x)
    _, dw, db = backward(x, a, 1)
    np.testing.assert_allclose(dw, tw.grad.numpy(), rtol=1e-12)
    assert db == pytest.approx(tb.grad.item(), rel=1e-12)
