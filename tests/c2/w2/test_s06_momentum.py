"""Section 2.6: one momentum step, the conventions of libraries, and the narrow valley."""

import numpy as np
import pytest

from c1.w3.s09_train_two_layer_network import (
    backward, cost, forward, make_quadrants, update)
from c2.w2 import s06_momentum_vs_torch, s06_ravine
from c2.w2.s04_ewa_weights import weighted_average
from c2.w2.s06_momentum_update import momentum
from c2.w2.s06_momentum_vs_torch import course_path, library_momentum, library_path
from c2.w2.s06_ravine import path, steps_needed

VALLEY = np.array([[1.0], [100.0]])


def on_parabola(alpha, beta, steps, step=momentum):
    """Return w after each step on J = w^2 / 2 from 10."""
    parameters, v, found = {"W1": np.array([[10.0]])}, {"dW1": np.zeros((1, 1))}, []
    for _ in range(steps):
        parameters, v = step(parameters, {"dW1": parameters["W1"]}, v, alpha, beta)
        found.append(parameters["W1"].item())
    return found


@pytest.mark.parametrize("step", [momentum, s06_ravine.momentum, s06_momentum_vs_torch.momentum])
def test_values_by_hand(step):
    assert on_parabola(1.0, 0.9, 3, step) == pytest.approx([9.0, 7.2, 4.86], rel=1e-14)


def test_overshoot_of_the_page():
    w = on_parabola(1.0, 0.9, 8)
    assert w[3] > 0 > w[4] and w[7] == pytest.approx(-5.53, abs=0.005)
    lowest = min(on_parabola(1.0, 0.9, 100))
    assert lowest < min(on_parabola(0.5, 0.9, 100)) < 0
    assert lowest < min(on_parabola(1.0, 0.5, 100)) < 0


def random_state(rng):
    parameters = {"W1": rng.standard_normal((4, 3)), "b1": rng.standard_normal((4, 1)),
                  "W2": rng.standard_normal((1, 4)), "b2": rng.standard_normal((1, 1))}
    gradients = {"d" + name: rng.standard_normal(p.shape) for name, p in parameters.items()}
    v = {name: rng.standard_normal(g.shape) for name, g in gradients.items()}
    return parameters, gradients, v


def test_beta_0_is_plain_gradient_descent():
    parameters, gradients, v = random_state(np.random.default_rng(0))
    found, new_v = momentum(parameters, gradients, v, 0.1, beta=0.0)
    expected = update(parameters, gradients, 0.1)
    for name, value in expected.items():
        np.testing.assert_array_equal(found[name], value)
        np.testing.assert_array_equal(new_v["d" + name], gradients["d" + name])


def test_nothing_changes_in_place_and_shapes_stay():
    parameters, gradients, v = random_state(np.random.default_rng(1))
    dicts = parameters, gradients, v
    before = [{name: value.copy() for name, value in d.items()} for d in dicts]
    found, new_v = momentum(parameters, gradients, v, 0.1)
    for old, now in zip(before, dicts, strict=True):
        for name, value in old.items():
            np.testing.assert_array_equal(now[name], value)
    assert list(found) == list(parameters) and set(new_v) == set(gradients)
    assert all(found[name].shape == p.shape for name, p in parameters.items())


def test_v_is_the_weighted_average_of_the_gradients():
    rng = np.random.default_rng(2)
    series = rng.standard_normal((20, 2, 3))
    parameters, v, sum_of_v = {"W1": np.zeros((2, 3))}, {"dW1": np.zeros((2, 3))}, 0.0
    averages = weighted_average(series, 0.9)
    for g, average in zip(series, averages, strict=True):
        parameters, v = momentum(parameters, {"dW1": g}, v, 0.5)
        sum_of_v = sum_of_v + v["dW1"]
        np.testing.assert_allclose(v["dW1"], average, rtol=1e-12)
    np.testing.assert_allclose(parameters["W1"], -0.5 * sum_of_v, rtol=0, atol=1e-13)


def test_extreme_gradients():
    with np.errstate(all="raise"):
        found, _ = momentum({"W1": np.zeros((1, 2))}, {"dW1": np.array([[1000.0, -1000.0]])},
                            {"dW1": np.zeros((1, 2))}, 0.1)
    np.testing.assert_allclose(found["W1"], [[-10, 10]])


