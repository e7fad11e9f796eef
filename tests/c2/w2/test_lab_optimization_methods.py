"""The lab on optimization methods: what its text and exercises say, recomputed."""

import inspect
import re
import time

import numpy as np
import pytest

from c1.w4 import s05_training_step, s06_deep_gradients
from c2.w1 import s11_initialize_parameters
from c2.w2 import (s01_random_mini_batches, s06_momentum_update, s07_rmsprop_update,
                   s08_adam_update, s09_decay_schedules)
from lab_tools import Lab, bare

LAB = Lab("c2/w2/lab_optimization_methods.ipynb")
SKIPPED = ("imports", "train", "same-plot", "show", "own", "own-plot", "bowl-plot", "decay-plot",
           "assertions")
METHODS = ("gd", "momentum", "rmsprop", "adam")


@pytest.fixture(scope="module")
def lab():
    """Return the names that the lab's cells define, without its plots and training runs."""
    names = LAB.run(name for name in LAB.cells if name not in SKIPPED)
    exec(LAB.source("train").split("same = ")[0], names)
    return names


@pytest.fixture(scope="module")
def trained(lab):
    """Return the names of the lab after all of its training runs."""
    names = dict(lab, time=time, begin=time.process_time())
    exec("same = " + LAB.source("train").split("same = ")[1], names)
    exec(LAB.source("own"), names)
    return names


def numbers(cell, start):
    """Return the numbers in the printed line of a cell that begins so."""
    line = next(line for line in LAB.printed(cell).splitlines() if line.startswith(start))
    return [float(found) for found in re.findall(r"-?\d+\.?\d*", line[len(start):])]


def with_relu(lab, optimizer):
    """Return the start and the trained network of the exercise on ReLU, and its costs."""
    rng = np.random.default_rng(10)
    start = lab["initialize"](lab["SIZES"], rng, "he")
    return start, *lab["train"](lab["X_train"], lab["Y_train"], start, optimizer, 0.001, 1000, 64,
                                rng, "relu")


def silent(lab, parameters):
    """Return for each hidden layer how many ReLU units answer 0 to every training point."""
    _, caches = lab["forward"](parameters, lab["X_train"], "relu")
    return [int(np.sum(np.all(Z <= 0, axis=1))) for _, _, Z in caches[:-1]]


def test_functions_are_those_of_the_sections():
    code = LAB.code()
    kept = {s01_random_mini_batches: ("minibatches",),
            s11_initialize_parameters: ("initialize",),
            s06_deep_gradients: ("sigmoid", "layer_forward", "linear_backward", "layer_backward",
                                 "forward", "backward"),
            s05_training_step: ("update", "cost"),
            s06_momentum_update: ("momentum",), s07_rmsprop_update: ("rmsprop",),
            s08_adam_update: ("adam",), s09_decay_schedules: ("inverse_time",)}
    mine = bare(code)
    for module, names in kept.items():
        source = inspect.getsource(module)
        for name in names:
            assert mine[name] == bare(source)[name], name
    for module, name in ((s11_initialize_parameters, "VARIANCES"),
                         (s06_deep_gradients, "ACTIVATIONS"), (s06_deep_gradients, "SLOPES")):
        assert re.search(name + r" = \{.*?\}$", inspect.getsource(module), re.S | re.M)[0] in code


def test_moons_without_noise_are_two_half_circles(lab):
    X, Y = lab["make_moons"](1000, np.random.default_rng(5), noise=0.0)
    upper, lower = X[:, Y[0] == 0], X[:, Y[0] == 1]
    np.testing.assert_allclose(np.hypot(*upper), 1)
    np.testing.assert_allclose(np.hypot(lower[0] - 1, lower[1] - 0.5), 1)
    assert np.all(upper[1] >= 0) and np.all(lower[1] <= 0.5)
    assert upper.shape[1] + lower.shape[1] == 1000


def test_minibatches_cut_everything_once(lab):
    assert lab["complete"] and lab["apart"] < 1e-12
    X, Y = np.arange(10.0).reshape(1, 10), np.arange(10.0).reshape(1, 10)
    shuffled = list(lab["minibatches"](X, Y, 4, np.random.default_rng(0)))
    assert [Y_t.size for _, Y_t in shuffled] == [4, 4, 2]
    assert all(np.array_equal(X_t, Y_t) for X_t, Y_t in shuffled)
    assert not lab["columns"](X, Y) == lab["columns"](X, Y[:, ::-1])


