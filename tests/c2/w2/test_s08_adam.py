"""Section 2.8: Adam step by step, its corrections, its eps, and four optimizers side by side."""

import numpy as np
import pytest

from c2.w2 import s06_momentum_update, s07_rmsprop_update
from c2.w2 import s08_adam_hand_values as hand
from c2.w2 import s08_compare_optimizers as four
from c2.w2 import s08_optimizer_race as race
from c2.w2.s08_adam_update import adam
from c2.w2.s08_adam_without_bias_correction import step_sizes

SHAPES = {"W1": (4, 3), "b1": (4, 1), "W2": (1, 4), "b2": (1, 1)}


def random_start(rng):
    """Return parameters, and an empty state."""
    parameters = {name: rng.standard_normal(shape) for name, shape in SHAPES.items()}
    return parameters, {"d" + name: np.zeros(shape) for name, shape in SHAPES.items()}


def random_gradients(rng, factor=1.0):
    return {"d" + name: factor * rng.standard_normal(shape) for name, shape in SHAPES.items()}


@pytest.mark.reference
@pytest.mark.parametrize("options", [
    {}, {"beta1": 0.8, "beta2": 0.95, "eps": 1e-3}, {"beta1": 0.0, "beta2": 0.9}])
def test_two_hundred_steps_agree_with_pytorch(options):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    rng = np.random.default_rng(0)
    parameters, zeros = random_start(rng)
    v = s = zeros
    tensors = {name: torch.tensor(value, requires_grad=True)
               for name, value in parameters.items()}
    optimizer = torch.optim.Adam(
        tensors.values(), lr=0.01, eps=options.get("eps", 1e-8),
        betas=(options.get("beta1", 0.9), options.get("beta2", 0.999)))
    for t in range(1, 201):
        gradients = random_gradients(rng, 10.0 ** (t % 9 - 5))
        for name, tensor in tensors.items():
            tensor.grad = torch.tensor(gradients["d" + name])
        optimizer.step()
        parameters, v, s = adam(parameters, gradients, v, s, t, 0.01, **options)
        for name, tensor in tensors.items():
            np.testing.assert_allclose(parameters[name], tensor.detach().numpy(), rtol=0,
                                       atol=1e-12)


@pytest.mark.reference
def test_defaults_of_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    defaults = torch.optim.Adam([torch.zeros(1)]).defaults
    assert (defaults["lr"], defaults["betas"], defaults["eps"]) == (0.001, (0.9, 0.999), 1e-8)


def epsilon_hat_step(g, v, s, t, alpha, eps, betas=(0.9, 0.999)):
    """Return the change, v and S of the other form of the paper, with one learning rate a step."""
    v, s = (beta * old + (1 - beta) * new
            for beta, old, new in zip(betas, (v, s), (g, g**2), strict=True))
    alpha_t = alpha * np.sqrt(1 - betas[1] ** t) / (1 - betas[0] ** t)
    return -alpha_t * v / (np.sqrt(s) + eps), v, s


@pytest.mark.reference
def test_keras_has_the_epsilon_hat_form():
    keras = pytest.importorskip("keras", reason="Keras is not installed")
    usual = keras.optimizers.Adam()
    assert (usual.beta_1, usual.beta_2, usual.epsilon) == (0.9, 0.999, 1e-7)
    betas = (1 - 2.0**-3, 1 - 2.0**-10)  # like the learning rate exact in float32, too
    optimizer = keras.optimizers.Adam(2.0**-7, *betas)
    variable = keras.Variable(np.zeros(3), dtype="float64")
    w = v = s = np.zeros(3)
    for t, g in enumerate(np.array([[1e-8, 1e-4, 2.0], [-3e-8, 1e-5, -1.0], [1, 1, 1]]), start=1):
        optimizer.apply([keras.ops.convert_to_tensor(g)], [variable])
        change, v, s = epsilon_hat_step(g, v, s, t, 2.0**-7, 1e-7, betas)
        w = w + change
        np.testing.assert_allclose(variable.numpy(), w, rtol=1e-9)


def test_epsilon_hat_is_eps_times_a_root():
    # eps of the main form = eps_hat / sqrt(1 - beta2^t): 31.6 times as large at t = 1
    assert 1 / np.sqrt(0.001) == pytest.approx(31.6, abs=0.05)
    v = s = 0.0
    state = ({"w": 0.0}, {"dw": 0.0}, {"dw": 0.0})
    for t, g in enumerate([1e-8, -3e-8, 2e-8, 1e-6], start=1):
        change, v, s = epsilon_hat_step(g, v, s, t, 0.1, 1e-8)
        before = state[0]["w"]
        state = adam(state[0], {"dw": g}, *state[1:], t, 0.1, eps=1e-8 / np.sqrt(1 - 0.999**t))
        assert state[0]["w"] - before == pytest.approx(change, rel=1e-9)