def test_alternating_gradients_cancel_and_steady_ones_stay():
    swings = weighted_average(np.resize([1.0, -1.0], 400), 0.9)
    np.testing.assert_allclose(swings[:4], [0.1, -0.01, 0.091, -0.0181], rtol=0, atol=1e-12)
    assert np.abs(swings[-2:]) == pytest.approx([1 / 19, 1 / 19])
    steady = weighted_average(np.ones(400), 0.9)
    np.testing.assert_allclose(steady[:4], [0.1, 0.19, 0.271, 0.3439], rtol=1e-12)
    assert steady[-1] == pytest.approx(1)


@pytest.mark.parametrize("beta", [0.0, 0.5, 0.9])
def test_library_form_takes_the_same_path(beta):
    start = np.array([[1.0], [-2.0]])
    for steps in (1, 2, 30):
        np.testing.assert_allclose(course_path(start, 0.019, beta, steps),
                                   library_path(start, (1 - beta) * 0.019, beta, steps),
                                   rtol=0, atol=1e-12)


def test_v_without_the_factor_is_v_over_one_minus_beta():
    rng, v, library = np.random.default_rng(5), {"dw": np.zeros((2, 1))}, None
    for g in rng.standard_normal((10, 2, 1)):
        _, v = momentum({"w": g}, {"dw": g}, v, 0.1, 0.8)
        _, library = library_momentum(g, g, library, 0.1, 0.8)
        np.testing.assert_allclose(library, v["dw"] / 0.2, rtol=1e-12)


def test_dampening_differs_through_the_first_step_only():
    """From the second step on the recursion is the course's; the start of v is what differs."""
    w, g = np.ones((2, 1)), np.ones((2, 1))
    _, first = library_momentum(w, g, None, 0.1, 0.9, dampening=0.9)
    np.testing.assert_array_equal(first, g)  # the course has 0.1 g
    _, second = library_momentum(w, 2 * g, first, 0.1, 0.9, dampening=0.9)
    np.testing.assert_allclose(second, 0.9 * first + 0.1 * 2 * g)


def test_copied_learning_rate_diverges():
    start = np.ones((2, 1))
    assert np.linalg.norm(course_path(start, 0.2, 0.9, 30)) < 0.5
    assert np.linalg.norm(library_path(start, 0.2, 0.9, 30)) > 1e30


def torch_path(start, steps, **options):
    torch = pytest.importorskip("torch")
    w = torch.tensor(start, requires_grad=True)
    curvatures, optimizer = torch.tensor(VALLEY), torch.optim.SGD([w], **options)
    for _ in range(steps):
        optimizer.zero_grad()
        (0.5 * (curvatures * w**2).sum()).backward()
        optimizer.step()
    return w.detach().numpy()


@pytest.mark.reference
@pytest.mark.parametrize("beta", [0.5, 0.9])
def test_against_torch(beta):
    start, alpha = np.array([[1.0], [-2.0]]), 0.05
    ours = course_path(start, alpha, beta, 30)
    found = torch_path(start, 30, lr=alpha * (1 - beta), momentum=beta)
    np.testing.assert_allclose(ours, found, rtol=0, atol=1e-12)
    damped = torch_path(start, 30, lr=alpha, momentum=beta, dampening=beta)
    np.testing.assert_allclose(library_path(start, alpha, beta, 30, beta), damped,
                               rtol=0, atol=1e-12)
    assert np.abs(ours - damped).max() > 1e-3


@pytest.mark.reference
def test_against_keras():
    keras = pytest.importorskip("keras")
    start = np.array([[1.0], [-2.0]])
    w = keras.Variable(start, dtype="float64")
    optimizer = keras.optimizers.SGD(learning_rate=0.01, momentum=0.9)
    optimizer.build([w])
    for _ in range(30):
        optimizer.apply([keras.ops.convert_to_tensor(VALLEY * w.numpy())])
    expected = course_path(start, 0.1, 0.9, 30)
    np.testing.assert_allclose(w.numpy(), expected, rtol=0, atol=1e-6)


@pytest.mark.parametrize(("alpha", "beta", "steps"), [
    (2 / 101, 0.0, 691), (0.1, 0.67, 84), (0.35, 0.9, 260), (0.40, 0.9, None)])
