"""The lab on initialization: what its text and exercises say, recomputed with its own cells."""

import inspect
import re

import numpy as np
import pytest

from c2.w1 import s11_activation_scale_by_depth, s11_initialize_parameters
from lab_tools import Lab, bare

LAB = Lab("c2/w1/lab_initialization.ipynb")
SKIPPED = ("imports", "show", "curves", "boundaries", "seeds", "depth-plot", "assertions")


@pytest.fixture(scope="module")
def lab():
    """Return the names that the lab's cells define, without its clock, plots and other seeds."""
    return LAB.run(name for name in LAB.cells if name not in SKIPPED)


def on_test(lab, parameters):
    """Return the share of test points that are right."""
    return lab["accuracy"](parameters, lab["X_test"], lab["Y_test"])


def grown(lab, scheme, alpha, seed, steps=3000):
    """Return the trained parameters and the costs from one start."""
    start = lab["initialize"](lab["sizes"], np.random.default_rng(seed), scheme)
    return lab["train"](lab["X_train"], lab["Y_train"], start, alpha, steps)


def test_functions_are_those_of_the_sections_and_of_course_1():
    code = LAB.code()
    mine = bare(code)
    kept = [(inspect.getsource(s11_initialize_parameters), ("initialize",)),
            (inspect.getsource(s11_activation_scale_by_depth), ("mean_squares",)),
            (Lab("c1/w4/lab_deep_network_step_by_step.ipynb").code(),
             ("sigmoid", "relu", "layer_forward", "forward", "cost", "linear_backward",
              "layer_backward", "backward", "update", "train", "predict")),
            (Lab("c1/w4/lab_deep_network_picture_classifier.ipynb").code(), ("accuracy",))]
    for source, names in kept:
        theirs = bare(source)
        for name in names:
            assert mine[name] == theirs[name], name
    for table, source in (("VARIANCES", kept[0][0]), ("SLOPES", kept[2][0])):
        assert re.search(table + r" = \{.*?\n\}", source, re.S)[0] in code


def test_rings(lab):
    X, Y = lab["make_rings"](5000, np.random.default_rng(3), noise=0.0)
    np.testing.assert_allclose(np.hypot(*X), np.where(Y[0] == 1, 1.0, 1.6))
    assert Y.mean() == pytest.approx(0.5, abs=0.03)
    X, Y = lab["make_rings"](200000, np.random.default_rng(4))
    known = np.mean(lab["ring_rule"](X) == Y)
    best = max(np.mean((np.hypot(*X) < r) == Y[0]) for r in np.linspace(1.2, 1.4, 21))
    assert 0.92 < known <= best < known + 0.002  # the rule is as good as any radius


def test_gradients_against_a_central_difference(lab):
    X, Y, parameters = lab["X_train"], lab["Y_train"], lab["starts"]["he"]
    rng = np.random.default_rng(7)
    parameters = {name: value + 0.3 * rng.standard_normal(value.shape)
                  for name, value in parameters.items()}
    A, caches = lab["forward"](parameters, X)
    gradients = lab["backward"](A, Y, caches)
    along = {name: rng.standard_normal(value.shape) for name, value in parameters.items()}
    up, down = (lab["cost"](lab["forward"]({name: value + side * along[name] for name, value
                                            in parameters.items()}, X)[1][-1][2], Y)
                for side in (1e-6, -1e-6))
    exact = sum(np.sum(gradients["d" + name] * along[name]) for name in parameters)
    assert (up - down) / 2e-6 == pytest.approx(exact, rel=1e-5)


def test_starts(lab):
    for scheme, row in re.findall(r"(\w+) +([\d. ]+)", LAB.printed("starts")):
        shown = [float(x) for x in row.split()]
        expected = {"zeros": [0, 0, 0], "large": [10, 10, 10],
                    "he": np.sqrt([2 / 2, 2 / 10, 2 / 5])}[scheme]
        np.testing.assert_allclose(shown, expected, rtol=0, atol=0.0005)
    wide = lab["initialize"]([50, 2000], np.random.default_rng(1), "large")["W1"]
    assert wide.std() == pytest.approx(10, rel=0.01)
    assert sum(lab["starts"]["he"][f"W{layer}"].size for layer in (1, 2, 3)) == 75


def test_first_costs(lab):
    assert lab["first"]["zeros"] == pytest.approx(np.log(2), abs=1e-12)
    assert lab["first"]["large"] == pytest.approx(1001, abs=0.5)
    assert lab["first"]["large"] / lab["first"]["he"] > 1000
    for scheme, J in lab["first"].items():
        assert J == pytest.approx(lab["costs"][scheme][0], rel=1e-12)
    right = {scheme: np.mean((Z >= 0) == lab["Y_train"]) for scheme, Z in lab["scores"].items()}
    assert right["large"] == right["he"]
    Z, Y = lab["scores"]["large"], lab["Y_train"]
    wrong = (Z >= 0) != Y
    assert lab["cost"](Z, Y) == pytest.approx(np.abs(Z[wrong]).sum() / Y.size, rel=1e-3)
    A = lab["sigmoid"](Z)
    assert np.mean((A == 0) | (A == 1)) > 0.9
    with np.errstate(all="ignore"):
        assert np.isnan(-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)))