def test_three_places_of_eps_on_the_first_step():
    g, eps = 1e-8, 1e-8
    outside = g / (g + eps)
    hat = -epsilon_hat_step(g, 0.0, 0.0, 1, 1.0, eps)[0]
    inside = g / np.sqrt(g**2 + eps)
    assert -adam({"w": 0.0}, {"dw": g}, {"dw": 0.0}, {"dw": 0.0}, 1, 1.0)[0]["w"] == pytest.approx(
        outside, rel=1e-9)
    assert outside == 0.5
    assert hat == pytest.approx(g / (g + eps / np.sqrt(0.001)), rel=1e-9)
    assert hat == pytest.approx(0.0307, abs=5e-5)
    assert inside == pytest.approx(1e-4, rel=1e-6)


def test_eps_vanishes_in_half_precision():
    assert np.float16(1e-8) == 0.0
    assert np.float16(1e-4) ** 2 == 0.0


def test_hand_values():
    w, v, s = hand.walk([3.0, -1.0], 0.1)
    np.testing.assert_allclose(w, [-0.1, -0.1400219], rtol=0, atol=1e-6)
    np.testing.assert_allclose(v, [0.3, 0.17], rtol=1e-12)
    np.testing.assert_allclose(s, [0.009, 0.009991], rtol=1e-12)
    assert 0.17 / 0.19 == pytest.approx(0.894737, abs=5e-7)
    assert 0.009991 / (1 - 0.999**2) == pytest.approx(4.997999, abs=5e-7)
    np.testing.assert_allclose(hand.walk([3000.0, -1000.0], 0.1)[0], w, rtol=0, atol=1e-6)


def test_corrections_make_weighted_averages():
    g = np.random.default_rng(1).standard_normal(30)
    _, v, s = hand.walk(g, 0.1)
    for t in (1, 2, 30):
        for found, beta, values in ((v, 0.9, g), (s, 0.999, g**2)):
            weights = beta ** np.arange(t - 1, -1, -1)
            assert found[t - 1] / (1 - beta**t) == pytest.approx(
                np.average(values[:t], weights=weights), rel=1e-9)


@pytest.mark.parametrize("g", [-1000.0, 1e-3, 5.0, 1000.0])
def test_constant_gradient_gives_constant_steps(g):
    w = hand.walk([g] * 50, 0.1)[0]
    np.testing.assert_allclose(w, -0.1 * np.sign(g) * np.arange(1, 51), rtol=2e-5)


def test_alternating_gradients_give_small_steps():
    w = np.array(hand.walk([5.0, -5.0] * 200, 0.1)[0])
    sizes = np.abs(np.diff(w)) / 0.1
    assert sizes[0] == pytest.approx(0.1 / 1.9, rel=1e-6)  # (0.09 - 0.1) / 0.19
    assert sizes[-1] == pytest.approx(1 / 19, rel=1e-3)
    np.testing.assert_allclose(w[:4], [-0.1, -0.0947, -0.1283, -0.1231], rtol=0, atol=5e-5)


def test_first_step_is_the_sign():
    rng = np.random.default_rng(2)
    parameters, zeros = random_start(rng)
    gradients = random_gradients(rng)
    moved, _, _ = adam(parameters, gradients, zeros, zeros, 1, 0.01)
    for name, value in parameters.items():
        g = gradients["d" + name]
        np.testing.assert_allclose(moved[name] - value, -0.01 * g / (np.abs(g) + 1e-8), rtol=1e-9)
        np.testing.assert_allclose(moved[name] - value, -0.01 * np.sign(g), rtol=1e-4)


def test_default_learning_rate():
    moved, _, _ = adam({"w": 0.0}, {"dw": 5.0}, {"dw": 0.0}, {"dw": 0.0}, 1)
    assert moved["w"] == pytest.approx(-0.001, rel=1e-6)


