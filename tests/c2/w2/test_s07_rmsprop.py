"""Section 2.7: RMSprop, its first step, its indifference to scale, and the place of eps."""

import numpy as np
import pytest

from c2.w2 import s07_per_coordinate_rate as rates
from c2.w2 import s07_ravine_rmsprop as ravine
from c2.w2 import s07_rmsprop_scale_invariance as scale
from c2.w2.s07_eps_inside_or_outside_root import inside, outside
from c2.w2.s07_rmsprop_update import rmsprop

SHAPES = {"W1": (4, 3), "b1": (4, 1), "W2": (1, 4), "b2": (1, 1)}


def random_start(rng):
    """Return parameters, and an empty state."""
    parameters = {name: rng.standard_normal(shape) for name, shape in SHAPES.items()}
    return parameters, {"d" + name: np.zeros(shape) for name, shape in SHAPES.items()}


def random_gradients(rng, factor=1.0):
    return {"d" + name: factor * rng.standard_normal(shape) for name, shape in SHAPES.items()}


def run(gradients, alpha, beta, eps):
    """Return w and S after each gradient, a number, from w = 0."""
    parameters, s, found = {"w": 0.0}, {"dw": 0.0}, []
    for g in gradients:
        parameters, s = rmsprop(parameters, {"dw": g}, s, alpha, beta, eps)
        found.append((parameters["w"], s["dw"]))
    return np.array(found).T


def test_hand_values():
    w, s = run([4.0, -2.0], 0.01, 0.9, 0.0)
    np.testing.assert_allclose(s, [1.6, 1.84], rtol=1e-14)
    np.testing.assert_allclose(np.diff(w, prepend=0), [-0.0316228, 0.0147442], rtol=0, atol=5e-8)
    assert 0.01 * 4 / np.sqrt(1.6) == pytest.approx(0.0316228, abs=5e-8)


def test_average_is_the_weighted_sum_of_squares():
    g = np.random.default_rng(0).standard_normal(40)
    _, s = run(g, 0.01, 0.9, 1e-8)
    for t in (1, 7, 40):
        weights = 0.1 * 0.9 ** np.arange(t - 1, -1, -1)
        assert s[t - 1] == pytest.approx(weights @ g[:t] ** 2, rel=1e-12)


@pytest.mark.parametrize(("beta", "shown"), [(0.9, 3.2), (0.99, 10.0), (0.999, 31.6)])
def test_first_step_depends_on_beta_alone(beta, shown):
    assert 1 / np.sqrt(1 - beta) == pytest.approx(shown, abs=0.05)
    for g in (-1000.0, 0.5, 1000.0):
        w, _ = run([g], 1.0, beta, 0.0)
        assert w[0] == pytest.approx(-np.sign(g) / np.sqrt(1 - beta), rel=1e-12)


def test_nothing_is_changed_in_place_and_shapes_stay():
    rng = np.random.default_rng(1)
    parameters, s = random_start(rng)
    gradients = random_gradients(rng)
    kept = [{name: value.copy() for name, value in group.items()}
            for group in (parameters, gradients, s)]
    moved, s_new = rmsprop(parameters, gradients, s, 0.01)
    for group, copy in zip((parameters, gradients, s), kept, strict=True):
        for name, value in copy.items():
            np.testing.assert_array_equal(group[name], value)
    assert {name: value.shape for name, value in moved.items()} == SHAPES
    assert set(s_new) == set(gradients)


def test_zero_gradients_and_extreme_ones_stay_finite():
    parameters, s = {"W1": np.ones((1, 3))}, {"dW1": np.zeros((1, 3))}
    with np.errstate(all="raise"):
        for g in ([0.0, 1000.0, -1000.0], [0.0, 1e-12, 1e12], [0.0, 0.0, 0.0]):
            parameters, s = rmsprop(parameters, {"dW1": np.array([g])}, s, 0.01)
    assert np.isfinite(parameters["W1"]).all()
    assert parameters["W1"][0, 0] == 1.0