def test_exercise_ratio(lab):
    factors = 10 / np.sqrt([2 / 2, 2 / 10, 2 / 5])
    np.testing.assert_allclose(factors, [10, 22.36, 15.81], rtol=0, atol=0.005)
    assert np.prod(factors) == pytest.approx(1000 / np.sqrt(0.08)) == pytest.approx(lab["ratio"])
    assert lab["ratio"] == pytest.approx(3535.5, abs=0.05)


def test_zeros_learn_the_share_of_ones_only(lab):
    assert lab["moved"] == ["b3"] and lab["Y_train"].sum() == 154 and lab["Y_train"].size == 300
    share = 154 / 300
    assert lab["trained"]["zeros"]["b3"].item() == pytest.approx(np.log(154 / 146), abs=1e-6)
    lowest = -share * np.log(share) - (1 - share) * np.log(1 - share)
    assert lab["costs"]["zeros"][-1] == pytest.approx(lowest, abs=1e-9)
    assert (f"{share:.4f}", f"{np.log(154 / 146):.4f}", f"{lowest:.4f}") == (
        "0.5133", "0.0533", "0.6928")
    assert np.log(2) - lowest == pytest.approx(0.0004, abs=0.00005)
    assert np.abs(np.array(lab["costs"]["zeros"]) - np.log(2)).max() < 0.005
    assert lab["predict"](lab["trained"]["zeros"], lab["X_test"]).all()
    assert lab["on_test"]["zeros"] == lab["Y_test"].mean() == pytest.approx(0.501)


def test_random_starts(lab):
    assert lab["on_test"]["he"] == pytest.approx(lab["by_rule"], abs=0.0005)
    assert lab["on_test"]["he"] >= 0.85 and lab["on_test"]["he"] == pytest.approx(0.922)
    assert lab["on_test"]["large"] == pytest.approx(0.673)
    assert lab["costs"]["large"][-1] == pytest.approx(17.7, abs=0.05)
    for scheme in ("he", "large"):
        assert np.all(np.diff(lab["costs"][scheme]) < 0)
    assert np.sum(np.diff(lab["jumping"]) > 0) > 1200
    assert lab["RATES"]["he"] / lab["RATES"]["large"] == pytest.approx(300)


def test_a_step_moves_the_scores_of_large_125000_times_as_far(lab):
    X, Y, slopes, shifts = lab["X_train"], lab["Y_train"], {}, {}
    for scheme in ("he", "large"):
        start = lab["starts"][scheme]
        _, caches = lab["forward"](start, X)
        slopes[scheme] = lab["backward"](np.full(Y.shape, 0.5), Y, caches)["dW1"]
        step = 1e-9 / np.abs(slopes[scheme]).max()
        moved = start | {"W1": start["W1"] - step * slopes[scheme]}
        shifts[scheme] = (lab["forward"](moved, X)[1][-1][2] - caches[-1][2]) / step
    np.testing.assert_allclose(slopes["large"], 353.55 * slopes["he"], rtol=1e-4)
    ratio = np.linalg.norm(shifts["large"]) / np.linalg.norm(shifts["he"])
    assert ratio == pytest.approx(125000, rel=1e-3)
    assert 10 * 10 / (0.6325 * 0.4472) == pytest.approx(354, abs=0.5)


def test_exercise_ten_times_the_steps(lab):
    longer, costs = grown(lab, "large", 0.0001, 2, steps=30000)
    assert costs[-1] == pytest.approx(0.65, abs=0.005)
    assert on_test(lab, longer) == pytest.approx(0.83, abs=0.005)


def test_boundaries(lab):
    theta = np.linspace(0, 2 * np.pi, 721)
    circle = np.stack([np.cos(theta), np.sin(theta)])
    start = lab["starts"]["he"]
    rays = lab["predict"](start, circle)
    for scale in (0.01, 100):  # with biases 0 the direction alone decides
        np.testing.assert_array_equal(lab["predict"](start, scale * circle), rays)
    np.testing.assert_array_equal(lab["predict"](lab["starts"]["large"], circle), rays)
    assert 0 < rays.mean() < 1
    far = lab["predict"](lab["trained"]["large"], 2.4 * circle)
    assert 0.05 < far.mean() < 0.95
    he = lab["trained"]["he"]
    assert not lab["predict"](he, 2.4 * circle).any()
    assert lab["predict"](he, 0.7 * circle).all()
    for scheme, expected in (("he", 0.28), ("large", 0.10)):
        W1, b1 = lab["trained"][scheme]["W1"], lab["trained"][scheme]["b1"]
        distances = np.abs(b1[:, 0]) / np.linalg.norm(W1, axis=1)
        assert np.median(distances) == pytest.approx(expected, abs=0.005)
        assert f"{scheme:5} median distance {expected:.2f}" in LAB.printed("boundaries")