def test_nothing_is_changed_in_place_and_zeros_stay_finite():
    rng = np.random.default_rng(3)
    parameters, zeros = random_start(rng)
    gradients = random_gradients(rng)
    kept = [{name: value.copy() for name, value in group.items()}
            for group in (parameters, gradients, zeros)]
    moved, v, s = adam(parameters, gradients, zeros, zeros, 1)
    for group, copy in zip((parameters, gradients, zeros), kept, strict=True):
        for name, value in copy.items():
            np.testing.assert_array_equal(group[name], value)
    assert {name: value.shape for name, value in moved.items()} == SHAPES
    assert set(v) == set(s) == set(gradients)
    with np.errstate(all="raise"):
        still, _, _ = adam(parameters, zeros, zeros, zeros, 1)
        adam(parameters, {name: 1000 * g for name, g in gradients.items()}, zeros, zeros, 1)
    for name, value in parameters.items():
        np.testing.assert_array_equal(still[name], value)


def test_the_second_moment_is_not_a_variance():
    _, _, s = hand.walk([5.0] * 20, 0.1)
    assert s[-1] / (1 - 0.999**20) == pytest.approx(25.0)


def test_steps_with_and_without_corrections():
    both, only_v, only_s, neither = (
        step_sizes(1000, *choice) for choice in ((True, True), (True, False), (False, True),
                                                 (False, False)))
    t = np.arange(1, 1001)
    np.testing.assert_allclose(both, 1.0, rtol=1e-10)
    np.testing.assert_allclose(only_v, 1 / np.sqrt(1 - 0.999**t), rtol=1e-9)
    np.testing.assert_allclose(only_s, 1 - 0.9**t, rtol=1e-9)
    np.testing.assert_allclose(neither, only_v * only_s, rtol=1e-9)
    assert neither[0] == pytest.approx(3.1623, abs=5e-5)
    assert (np.argmax(neither) + 1, round(neither.max(), 2)) == (12, 6.57)


def own_step(name, parameters, gradients, v, s, t):
    """Return parameters, v and s after a step by the function of the optimizer's own section."""
    if name == "momentum":
        return *s06_momentum_update.momentum(parameters, gradients, v, 0.01), s
    if name == "rmsprop":
        parameters, s = s07_rmsprop_update.rmsprop(parameters, gradients, s, 0.01)
    elif name == "adam":
        return adam(parameters, gradients, v, s, t, 0.01)
    else:
        parameters = {key: value - 0.01 * gradients["d" + key]
                      for key, value in parameters.items()}
    return parameters, v, s


@pytest.mark.parametrize("name", list(four.DIRECTIONS))
def test_each_direction_is_that_of_its_section(name):
    rng = np.random.default_rng(4)
    start, zeros = random_start(rng)
    shared = own = (start, zeros, zeros)
    for t in range(1, 21):
        gradients = random_gradients(rng)
        shared = four.step(name, shared[0], gradients, *shared[1:], t, 0.01)
        own = own_step(name, own[0], gradients, *own[1:], t)
    for key in start:
        np.testing.assert_allclose(shared[0][key], own[0][key], rtol=0, atol=1e-12)


def test_adam_without_momentum_and_corrections_is_rmsprop():
    rng = np.random.default_rng(5)
    parameters, zeros = random_start(rng)
    one = (parameters, zeros, zeros)
    other = (parameters, zeros)
    for _ in range(30):
        gradients = random_gradients(rng)
        # At t = 10^6 both corrections are divisions by exactly 1.
        one = adam(one[0], gradients, *one[1:], 10**6, 0.01, beta1=0.0, beta2=0.99)
        other = s07_rmsprop_update.rmsprop(other[0], gradients, other[1], 0.01, beta=0.99)
    for name in parameters:
        np.testing.assert_allclose(one[0][name], other[0][name], rtol=0, atol=1e-12)


def quadrants(rng):
    X = rng.uniform(-1.0, 1.0, (2, 200))
    Y = (X[:1] * X[1:] > 0).astype(float)
    return X, Y, {"W1": rng.standard_normal((8, 2)), "b1": np.zeros((8, 1)),
                  "W2": rng.standard_normal((1, 8)) / 8, "b2": np.zeros((1, 1))}


def test_gradients_by_central_differences():
    X, Y, parameters = quadrants(np.random.default_rng(6))
    gradients = four.cost_and_gradients(parameters, X, Y)[1]
    for name, value in parameters.items():
        wanted = np.zeros_like(value)
        for place in np.ndindex(value.shape):
            ends = []
            for shift in (1e-5, -1e-5):
                moved = {key: array.copy() for key, array in parameters.items()}
                moved[name][place] += shift
                ends.append(four.cost_and_gradients(moved, X, Y)[0])
            wanted[place] = (ends[0] - ends[1]) / 2e-5
        error = np.linalg.norm(gradients["d" + name] - wanted) / np.linalg.norm(wanted)
        assert error < 1e-7