def test_gradients_of_this_network_agree_with_numeric_ones(lab):
    start, X, Y = lab["start"], lab["X_train"][:, :40], lab["Y_train"][:, :40]
    _, exact = lab["cost_and_gradients"](start, X, Y)
    for name, value in start.items():
        for place in np.ndindex(value.shape):
            nudge = np.zeros_like(value)
            nudge[place] = 1e-5
            up, down = (lab["cost_and_gradients"](start | {name: value + side}, X, Y)[0]
                        for side in (nudge, -nudge))
            assert (up - down) / 2e-5 == pytest.approx(exact["d" + name][place], abs=1e-9)


def test_first_steps_by_hand(lab):
    expected = {"gd": 1 - 0.1 * 2, "momentum": 1 - 0.1 * 0.2,
                "rmsprop": 1 - 0.2 / np.sqrt(0.004), "adam": 1 - 0.1 * 2 / np.sqrt(4)}
    for optimizer, w in expected.items():
        assert lab["by_hand"][optimizer] == pytest.approx(w, abs=1e-6)
        assert numbers("updates", optimizer)[1] == pytest.approx(w, abs=5e-5)


def test_first_steps_of_the_network(lab):
    first = lab["first"]
    sizes = np.concatenate([np.abs(lab["gradients"]["d" + name]).ravel() for name in lab["start"]])
    assert sizes.size == 30 and sizes.min() > 0.001
    np.testing.assert_allclose(first["gd"], sizes, rtol=1e-8)
    assert first["gd"].max() == pytest.approx(0.145, abs=0.0005)
    np.testing.assert_allclose(first["momentum"], first["gd"] / 10, rtol=1e-8)
    np.testing.assert_allclose(first["adam"], sizes / (sizes + 1e-8), rtol=1e-8)
    np.testing.assert_allclose(first["adam"], 1, rtol=1e-4)
    np.testing.assert_allclose(first["rmsprop"], sizes / (np.sqrt(0.001) * sizes + 1e-8),
                               rtol=1e-8)
    assert 1 / np.sqrt(0.001) == pytest.approx(31.62, abs=0.005)


def test_exercise_second_step_of_adam(lab):
    state = {"w": 1.0}, {"dw": 0.0}, {"dw": 0.0}
    for t, g in ((1, 2.0), (2, -1.0)):
        parameters, v, s = state
        state = lab["one_step"]("adam", parameters, {"dw": g}, v, s, t, 0.1)
    w, v, s = (part.popitem()[1] for part in state)
    assert w == pytest.approx(0.8734, abs=5e-5)
    assert (v, s) == (pytest.approx(0.08), pytest.approx(0.004996))
    assert v / 0.19 == pytest.approx(0.4211, abs=5e-5)
    assert s / (1 - 0.999**2) == pytest.approx(2.4992, abs=5e-5)
    assert np.sqrt(s / (1 - 0.999**2)) == pytest.approx(1.5809, abs=5e-5)
    assert w - 0.9 == pytest.approx(-0.0266, abs=5e-5)