def test_other_seeds(lab):
    rows = {scheme: [float(x) for x in row.split()] for scheme, row in re.findall(
        r"^(he|large) 0\.0\d* ([\d. ]+)$", LAB.printed("seeds"), re.M)}
    assert len(rows["he"]) == len(rows["large"]) == 5
    assert set(rows["he"]) == {0.92, 0.93} and max(rows["large"]) == 0.71
    assert on_test(lab, grown(lab, "he", 0.03, 8)[0]) >= 0.9
    assert on_test(lab, grown(lab, "large", 0.0001, 8)[0]) < 0.8


@pytest.mark.parametrize("alpha", [0.001, 0.01, 0.1])
def test_exercise_no_rate_suits_the_large_start(lab, alpha):
    found = [on_test(lab, grown(lab, "large", alpha, seed)[0]) for seed in range(3, 8)]
    assert np.mean(found) < 0.92 - 0.06 and max(found) < 0.92  # he: 0.92 or 0.93 for each seed


def test_exercise_too_small_a_start(lab, monkeypatch):
    monkeypatch.setitem(lab["VARIANCES"], "small", lambda n_prev, n: 0.01**2)
    parameters, costs = grown(lab, "small", 0.03, 2)
    assert costs[-1] == pytest.approx(0.6928, abs=0.00005)
    assert on_test(lab, parameters) == pytest.approx(0.501)
    costs = lab["train"](lab["X_train"], lab["Y_train"], parameters, 0.03, 37000)[1]
    assert costs[27000] == pytest.approx(0.6928, abs=0.00005)  # 30000 steps in all
    assert costs[-1] == pytest.approx(0.38, abs=0.005)


def test_signals_through_ten_layers(lab):
    for f, found in lab["signals"].items():
        expected = s11_activation_scale_by_depth.predicted(512, 10, f * np.sqrt(2 / 512))
        assert expected == pytest.approx(f**20)
        assert found[10] / found[0] == pytest.approx(expected, rel=0.4)
    assert lab["ten"].shape == (10, 11) and np.all((lab["ten"] > 0.5) & (lab["ten"] < 2))
    assert lab["ten"].min() == pytest.approx(0.67, abs=0.005)
    assert lab["ten"].max() == pytest.approx(1.79, abs=0.005)
    assert 4**10 == pytest.approx(1.0e6, rel=0.05)


def test_variance_is_a_fixed_share_of_the_mean_square():
    a = np.maximum(0, 3 * np.random.default_rng(2).standard_normal(1_000_000))
    assert a.var() / np.mean(a**2) == pytest.approx(1 - 1 / np.pi, abs=0.003)
    assert 1 - 1 / np.pi == pytest.approx(0.68, abs=0.005)


def test_exercise_how_precise():
    assert 2 ** (1 / 20) == pytest.approx(1.035, abs=0.0005)
    assert 2 ** (-1 / 20) == pytest.approx(0.966, abs=0.0005)
    assert 2 ** (1 / 100) == pytest.approx(1.007, abs=0.0005)
    assert 2 ** (-1 / 100) == pytest.approx(0.993, abs=0.0005)
    assert 1.1**20 == pytest.approx(6.7, abs=0.05)


def test_deep_networks(lab):
    assert lab["deep_first"][2] == pytest.approx(970, abs=0.5)
    assert lab["lengths"][0.5] < lab["lengths"][1] / 1000
    assert lab["deep_last"][1][1] == pytest.approx(0.86, abs=0.005)
    assert lab["deep_last"][0.5][1] == lab["Y_test"].mean()
    for seed in (1, 2):
        deep = lab["initialize"]([2] + [20] * 10 + [1], np.random.default_rng(seed))
        for f in (1, 0.5):
            start = {name: f * value for name, value in deep.items()}
            last = lab["train"](lab["X_train"], lab["Y_train"], start, 0.003, 1000)[1][-1]
            assert last < 0.6 if f == 1 else abs(last - np.log(2)) < 0.001


def test_exercise_ten_times_the_rate(lab):
    def trained(start, steps):
        return lab["train"](lab["X_train"], lab["Y_train"], start, 0.03, steps)

    end, costs = trained(lab["deep_starts"][0.5], 1000)
    assert costs[-1] == pytest.approx(0.692, abs=0.0005)
    assert on_test(lab, end) == pytest.approx(0.501)
    end, costs = trained(end, 2000)  # 3000 in all
    assert costs[-1] == pytest.approx(0.20, abs=0.005)
    assert on_test(lab, end) == pytest.approx(0.92, abs=0.005)
    end, costs = trained(lab["deep_starts"][1], 1000)
    assert costs[-1] == pytest.approx(0.16, abs=0.005)
    assert on_test(lab, end) == pytest.approx(0.90, abs=0.005)