@pytest.mark.reference
@pytest.mark.parametrize(("beta", "eps"), [(0.99, 1e-8), (0.9, 1e-3), (0.999, 1e-8)])
def test_thirty_steps_agree_with_pytorch(beta, eps):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    rng = np.random.default_rng(2)
    parameters, s = random_start(rng)
    tensors = {name: torch.tensor(value, requires_grad=True)
               for name, value in parameters.items()}
    optimizer = torch.optim.RMSprop(tensors.values(), lr=0.01, alpha=beta, eps=eps)
    for step in range(30):
        gradients = random_gradients(rng, 10.0 ** (step % 7 - 4))
        for name, tensor in tensors.items():
            tensor.grad = torch.tensor(gradients["d" + name])
        optimizer.step()
        parameters, s = rmsprop(parameters, gradients, s, 0.01, beta, eps)
        for name, tensor in tensors.items():
            np.testing.assert_allclose(parameters[name], tensor.detach().numpy(), rtol=0,
                                       atol=1e-12)


@pytest.mark.reference
def test_defaults_of_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    defaults = torch.optim.RMSprop([torch.zeros(1)]).defaults
    assert (defaults["alpha"], defaults["eps"]) == (0.99, 1e-8)


@pytest.mark.reference
def test_keras_puts_eps_inside_the_root():
    keras = pytest.importorskip("keras", reason="Keras is not installed")
    optimizer = keras.optimizers.RMSprop(learning_rate=2.0**-7)  # exact in float32, too
    assert (optimizer.rho, optimizer.epsilon) == (0.9, 1e-7)
    variable = keras.Variable(np.zeros(3), dtype="float64")
    w, s = np.zeros(3), np.zeros(3)
    for g in np.array([[1e-5, 1e-3, 2.0], [-3e-5, 1e-4, -1.0]]):
        optimizer.apply([keras.ops.convert_to_tensor(g)], [variable])
        s = 0.9 * s + 0.1 * g**2
        w = w - 2.0**-7 * g / inside(s, 1e-7)
        np.testing.assert_allclose(variable.numpy(), w, rtol=1e-9)
    assert abs(w[0] / (2.0**-7 * 1e-5 / outside(0.1 * 1e-10, 1e-7))) < 0.1  # the other is larger


def test_defaults_and_the_place_of_eps():
    g = 1e-8  # as small as eps; S = 0.001 g^2
    moved, _ = rmsprop({"w": 0.0}, {"dw": g}, {"dw": 0.0}, 1.0)
    assert moved["w"] == pytest.approx(-1 / (np.sqrt(0.001) + 1), rel=1e-12)


def test_valley_of_the_walks():
    def cost(w):
        return (w[0] ** 2 + 100 * w[1] ** 2) / 2
    w = np.array([0.3, -0.7])
    g = scale.gradients_of({"W1": w[:, None]}, 2.0)["dW1"].ravel()
    for place, shift in enumerate(np.eye(2) * 1e-5):
        slope = (cost(w + shift) - cost(w - shift)) / 2e-5
        assert g[place] == pytest.approx(2 * slope, rel=1e-7)
    t = np.arange(6)[:, None]  # both optimizers from (1, 1), in closed form
    np.testing.assert_allclose(scale.walk("gd", 2, 0.003, 5), [0.994, 0.4] ** t, rtol=1e-12)
    np.testing.assert_allclose(scale.walk("rmsprop", 1, 0.01, 1)[1], 1 - 0.01 / np.sqrt(0.1),
                               rtol=1e-6)


def test_gradients_times_100():
    for optimizer, alpha, same in (("rmsprop", 0.01, True), ("gd", 0.00015, False)):
        one, other = (scale.walk(optimizer, c, alpha, 50) for c in (1, 100))
        assert one.shape == (51, 2)
        assert (np.abs(one - other).max() < 1e-6) == same
        assert (np.abs(one - other).max() > 0.4) == (not same)


def test_both_coordinates_of_the_axis_parallel_valley_take_the_same_path():
    path = scale.walk("rmsprop", 1, 0.01, 50)
    np.testing.assert_allclose(path[:, 0], path[:, 1], rtol=0, atol=1e-6)