def test_steps_of_the_valley(alpha, beta, steps):
    points = path(alpha, beta, 700, VALLEY)
    np.testing.assert_array_equal(points[:, 0], [1, 1])
    assert points.shape == (2, 701)
    assert steps_needed(points) == steps


def rate(alpha, beta, curvatures=VALLEY):
    """Return the largest |eigenvalue| of one step on (w, v)."""
    matrices = [np.array([[1 - alpha * (1 - beta) * c, -alpha * beta], [(1 - beta) * c, beta]])
                for c in curvatures.ravel()]
    return max(np.abs(np.linalg.eigvals(matrix)).max() for matrix in matrices)


@pytest.mark.parametrize("beta", [0.0, 0.5, 0.9])
def test_stability_limit(beta):
    limit = 2 * (1 + beta) / ((1 - beta) * 100)
    assert rate(0.999 * limit, beta) < 1 < rate(1.001 * limit, beta)
    assert limit == pytest.approx({0.0: 0.02, 0.5: 0.06, 0.9: 0.38}[beta])


@pytest.mark.parametrize("kappa", [2.0, 20.0, 100.0])
def test_best_rates(kappa):
    curvatures, root = np.array([[1.0], [kappa]]), np.sqrt(kappa)
    plain, beta = (kappa - 1) / (kappa + 1), ((root - 1) / (root + 1)) ** 2
    assert rate(2 / (1 + kappa), 0.0, curvatures) == pytest.approx(plain)
    # A double root: its numerical eigenvalues are good to about half the digits.
    assert rate(1 / root, beta, curvatures) == pytest.approx(np.sqrt(beta), rel=1e-5)
    for alpha in np.geomspace(0.3, 3, 25) / root:
        for other in np.linspace(0, 0.95, 39):
            assert rate(alpha, other, curvatures) > np.sqrt(beta) - 1e-5


def test_numbers_of_the_rates():
    assert (99 / 101) ** 691 < 1e-6 < (99 / 101) ** 690
    assert 81 / 121 == pytest.approx(0.67, abs=0.005)
    assert 9 / 11 == pytest.approx(0.818, abs=5e-4) and 99 / 101 == pytest.approx(0.980, abs=5e-4)
    assert (9 / 11) ** 69 < 1e-6 < (9 / 11) ** 68


def test_little_to_gain_where_the_valley_is_round():
    curvatures = np.array([[1.0], [2.0]])
    assert steps_needed(path(2 / 3, 0.0, 700, curvatures)) == 13
    root = np.sqrt(2)
    beta = ((root - 1) / (root + 1)) ** 2
    assert steps_needed(path(1 / root, beta, 700, curvatures)) == 10
    assert steps_needed(path(0.7, 0.9, 700, curvatures)) == 241


def test_network_learns_with_mini_batches():
    rng = np.random.default_rng(0)
    X, Y = make_quadrants(200, rng)
    parameters = {"W1": rng.standard_normal((4, 2)), "b1": np.zeros((4, 1)),
                  "W2": 0.5 * rng.standard_normal((1, 4)), "b2": np.zeros((1, 1))}
    before = cost(forward(parameters, X)[2], Y)
    v = {"d" + name: np.zeros_like(p) for name, p in parameters.items()}
    for _ in range(2000):
        batch = rng.integers(0, 200, 64)
        cache = forward(parameters, X[:, batch])
        gradients = backward(parameters, cache, X[:, batch], Y[:, batch])
        parameters, v = momentum(parameters, gradients, v, 0.5)
    assert cost(forward(parameters, X)[2], Y) < before / 2


def test_self_check():
    parameters, v = {"W1": np.zeros((1, 1))}, {"dW1": np.zeros((1, 1))}
    found = []
    for g in (2.0, -2.0, 2.0):
        parameters, v = momentum(parameters, {"dW1": np.array([[g]])}, v, 0.1)
        found.append((v["dW1"].item(), parameters["W1"].item()))
    np.testing.assert_allclose(found, [(0.2, -0.02), (-0.02, -0.018), (0.182, -0.0362)],
                               rtol=0, atol=1e-12)
    assert (1 - 0.9) * 0.5 == pytest.approx(0.05)
    assert 0.05 / (1 - 0.99) == pytest.approx(5)
    steady = weighted_average(np.ones(30), 0.9)
    assert np.flatnonzero(steady > 0.9)[0] + 1 == 22
    assert steady[9] == pytest.approx(0.65, abs=0.005)
