"""Section 2.4: gradient descent with one and with two parameters."""

import numpy as np
import pytest

from c1.w2 import s04_gradient_descent_1d as line
from c1.w2 import s04_gradient_descent_bowl as bowl

X = np.array([[-2.0, -1.0, 0.0, 1.0, 2.0, 3.0]])
Y = np.array([[0.0, 0.0, 1.0, 0.0, 1.0, 1.0]])
STARTS = ((0.0, 0.0), (4.0, 2.0), (-2.0, -3.0))


def central_difference(f, t, step=1e-5):
    return (f(t + step) - f(t - step)) / (2 * step)


def test_first_steps_of_the_page_from_both_sides():
    assert line.train(0.0, 0.1, 4) == pytest.approx([0, 0.6, 1.08, 1.464, 1.7712])
    assert line.train(5.0, 0.1, 1) == pytest.approx([5, 4.6])
    assert line.slope(0.0) == -6
    assert line.slope(5.0) == 4


def test_steps_shrink_with_the_slope():
    steps = np.diff(line.train(0.0, 0.1, 4))
    np.testing.assert_allclose(steps, [0.6, 0.48, 0.384, 0.3072], rtol=1e-12)


@pytest.mark.parametrize("alpha", [0.0, 0.1, 0.5, 0.9, 1.0, 1.1])
@pytest.mark.parametrize("start", [0.0, 5.0])
def test_path_is_the_closed_form(alpha, start):
    k = np.arange(51)
    np.testing.assert_allclose(line.train(start, alpha, 50), 3 + (1 - 2 * alpha) ** k * (start - 3), rtol=1e-11, atol=1e-12)


def test_slope_is_the_derivative_of_the_cost():
    for w in (-7.0, 0.0, 3.0, 5.5):
        assert line.slope(w) == pytest.approx(central_difference(line.cost, w), rel=1e-7, abs=1e-9)


@pytest.mark.parametrize(("alpha", "distance"), [(0.02, 2.4461), (0.3, 0.0307), (0.9, 0.9830), (1.1, 7.4650)])
def test_distance_from_the_minimum_after_five_steps(alpha, distance):
    assert abs(line.train(0.0, alpha, 5)[-1] - 3) == pytest.approx(distance, abs=5e-5)


def test_alpha_1_jumps_to_and_fro_and_more_diverges():
    assert line.train(0.0, 1.0, 4) == [0, 6, 0, 6, 0]
    path = np.abs(np.array(line.train(0.0, 1.1, 20)) - 3)
    np.testing.assert_allclose(path[1:] / path[:-1], 1.2, rtol=1e-9)


def test_self_check_one_step_and_steps_to_a_hundredth():
    assert line.update(5.0, line.slope(5.0), 0.25) == 4.0
    assert line.train(5.0, 0.5, 1)[-1] == 3.0
    path = np.abs(np.array(line.train(0.0, 0.1, 40)) - 3)
    assert np.argmax(path < 0.01) == 26


def test_partial_derivatives_of_the_bowl():
    rng = np.random.default_rng(0)
    for w, b in rng.uniform(-3, 3, (50, 2)):
        dw, db = bowl.gradient(w, b, X, Y)
        assert dw == pytest.approx(central_difference(lambda t: bowl.cost(t, b, X, Y), w), rel=1e-7, abs=1e-9)
        assert db == pytest.approx(central_difference(lambda t: bowl.cost(w, t, X, Y), b), rel=1e-7, abs=1e-9)


def test_three_starts_end_at_the_same_point_where_the_bowl_is_flat():
    ends = np.array([bowl.train(*start, X, Y, alpha=1.0, steps=200)[-1] for start in STARTS])
    np.testing.assert_allclose(ends, np.tile(ends[0], (3, 1)), rtol=0, atol=1e-6)
    np.testing.assert_allclose(ends[0], [1.214028, -0.607014], rtol=0, atol=5e-7)
    for w, b in ends:
        assert np.abs(bowl.gradient(w, b, X, Y)).max() < 1e-8
        assert bowl.cost(w, b, X, Y) == pytest.approx(0.412998, abs=5e-7)


def test_data_are_not_separable_and_the_end_beats_its_surroundings():
    assert bowl.cost(50.0, -25.0, X, Y) > 1
    rng = np.random.default_rng(1)
    w, b = bowl.train(0.0, 0.0, X, Y, alpha=1.0, steps=200)[-1]
    best = bowl.cost(w, b, X, Y)
    assert all(bowl.cost(w + dw, b + db, X, Y) > best for dw, db in rng.uniform(-2, 2, (200, 2)))


@pytest.mark.parametrize("start", STARTS)
def test_the_cost_never_rises(start):
    J = [bowl.cost(w, b, X, Y) for w, b in bowl.train(*start, X, Y, alpha=1.0, steps=200)]
    assert np.all(np.diff(J) <= 1e-15)


def test_both_parameters_move_from_the_old_point():
    w, b = 4.0, 2.0
    dw, db = bowl.gradient(w, b, X, Y)
    assert bowl.train(w, b, X, Y, alpha=1.0, steps=1)[1] == (w - dw, b - db)
    assert bowl.gradient(w - dw, b, X, Y)[1] != db  # what updating w first would have used


def test_one_example_and_extreme_parameters_stay_finite():
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        one, label = np.array([[2.0]]), np.array([[0.0]])
        assert bowl.gradient(0.0, 0.0, one, label) == (1.0, 0.5)
        assert bowl.cost(1000.0, 0.0, one, label) == 2000.0
        assert bowl.gradient(-1000.0, 0.0, one, label) == (0.0, 0.0)


@pytest.mark.reference
def test_minimum_agrees_with_scipy():
    optimize = pytest.importorskip("scipy.optimize", reason="SciPy is not installed")
    found = optimize.minimize(lambda p: bowl.cost(*p, X, Y), [0.0, 0.0], jac=lambda p: np.array(bowl.gradient(*p, X, Y)), tol=1e-12)
    np.testing.assert_allclose(found.x, bowl.train(0.0, 0.0, X, Y, alpha=1.0, steps=200)[-1], rtol=0, atol=1e-6)
