"""Section 2.10: saddles, random curvature, plateaus."""

import math

import numpy as np
import pytest

from c1.w3.s09_train_two_layer_network import cost, forward, make_quadrants
from c1.w3.s09_two_layer_gradients import backward as relu_backward
from c1.w3.s09_two_layer_gradients import forward as relu_forward
from c2.w2.s06_momentum_update import momentum
from c2.w2.s07_rmsprop_update import rmsprop
from c2.w2.s08_adam_update import adam as adam_of_section_8
from c2.w2.s10_escape_from_a_saddle import HESSIAN, closed_form, descend, escape_step
from c2.w2.s10_plateau_escape import adam, walk
from c2.w2.s10_random_hessians import random_symmetric, share_of_coins, share_of_minima

START = (1.0, 1e-6)


def constant(size):
    return lambda w: np.full(1, -size)


def test_hessian_agrees_with_second_differences():
    def f(p):
        return p[0] ** 2 - p[1] ** 2

    h, axes = 1e-3, np.eye(2)
    found = [[(f(h * a + h * b) - f(h * a - h * b) - f(h * b - h * a) + f(-h * a - h * b))
              / (4 * h * h) for a in axes] for b in axes]
    np.testing.assert_allclose(found, HESSIAN, rtol=0, atol=1e-9)
    assert sorted(np.linalg.eigvalsh(HESSIAN)) == [-2.0, 2.0]


@pytest.mark.parametrize("start", [START, (1.0, 0.0), (-2.0, 0.3)])
@pytest.mark.parametrize("alpha", [0.01, 0.1, 0.4])
def test_path_agrees_with_the_closed_form(start, alpha):
    np.testing.assert_allclose(descend(start, alpha, 100), closed_form(start, alpha, 100),
                               rtol=1e-12, atol=0)


def test_76_steps_to_escape():
    path = descend(START, 0.1, 100)
    assert escape_step(path) == 76 == math.ceil(math.log(1e6) / math.log(1.2))
    assert abs(path[75, 1]) < 1 < abs(path[76, 1])
    assert path.shape == (101, 2)


def test_escape_is_counted_on_both_sides():
    assert escape_step(descend((1.0, -1e-6), 0.1, 100)) == 76
    assert escape_step(np.array([[0.0, 1.0], [0.0, -1.0], [5.0, 0.5]])) is None


def test_from_exactly_0_the_saddle_is_the_end():
    path = descend((1.0, 0.0), 0.1, 1000)
    assert escape_step(path) is None and not path[:, 1].any()
    assert abs(path[-1, 0]) < 1e-90


def test_a_hundredfold_smaller_start_adds_a_fixed_number_of_steps():
    steps = [escape_step(descend((1.0, y0), 0.1, 400)) for y0 in (1e-2, 1e-4, 1e-6, 1e-8)]
    assert steps == [26, 51, 76, 102]  # ln 100 / ln 1.2 = 25.3 each


def test_a_little_noise_frees_every_run():
    rng, escapes = np.random.default_rng(0), []
    for _ in range(20):
        place, step = np.array([1.0, 0.0]), 0
        while abs(place[1]) <= 1:
            place = place - 0.1 * (HESSIAN @ place + 1e-6 * rng.standard_normal(2))
            step += 1
        escapes.append(step)
    assert max(escapes) < 120 and min(escapes) > 60


def test_averaged_momentum_is_no_faster_away_from_a_saddle():
    parameters, v, step = {"y": np.array([1e-6])}, {"dy": np.zeros(1)}, 0
    while abs(parameters["y"].item()) <= 1:
        parameters, v = momentum(parameters, {"dy": -2 * parameters["y"]}, v, alpha=0.1)
        step += 1
    assert step > 76


def test_coins_by_logarithm():
    power = -20_000 * math.log10(2)
    assert power == pytest.approx(-6020.6, abs=0.01)
    assert math.floor(power) == -6021 and 10 ** (power + 6021) == pytest.approx(2.5, abs=0.03)
    assert 0.5**20 == pytest.approx(9.5e-7, rel=0.01)


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_shares_of_the_page(n):
    known = {1: 0.5, 2: (2 - math.sqrt(2)) / 4, 3: (math.pi - 2 * math.sqrt(2)) / (4 * math.pi),
             4: 0.00246}  # the last from 5 million samples
    assert known[2] == pytest.approx(0.1464, abs=5e-5)
    assert known[3] == pytest.approx(0.0249, abs=5e-5)
    rng = np.random.default_rng(5)
    found = share_of_minima(random_symmetric(n, 200_000, rng))
    assert found == pytest.approx(known[n], abs=0.003 if n < 4 else 0.0005)
    assert n == 1 or found < 0.6 * 0.5**n
    assert share_of_coins(n, 200_000, rng) == pytest.approx(0.5**n, abs=0.005)


def test_random_matrices_are_symmetric_with_halved_variance_off_the_diagonal():
    H = random_symmetric(3, 100_000, np.random.default_rng(1))
    np.testing.assert_array_equal(H, H.transpose(0, 2, 1))
    assert H[:, 0, 0].var() == pytest.approx(1.0, rel=0.03)
    assert H[:, 0, 1].var() == pytest.approx(0.5, rel=0.03)


def test_share_of_minima_agrees_with_leading_minors():
    H = random_symmetric(3, 2000, np.random.default_rng(2))
    minors = np.stack([np.linalg.det(H[:, :k, :k]) for k in (1, 2, 3)])
    assert share_of_minima(H) == np.mean((minors > 0).all(axis=0))
    assert share_of_minima(np.array([np.eye(2), -np.eye(2), HESSIAN])) == pytest.approx(1 / 3)