def test_it_ends_in_a_swing_of_half_alpha():
    for c in (1, 100):
        path = scale.walk("rmsprop", c, 0.03, 400)
        np.testing.assert_allclose(np.abs(path[-4:]), 0.015, rtol=1e-4)
        assert np.all(path[-1] * path[-2] < 0)
    w, s, path = ravine.START, 0.0, []  # the path of the figure: short steps first, then the swing
    for _ in range(1000):
        g = np.array([[1.0], [100.0]]) * w
        s = 0.9 * s + 0.1 * g**2
        w = w - 0.03 * g / (np.sqrt(s) + 1e-8)
        path.append(w.ravel())
    np.testing.assert_allclose(path[:ravine.STEPS], ravine.paths()["rmsprop"][1:], rtol=0,
                               atol=1e-12)
    assert abs(path[20][1] - path[19][1]) < 1e-6
    np.testing.assert_allclose(np.abs(path[-4:]), 0.015, rtol=1e-3)


def test_a_valley_at_45_degrees_is_not_told_apart():
    half = np.array([[50.5, -49.5], [-49.5, 50.5]])  # eigenvalues 1 and 100
    np.testing.assert_allclose(np.linalg.eigvalsh(half), [1.0, 100.0])
    for w in (np.array([0.3, 0.3]), np.array([0.3, -0.3])):  # along the valley, across it
        g = half @ w
        assert abs(g[0]) == pytest.approx(abs(g[1]))


def test_functions_of_the_snippets_are_the_same():
    rng = np.random.default_rng(3)
    parameters, s = random_start(rng)
    gradients = random_gradients(rng)
    one, other = (f(parameters, gradients, s, 0.01) for f in (rmsprop, scale.rmsprop))
    for name in parameters:
        np.testing.assert_array_equal(one[0][name], other[0][name])


def test_place_of_eps():
    assert (outside(0.0, 1e-8), inside(0.0, 1e-8)) == (1e-8, 1e-4)
    assert inside(0.0, 1e-8) / outside(0.0, 1e-8) == pytest.approx(10_000)
    S = np.logspace(-20, 6, 60)
    assert np.all(inside(S, 1e-8) <= np.sqrt(S) + np.sqrt(1e-8))
    np.testing.assert_allclose(outside(1.0, 1e-8), inside(1.0, 1e-8), rtol=1e-8)


def test_figure_of_the_valley():
    paths = ravine.paths()
    assert paths["gd"].shape == paths["rmsprop"].shape
    ends = {name: np.abs(path[-1]) for name, path in paths.items()}
    assert ends["rmsprop"][0] < 0.1 < ends["gd"][0]
    assert max(end[1] for end in ends.values()) < 0.1
    w, v = ravine.START, 0.0  # momentum with the best beta of 2.6 would end nearest
    for _ in range(ravine.STEPS):
        v = 0.67 * v + 0.33 * np.array([[1.0], [100.0]]) * w
        w = w - 0.1 * v
    assert np.linalg.norm(w) < min(np.linalg.norm(end) for end in ends.values()) / 2


def test_figure_of_the_step_sizes():
    steep, flat = rates.step_sizes().T
    assert np.all(steep < rates.ALPHA) and np.all(rates.ALPHA < flat)
    assert np.all(70 < flat / steep) and np.all(flat / steep < 150)
    assert flat.mean() == pytest.approx(0.01 / 0.3, rel=0.25)


def test_self_check():
    w, s = run([3.0, 0.0], 0.1, 0.9, 0.0)
    np.testing.assert_allclose(s, [0.9, 0.81], rtol=1e-14)
    assert w[0] == w[1] == pytest.approx(-0.3162, abs=5e-5)


def test_the_pitfall_of_xor():
    assert 2 ^ 3 == 1
    with pytest.raises(TypeError):
        np.ones(2) ^ 2


def test_denominator_of_keras_at_zero():
    assert inside(0.0, 1e-7) == pytest.approx(3.2e-4, rel=0.02)
