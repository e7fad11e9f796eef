"""The lab on one hidden layer: what its text and exercises say, recomputed with its own cells."""

import inspect
import re
import time

import numpy as np
import pytest

from c1.w3 import s09_two_layer_gradients as gradients_3_9
from c1.w3.s11_initialize_parameters import initialize
from lab_tools import Lab, bare

LAB = Lab("c1/w3/lab_one_hidden_layer.ipynb")
CELLS = ("generator", "functions", "logistic", "initialize", "backward", "gradient-check")


@pytest.fixture(scope="module")
def lab():
    """Return the names that the lab's cells define, without its plots and long training runs."""
    return LAB.run(CELLS)


@pytest.fixture(scope="module")
def few_units(lab):
    """Return the names of the lab after it has trained 1 and 2 hidden units."""
    names = dict(lab, time=time)
    source = LAB.source("units")
    exec(source.replace("(1, 2, 4, 5, 20, 50)", "(1, 2)"), names)
    return names


def grown(lab, start, steps, points=400):
    """Return the parameters and the last cost of a training run on the first points."""
    X, Y = lab["X_train"][:, :points], lab["Y_train"][:, :points]
    parameters, _ = lab["train"](X, Y, start, 0.5, steps)
    return parameters, lab["cost"](lab["forward"](parameters, X)[2], Y)


def on_test(lab, parameters):
    """Return the share of test points that are right."""
    return lab["accuracy"](lab["predict"](parameters, lab["X_test"]), lab["Y_test"])


def test_functions_are_those_of_3_9_and_3_11():
    code = LAB.code()
    mine, table = bare(code), re.compile(r"HIDDEN = \{.*?\n\}", re.S)
    theirs = bare(inspect.getsource(gradients_3_9))
    for name in ("sigmoid", "forward", "cost", "backward", "update"):
        assert mine[name] == theirs[name], name
    assert mine["initialize"] == bare(inspect.getsource(initialize))["initialize"]
    assert table.search(inspect.getsource(gradients_3_9))[0] in code


def test_results_of_the_table():
    rows = np.array([[float(x) for x in row] for row in re.findall(
        r"n_h +(\d+)  cost (\S+)  training (\S+)  test (\S+)", LAB.printed("units"))])
    assert rows[:, 0].tolist() == [1, 2, 4, 5, 20, 50]
    assert np.all(np.diff(rows[:, 1]) < 0)
    assert np.all(np.diff(rows[:3, 3]) > 0) and rows[4, 3] >= 0.80
    assert np.ptp(rows[2:, 3]) < 0.0045 and np.all(rows[2:, 3] < 0.86)
    assert np.sqrt(0.855 * 0.145 / 2000) == pytest.approx(0.008, abs=0.0005)


def test_four_units_reach_the_ceiling_from_other_seeds_too(lab):
    for seed in range(3):
        rng = np.random.default_rng(seed)
        runs = [grown(lab, lab["initialize"]([2, 4, 1], rng, 0.5), 1000) for _ in range(3)]
        best = min(runs, key=lambda run: run[1])[0]
        assert on_test(lab, best) == pytest.approx(lab["ceiling"][1], abs=0.015)


def test_labels_alternate_every_60_degrees_before_the_noise(lab):
    X, Y = lab["make_petals"](5000, np.random.default_rng(3), noise=0.0)
    sector = np.floor(np.degrees(np.arctan2(X[1], X[0])) % 360 / 60).astype(int)
    np.testing.assert_array_equal(Y[0], 1 - sector % 2)
    radii = np.hypot(*X)
    assert radii.max() <= 2 and np.mean(radii < 1) == pytest.approx(0.25, abs=0.02)
    np.testing.assert_array_equal(lab["petal_rule"](X), Y)


def test_why_logistic_regression_fails(lab):
    X, Y = lab["X_train"], lab["Y_train"]
    means = [X[:, Y[0] == y].mean(axis=1) for y in (0, 1)]
    assert max(np.hypot(*mean) for mean in means) < 0.15
    assert lab["logistic"]["test"] == pytest.approx(0.497, abs=0.0005)
    slope = X @ (lab["sigmoid"](lab["w"].T @ X + lab["b"]) - Y).T / Y.size
    assert np.abs(slope).max() < 1e-6  # 1000 steps end at the lowest cost


def test_a_line_gets_two_thirds_at_best(lab):
    X, Y = lab["make_petals"](60000, np.random.default_rng(4), noise=0.0)
    best = 0
    for angle in np.linspace(0, np.pi, 61):
        projected = np.cos(angle) * X[0] + np.sin(angle) * X[1]
        order = np.argsort(projected)
        above = np.cumsum(np.where(Y[0, order] == 0, 1, -1))  # right below minus wrong below
        shares = (above + (Y == 1).sum()) / Y.size
        best = max(best, shares.max(), 1 - shares.min())
    assert best == pytest.approx(2 / 3, abs=0.01)


def test_one_unit_bounds_the_score_that_logistic_regression_cannot(few_units):
    X, Y, (last, one, _) = few_units["X_train"], few_units["Y_train"], few_units["models"][1]
    assert last == pytest.approx(0.654, abs=0.0005)
    across = one["W1"] / np.linalg.norm(one["W1"]) * np.sign(one["W2"])
    offset = one["b1"] / np.linalg.norm(one["W1"]) * np.sign(one["W2"])
    straight = [few_units["cost"](scale * (across @ X + offset), Y)
                for scale in np.linspace(0, 2, 81)]
    assert min(straight) > 0.69 and straight[40] > 0.75