@pytest.mark.parametrize("name", list(four.DIRECTIONS))
def test_training_counts_its_steps_from_one(name):
    X, Y, parameters = quadrants(np.random.default_rng(7))
    costs = four.train(X, Y, parameters, name, 0.01, 6)
    v = s = {"d" + key: np.zeros_like(value) for key, value in parameters.items()}
    for t, found in enumerate(costs, start=1):
        J, gradients = four.cost_and_gradients(parameters, X, Y)
        assert found == pytest.approx(J, rel=1e-12)
        parameters, v, s = own_step(name, parameters, gradients, v, s, t)


@pytest.mark.parametrize("seed", range(3))
def test_all_four_lower_the_cost_below_half(seed):
    X, Y, start = quadrants(np.random.default_rng(seed))
    for optimizer, alpha in (("gd", 1.0), ("momentum", 3.0), ("rmsprop", 0.03), ("adam", 0.1)):
        costs = four.train(X, Y, start, optimizer, alpha, 401)
        assert costs[0] == pytest.approx(np.log(2), abs=0.05)
        assert costs[-1] < costs[0] / 2


def test_first_step_of_rmsprop_raises_the_cost_and_that_of_adam_does_not():
    X, Y, start = quadrants(np.random.default_rng(1))
    costs = {name: four.train(X, Y, start, name, alpha, 2)
             for name, alpha in (("rmsprop", 0.03), ("adam", 0.1))}
    assert costs["rmsprop"][1] > 1.5 * costs["rmsprop"][0]
    assert costs["adam"][1] < costs["adam"][0]
    assert 0.03 / np.sqrt(0.001) == pytest.approx(0.95, abs=0.005)


def test_l2_inside_adam_ignores_its_own_strength():
    # With no other gradient, lambda W is normalized away: the first step is alpha for any lambda.
    for strength in (0.01, 1.0):
        w, zero = {"w": 2.0}, {"dw": 0.0}
        moved, _, _ = adam(w, {"dw": strength * 2.0}, zero, zero, 1, 0.1)
        assert moved["w"] == pytest.approx(1.9, abs=1e-6)


def test_counting_from_zero_or_anew():
    start, zero = {"w": np.ones(1)}, {"dw": np.zeros(1)}
    with np.errstate(all="ignore"):
        moved, _, _ = adam(start, {"dw": np.ones(1)}, zero, zero, 0, 0.1)
    assert np.isnan(moved["w"]).all()
    warm = {"dw": 2.0}, {"dw": 4.0}  # averages of a gradient that has long been 2
    moved, _, _ = adam({"w": 0.0}, {"dw": 2.0}, *warm, 1, 1.0)
    assert moved["w"] == pytest.approx(-0.316, abs=5e-4)


def test_a_gradient_after_long_silence_makes_a_step_above_alpha():
    zero = {"dw": 0.0}
    moved, _, _ = adam({"w": 0.0}, {"dw": 2.0}, zero, zero, 10**6, 1.0)
    assert moved["w"] == pytest.approx(-3.16, abs=5e-3)


def test_gradients_of_ordinary_size_make_the_three_places_alike():
    g, eps = 1e-3, 1e-8
    hat = -epsilon_hat_step(g, 0.0, 0.0, 1, 1.0, eps)[0]
    for first in (g / (g + eps), hat, g / np.sqrt(g**2 + eps)):
        assert 0.995 <= first <= 1.0


def test_figure_of_the_race():
    found = race.paths()
    assert {path.shape for path in found.values()} == {(race.STEPS + 1, 2)}
    np.testing.assert_allclose(np.linalg.eigvalsh(race.HESSIAN), [1.0, 25.0])
    distance = {name: np.linalg.norm(path[-1]) for name, path in found.items()}
    assert min(distance, key=distance.get) == "rmsprop"
    assert np.linalg.norm(race.walk("rmsprop", 0.05)[-1]) > max(distance.values())
    assert np.linalg.norm(found["adam"][0] - found["adam"][1]) == pytest.approx(
        np.sqrt(2) * race.RATES["adam"])  # both coordinates by alpha


def test_self_check():
    w, v, s = hand.walk([2.0, 0.0], 0.001)
    assert (v[1], s[1]) == pytest.approx((0.18, 0.003996))
    assert w[1] == pytest.approx(-0.00167, abs=5e-6)
    assert 0.18 / 0.19 == pytest.approx(0.9474, abs=5e-5)
    assert np.sqrt(0.003996 / 0.001999) == pytest.approx(1.4139, abs=5e-5)