def test_plateau_numbers_of_the_page():
    descent, fast = (walk(constant(1e-6), 1000, 0.01, name) for name in ("descent", "adam"))
    assert descent[1] == pytest.approx(1e-8, rel=1e-12)
    assert descent[-1] == pytest.approx(1e-5, rel=1e-9)
    assert fast[1] == pytest.approx(0.01, rel=0.02)
    assert fast[-1] == pytest.approx(10, rel=0.02)
    assert fast[-1] == pytest.approx(10 / 1.01, rel=1e-9)
    assert descent.shape == fast.shape == (1001,)


def test_rmsprop_goes_farther_than_adam_on_a_plateau():
    parameters, s, places = {"w": np.zeros(1)}, {"dw": np.zeros(1)}, [0.0]
    for _ in range(1000):
        parameters, s = rmsprop(parameters, {"dw": np.full(1, -1e-6)}, s, alpha=0.01)
        places.append(parameters["w"].item())
    steps = np.diff(places)
    assert (np.diff(steps) < 0).all() and steps[-1] > 0.01
    assert steps[-1] == pytest.approx(0.01, rel=0.3)


@pytest.mark.parametrize("method", ["descent", "adam"])
def test_slope_is_taken_at_the_place_reached(method):
    places = walk(lambda w: w - 1.0, 3000, 0.01, method)
    assert places[-1] == pytest.approx(1.0, abs=1e-3)


@pytest.mark.parametrize(("size", "factor"), [(1e-8, 1 / 2), (1e-10, 1 / 101), (1e-2, 1.0)])
def test_adam_slows_down_when_the_gradient_is_near_eps(size, factor):
    assert walk(constant(size), 1000, 0.01, "adam")[-1] == pytest.approx(10 * factor, rel=1e-5)


def test_averaged_momentum_moves_like_descent_on_a_plateau():
    parameters, v = {"w": np.zeros(1)}, {"dw": np.zeros(1)}
    for _ in range(1000):
        parameters, v = momentum(parameters, {"dw": np.full(1, -1e-6)}, v, alpha=0.01)
    assert parameters["w"].item() == pytest.approx(1e-5, rel=0.01)


def test_adam_is_that_of_section_8():
    rng = np.random.default_rng(0)
    ours = theirs = {"w": rng.standard_normal((2, 3))}
    states = [{"dw": np.zeros((2, 3))}] * 4
    for t in range(1, 6):
        g = {"dw": rng.standard_normal((2, 3))}
        ours, *states[:2] = adam(ours, g, *states[:2], t, 0.1)
        theirs, *states[2:] = adam_of_section_8(theirs, g, *states[2:], t, 0.1)
        np.testing.assert_array_equal(ours["w"], theirs["w"])


def test_permuted_and_flipped_hidden_units_are_the_same_network():
    rng = np.random.default_rng(0)
    X, Y = make_quadrants(50, rng)
    p = {"W1": rng.standard_normal((4, 2)), "b1": rng.standard_normal((4, 1)),
         "W2": rng.standard_normal((1, 4)), "b2": np.zeros((1, 1))}
    order, signs = np.array([2, 0, 3, 1]), np.array([1, -1, 1, -1])
    q = {"W1": signs[:, None] * p["W1"][order], "b1": signs[:, None] * p["b1"][order],
         "W2": signs * p["W2"][:, order], "b2": p["b2"]}
    assert cost(forward(q, X)[2], Y) == pytest.approx(cost(forward(p, X)[2], Y), rel=1e-12)
    assert math.factorial(4) == 24 and 24 * 2**4 == 384


def test_dead_units_make_a_bad_local_minimum():
    rng = np.random.default_rng(0)
    X, Y = make_quadrants(200, rng)
    best = np.log(Y.mean() / (1 - Y.mean()))  # the best score if all examples get the same
    dead = {"W1": rng.standard_normal((4, 2)), "b1": np.full((4, 1), -10.0),
            "W2": rng.standard_normal((1, 4)), "b2": np.full((1, 1), best)}
    cache = relu_forward(dead, X, "relu")
    assert (cache[0] < 0).all()
    gradients = relu_backward(dead, cache, X, Y, "relu")
    assert all(np.abs(g).max() < 1e-15 for g in gradients.values())
    here = cost(cache[2], Y)
    for _ in range(200):
        near = {name: value + 0.1 * rng.standard_normal(value.shape)
                for name, value in dead.items()}
        assert cost(relu_forward(near, X, "relu")[2], Y) >= here
    good = {"W1": np.array([[1.0, 1], [-1, -1], [1, -1], [-1, 1]]), "b1": np.zeros((4, 1)),
            "W2": np.array([[9.0, 9, -9, -9]]), "b2": np.zeros((1, 1))}
    assert cost(relu_forward(good, X, "relu")[2], Y) < 0.3 < 0.69 < here


def test_self_check():
    assert escape_step(descend((1.0, 1e-3), 0.05, 200)) == 73
    assert math.log(1000) / math.log(1.1) == pytest.approx(72.5, abs=0.05)
    H = np.array([[1.0, 2.0], [2.0, 1.0]])
    np.testing.assert_allclose(np.linalg.eigvalsh(H), [-1.0, 3.0], rtol=1e-12)
    assert H[0] @ [1, -1] == -1 and np.array([1, -1]) @ H @ [1, -1] == -2
    assert walk(constant(1e-9), 1, 0.01, "adam")[-1] == pytest.approx(9.1e-4, rel=0.01)


@pytest.mark.reference
def test_plateau_agrees_with_torch():
    torch = pytest.importorskip("torch")
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=0.01)
    for _ in range(1000):
        w.grad = torch.full((1,), -1e-6, dtype=torch.float64)
        optimizer.step()
    assert w.item() == pytest.approx(walk(constant(1e-6), 1000, 0.01, "adam")[-1], rel=1e-9)