def test_two_units_make_four_stripes(few_units):
    two = few_units["models"][2][1]
    steep, flat = np.argsort(-np.linalg.norm(two["W1"], axis=1))
    across = two["W1"][[steep]].T / np.linalg.norm(two["W1"][steep])
    along = np.array([[0.0, -1.0], [1.0, 0.0]]) @ across
    for shift in (-1.0, 0.0, 1.0):  # on three paths across the stripes
        path = across * np.linspace(-3.5, 3.5, 701) + shift * along
        assert np.count_nonzero(np.diff(few_units["predict"](two, path))) == 3
    assert two["W1"][steep] @ two["W1"][flat] * np.prod(two["W2"]) < 0
    assert abs(two["W2"][0, flat]) > abs(two["W2"][0, steep])


def test_twenty_units_fall_at_once_four_wait(lab):
    costs = {n_h: np.mean([lab["train"](lab["X_train"], lab["Y_train"], lab["initialize"](
        [2, n_h, 1], np.random.default_rng(seed), 0.5), 0.5, 31)[1][30] for seed in range(5)])
        for n_h in (4, 20)}
    assert costs[4] > 0.65 and costs[20] < 0.6


def test_exercise_three_units_by_hand(lab):
    W1 = np.array([[0.0, 1.0], [-0.866, 0.5], [-0.866, -0.5]])
    by_hand = {"W1": W1, "b1": np.zeros((3, 1)),
               "W2": np.array([[1.0, -1.0, 1.0]]), "b2": np.zeros((1, 1))}
    for X in (lab["X_train"], lab["X_test"]):
        np.testing.assert_array_equal(lab["predict"](by_hand, X), lab["petal_rule"](X))
    theta = np.radians([30, 90, 150, 210, 270, 330])
    signs = np.sign(W1 @ np.stack([np.cos(theta), np.sin(theta)]))
    np.testing.assert_array_equal(by_hand["W2"] @ signs, [[1, -1, 1, -1, 1, -1]])


def test_gradient_check_stays_away_from_the_kink(lab):
    Z1 = lab["forward"](lab["parameters"], lab["few_X"])[0]
    assert np.abs(Z1).min() > 1e-5 * max(1.0, np.abs(lab["few_X"]).max())
    assert max(lab["differences"].values()) < 1e-7


def test_exercise_without_the_slope(lab):
    source = LAB.source("backward")
    changed = dict(lab)
    exec(source.replace(" * HIDDEN[hidden][1](A1)", ""), changed)
    for hidden in lab["HIDDEN"]:
        arguments = lab["parameters"], lab["few_X"], lab["few_Y"], hidden
        cache = lab["forward"](lab["parameters"], lab["few_X"], hidden)
        wrong = changed["backward"](lab["parameters"], cache, *arguments[1:])
        numeric = lab["numeric_gradients"](*arguments)
        assert lab["relative_difference"](wrong, numeric) > 0.01
        for name in ("dW2", "db2"):
            np.testing.assert_allclose(wrong[name], numeric[name], atol=1e-8)
        assert all(wrong[name].shape == numeric[name].shape for name in numeric)


def test_exercise_few_points(lab):
    start = lab["initialize"]([2, 50, 1], np.random.default_rng(0), 0.5)
    parameters, last = grown(lab, start, 10000, points=40)
    X, Y = lab["X_train"][:, :40], lab["Y_train"][:, :40]
    assert lab["accuracy"](lab["predict"](parameters, X), Y) == 1
    assert last == pytest.approx(0.005, abs=0.0005)
    assert on_test(lab, parameters) == pytest.approx(0.7175, abs=0.0005)


def test_exercise_small_start(lab):
    start = lab["initialize"]([2, 20, 1], np.random.default_rng(0))
    assert grown(lab, start, 600)[1] == pytest.approx(0.691, abs=0.0005)
    parameters, last = grown(lab, start, 1000)
    assert last == pytest.approx(0.42, abs=0.011)
    assert on_test(lab, parameters) == pytest.approx(0.82, abs=0.005)
    larger = lab["initialize"]([2, 20, 1], np.random.default_rng(0), 0.5)
    assert grown(lab, larger, 300)[1] == pytest.approx(0.318, abs=0.0005)


@pytest.mark.parametrize("hidden, value", [("tanh", 0.0), ("tanh", 0.5),
                                           ("sigmoid", 0.0), ("sigmoid", 0.5)])
def test_equal_units_do_the_work_of_one(lab, hidden, value):
    many = {"W1": np.full((20, 2), value), "b1": np.zeros((20, 1)),
            "W2": np.full((1, 20), value), "b2": np.zeros((1, 1))}
    trained, _ = lab["train"](lab["X_train"], lab["Y_train"], many, 0.5, 1000, hidden)
    one = {"W1": trained["W1"][:1], "b1": trained["b1"][:1],
           "W2": trained["W2"].sum(axis=1, keepdims=True), "b2": trained["b2"]}
    scores = [lab["forward"](p, lab["X_test"], hidden)[2] for p in (trained, one)]
    np.testing.assert_allclose(*scores, atol=1e-9)
    assert np.all(scores[0] >= 0) and lab["Y_test"].mean() == pytest.approx(0.507, abs=0.0005)