def test_exercise_one_step_an_epoch(lab):
    rng = np.random.default_rng(0)
    start = lab["initialize"](lab["SIZES"], rng, "lecun")
    _, costs = lab["train"](lab["X_train"], lab["Y_train"], start, "gd", 0.001, 1000, 300, rng)
    assert costs[-1] == pytest.approx(0.618, abs=0.0005)
    assert 1000 * -(-300 // 64) == 5000


def test_the_same_learning_rate(trained):
    last = trained["last"]
    assert np.all(last["adam"] < 0.6 * last["gd"])
    np.testing.assert_allclose(last["adam"] / last["gd"], [0.18, 0.36, 0.14], rtol=0, atol=0.005)
    np.testing.assert_allclose(last["momentum"], last["gd"], rtol=0.002)
    assert last["adam"][0] == pytest.approx(0.075, abs=0.0005)
    assert last["gd"][0] == pytest.approx(0.418, abs=0.0005)
    for (_, slow), (_, late) in zip(trained["same"]["gd"], trained["same"]["momentum"]):
        np.testing.assert_allclose(late[2:], slow[:-2], rtol=0.001)


def test_momentum_spreads_each_gradient_and_is_nine_steps_late(lab):
    moves, parameters, v = [], {"w": 0.0}, {"dw": 0.0}
    for g in [1.0] + [0.0] * 400:
        before = parameters["w"]
        parameters, v = lab["momentum"](parameters, {"dw": g}, v, 1.0)
        moves.append(before - parameters["w"])
    np.testing.assert_allclose(moves[:3], [0.1, 0.09, 0.081])
    assert np.sum(moves) == pytest.approx(1)
    assert np.average(np.arange(401), weights=moves) == pytest.approx(9)


def test_boundary_of_gradient_descent_is_nearly_straight(trained):
    X, right = trained["X_test"], {}
    features = np.vstack([X, np.ones(X.shape[1])])
    for optimizer in ("gd", "adam"):
        parameters, _ = trained["same"][optimizer][0]
        classes = trained["forward"](parameters, X, "tanh")[0][0] >= 0.5
        line = np.linalg.lstsq(features.T, classes - 0.5, rcond=None)[0]
        right[optimizer] = np.mean((line @ features >= 0) == classes)
    assert right["gd"] > 0.97 and right["adam"] < 0.95


def test_a_learning_rate_of_its_own(trained):
    assert trained["best"] == {"gd": 1.0, "momentum": 1.0, "rmsprop": 0.01, "adam": 0.1}
    J = trained["own_J"]
    assert [round(J[optimizer], 3) for optimizer in METHODS] == [0.054, 0.045, 0.044, 0.044]
    assert J["gd"] / J["adam"] == pytest.approx(1.2, abs=0.05)
    means = {optimizer: last.mean() for optimizer, last in trained["last"].items()}
    assert means["gd"] / means["adam"] == pytest.approx(4, abs=0.05)
    assert max(J.values()) < min(means.values())
    assert min(means.values()) == pytest.approx(0.115, abs=0.0005)
    smooth = {optimizer: np.mean([costs[-20:] for _, costs in found])
              for optimizer, found in trained["own"].items()}
    assert smooth["gd"] / smooth["adam"] == pytest.approx(1.3, abs=0.05)
    shares = trained["own_test"].values()
    assert (min(shares), max(shares)) == (pytest.approx(0.966, abs=0.00051),
                                          pytest.approx(0.972, abs=0.00051))
    alone = [trained["accuracy"](parameters, trained["X_test"], trained["Y_test"])
             for parameters, _ in trained["own"]["momentum"]]
    assert (min(alone), max(alone)) == (pytest.approx(0.961, abs=0.00051),
                                        pytest.approx(0.972, abs=0.00051))
    jumps = {optimizer: np.diff(found[0][1])[50:].max()
             for optimizer, found in trained["own"].items()}
    assert max(jumps, key=jumps.get) == "gd"
    assert all(0.03 < found[0][1][-1] < 0.06 for found in trained["own"].values())


def test_steady_and_unsteady_are_far_apart(trained):
    printed = LAB.printed("own")
    assert printed.count("unsteady") == 4
    for optimizer, alphas in trained["RATES"].items():
        assert f"{alphas[2]:g}: unsteady" in printed
        assert trained["best"][optimizer] == alphas[1]
    for alpha, low, high in ((1.0, 0.0, 1e-6), (10.0, 0.1, np.inf)):
        (_, plain), (_, nudged) = (trained["trials"]("gd", alpha, 200, [1], nudge)[0]
                                   for nudge in (0.0, 1e-12))
        assert low <= np.abs(plain - nudged).max() < high


def test_exercise_counting_anew_in_every_epoch(lab):
    warm = {"dw": 1.0}  # both averages, after many gradients of 1
    factors = [-lab["adam"]({"w": 0.0}, warm, warm, warm, t, alpha=1.0)[0]["w"]
               for t in range(1, 6)]
    np.testing.assert_allclose(factors, [0.316, 0.235, 0.202, 0.184, 0.172], rtol=0, atol=0.0005)
    assert np.mean(factors) == pytest.approx(0.22, abs=0.005)
    source, changed = LAB.source("train").split("same = ")[0], dict(lab)
    moved = source.replace("t, costs = 0, []", "costs = []").replace(
        "range(epochs):\n", "range(epochs):\n        t = 0\n")
    assert moved != source
    exec(moved, changed)
    last = [costs[-1] for _, costs in changed["trials"]("adam", 0.001, 1000)]
    np.testing.assert_allclose(last, [0.247, 0.274, 0.228], rtol=0, atol=0.0005)


@pytest.mark.parametrize("optimizer", ["gd", "adam"])
def test_exercise_relu_dies(lab, optimizer):
    start, parameters, costs = with_relu(lab, optimizer)
    _, gradients = lab["cost_and_gradients"](start, lab["X_train"], lab["Y_train"], "relu")
    assert sum(np.count_nonzero(g) for g in gradients.values()) == 15
    assert silent(lab, start)[1] == 1 and silent(lab, parameters)[1] == 2
    share = lab["Y_train"].mean()
    assert share == pytest.approx(0.543, abs=0.0005)
    assert costs[-1] == pytest.approx(0.689, abs=0.0008)
    if optimizer == "adam":
        assert costs[-1] == pytest.approx(0.689, abs=0.0005)
        assert lab["sigmoid"](parameters["b3"]).item() == pytest.approx(share, abs=0.0005)
        zero = {name: np.zeros_like(g) for name, g in gradients.items()}
        moved, _, _ = lab["adam"](start, gradients, zero, zero, 1, 0.001)
        for name, value in start.items():
            expected = (gradients["d" + name] != 0) * 0.001
            np.testing.assert_allclose(np.abs(moved[name] - value), expected, rtol=0.001)


def test_bowl(lab):
    away = lab["away"]
    for optimizer in METHODS:
        turned, straight = (away[optimizer, name] for name in ("turned", "straight"))
        if optimizer in ("gd", "momentum"):
            np.testing.assert_allclose(turned, straight, rtol=0, atol=1e-12)
        else:
            assert turned[40] > straight[40]
            assert turned[40] > max(away["gd", "turned"][40], away["momentum", "turned"][40])
    assert away["rmsprop", "straight"][10] == pytest.approx(0.01, abs=0.0005)
    assert away["rmsprop", "straight"][40] < min(away["gd", "straight"][40],
                                                 away["momentum", "straight"][40])
    assert away["adam", "straight"][40] > max(away["gd", "straight"][40],
                                              away["momentum", "straight"][40])
    t = np.arange(41)
    closed = np.array([2 * (1 - 0.09) ** t, (1 - 0.09 * 20.0) ** t])
    np.testing.assert_allclose(away["gd", "straight"], np.hypot(*closed))


def test_roots_in_the_turned_bowl_are_about_equal(lab):
    axes = lab["turn"]
    hessian = axes @ np.diag([1.0, 20.0]) @ axes.T
    for optimizer in ("rmsprop", "adam"):
        points = lab["walk"](optimizer, [lab["BOWL"][optimizer]] * 40, axes @ lab["from_here"],
                             axes=axes)[:, :, 0]
        fading = 0.999 ** -np.arange(1.0, 41.0)[:, None]  # weights of S but for a common factor
        S = np.cumsum(fading * (points[:-1] @ hessian) ** 2, axis=0)
        ratio = np.sqrt(S[:, 0] / S[:, 1])
        assert 0.75 < ratio.min() and ratio.max() < 1.05


def test_gradient_of_the_turned_bowl(lab):
    axes, w = lab["turn"], np.array([[0.3], [-0.7]])
    np.testing.assert_allclose(axes.T @ axes, np.eye(2), atol=1e-15)

    def J(w):
        return np.sum(lab["CURVATURES"] * (axes.T @ w) ** 2) / 2

    numeric = [(J(w + e) - J(w - e)) / 2e-5 for e in 1e-5 * np.eye(2)[:, :, None]]
    moved = lab["walk"]("gd", [0.01], w, axes=axes)[1]
    np.testing.assert_allclose((w - moved).ravel() / 0.01, numeric, rtol=1e-6)


def test_decay(lab):
    constant, decayed = lab["constant"], lab["decayed"]
    assert constant["gd"][300:].mean() == pytest.approx(lab["left"], rel=0.02)
    assert lab["left"] == pytest.approx(0.0378, abs=0.00005)
    last = [decayed[optimizer][400] for optimizer in METHODS]
    assert (min(last), max(last)) == (pytest.approx(0.0018, abs=0.00005),
                                      pytest.approx(0.0060, abs=0.00005))
    assert all(decayed[name][400] < constant[name][400] / 4 for name in METHODS)
    assert decayed["gd"][20] == pytest.approx(0.485, abs=0.0005)
    assert constant["gd"][20] == pytest.approx(0.289, abs=0.0005)
    assert all(decayed[name][20] < constant[name][20] for name in METHODS[1:])
    for name in ("gd", "adam"):  # what the picture is said to show
        assert 0.03 < constant[name][300:].mean() < 0.04 and decayed[name][400] < 0.01
        assert np.any(decayed[name][30:60] > constant[name][30:60])
    assert lab["inverse_time"](20, 1.0, 0.05) == 0.5
    assert lab["inverse_time"](400, 1.0, 0.05) == pytest.approx(1 / 21)
