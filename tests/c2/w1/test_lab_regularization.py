"""The lab on L2 and dropout: what its text and exercises say, recomputed with its own cells."""

import inspect
import re
import time

import numpy as np
import pytest
from scipy import ndimage

from c1.w3 import s11_initialize_parameters
from c1.w4 import s05_layer_blocks, s05_training_step
from c2.w1 import (s04_l2_cost_and_gradients, s06_inverted_dropout_forward_backward,
                   s14_check_again_after_training)
from lab_tools import Lab, bare

LAB = Lab("c2/w1/lab_regularization.ipynb")
CELLS = ("generator", "l2", "dropout", "network", "gradient-check")
MASKS = {1: 0.8, 2: 0.5}


@pytest.fixture(scope="module")
def lab():
    """Return the names that the lab's cells define, before its long training runs."""
    names = dict(LAB.run(CELLS), time=time)
    exec(LAB.source("train").partition("begin =")[0], names)
    exec(LAB.source("sweep").partition("sweep =")[0], names)
    return names


@pytest.fixture(scope="module")
def third(lab):
    """Return {name: parameters} of the three models, trained on the third data set again."""
    sets, start = lab["problems"][2]
    settings = {"none": {}, "L2": {"lambd": 0.3}, "dropout": {"keep_probs": {2: 0.5}}}
    return {name: lab["train"](*sets["training"], start, 0.1, 8000,
                               rng=np.random.default_rng(12), **setting)[0]
            for name, setting in settings.items()}


def rows(cell, pattern):
    """Return the numbers that lines of this pattern print, as an array."""
    return np.array([[float(x) for x in row] for row in
                     re.findall(pattern, LAB.printed(cell), re.M)])


def table():
    """Return the table of the test sets: a row for none, L2, dropout."""
    return rows("table", r"^\w+ +(\S+)  (\S+) +(\d+)% +(\S+) +(\S+) +(\S+)$")


def blocks(lab, gradients):
    """Return the check ratio of each block of the first network, under frozen masks."""
    numeric = lab["numeric_gradients"](lambda p: lab["cost"](lab["forward"](
        p, lab["few_X"], MASKS, np.random.default_rng(6))[0], lab["few_Y"]), lab["start"], 1e-5)
    return {name: lab["ratio"]({name: value}, gradients) for name, value in numeric.items()}


def test_functions_are_those_of_the_sections():
    mine = bare(LAB.code())
    kept = {s11_initialize_parameters: ("initialize",),
            s05_layer_blocks: ("sigmoid", "linear_backward"),
            s05_training_step: ("cost", "update"),
            s04_l2_cost_and_gradients: ("penalty", "add_penalty"),
            s06_inverted_dropout_forward_backward: ("dropout_forward", "dropout_backward"),
            s14_check_again_after_training: ("numeric_gradients", "ratio")}
    for module, names in kept.items():
        theirs = bare(inspect.getsource(module))
        for name in names:
            assert mine[name] == theirs[name], name


def test_data_and_start(lab):
    X, Y = lab["make_waves"](40000, np.random.default_rng(3))
    wrong = lab["wave_rule"](X) != Y
    above = X[1:] > np.sin(2.5 * X[:1])
    assert wrong[above].mean() == pytest.approx(0.05, abs=0.005)
    assert wrong[~above].mean() == pytest.approx(0.05, abs=0.005)
    assert np.abs(X).max() <= 3
    assert [wrong.sum() for wrong in lab["flipped"]] == [5, 7, 13]
    assert not any(np.any((lab["wave_rule"](sets["training"][0]) == sets["training"][1])[wrong])
                   for (sets, _), wrong in zip(lab["problems"], lab["flipped"]))
    assert lab["ceiling"] == pytest.approx(0.949, abs=0.0005)
    weights = [value.size for name, value in lab["start"].items() if name.startswith("W")]
    assert weights == [80, 800, 20] and sum(v.size for v in lab["start"].values()) == 961
    assert {n: sets[1].size for n, sets in lab["sets"].items()} == {
        "training": 200, "dev": 1000, "test": 4000}


def test_forward_without_dropout_is_that_of_course_1(lab):
    A = X = lab["few_X"]
    for layer in (1, 2, 3):
        A, cache = s05_layer_blocks.layer_forward(
            A, lab["start"][f"W{layer}"], lab["start"][f"b{layer}"], "tanh")
    np.testing.assert_array_equal(lab["forward"](lab["start"], X)[0], cache[2])


def test_gradient_checks(lab):
    assert lab["ratios"]["L2"] < 1e-7 and lab["ratios"]["frozen masks"] < 1e-7
    assert lab["ratios"]["new masks"] == pytest.approx(1, abs=0.005)
    both = lab["check"](lab["start"], 0.3, MASKS, lambda: np.random.default_rng(6))
    assert both < 1e-7


def test_expectation_is_kept(lab):
    assert lab["mean_error"] < 0.01 and lab["spread"] == pytest.approx(1, abs=0.005)
    A = np.full((1, 100000), 2.0)
    dropped, D = lab["dropout_forward"](A, 0.8, np.random.default_rng(1))
    assert dropped.mean() == pytest.approx(2, abs=0.01)
    assert dropped.var() == pytest.approx(0.2 / 0.8 * 4, abs=0.02)
    assert set(np.unique(dropped)) == {0.0, 2.5} and D.shape == A.shape


def test_exercise_no_division_on_the_way_back(lab):
    names = dict(lab)
    source = LAB.source("dropout").partition("\n\nrng =")[0]
    changed = source.replace("dA_tilde * D / keep_prob", "dA_tilde * D")
    assert changed != source
    exec(changed, names)
    exec(LAB.source("network"), names)
    Z, caches = lab["forward"](lab["start"], lab["few_X"], MASKS, np.random.default_rng(6))
    found = blocks(lab, names["backward"](lab["start"], Z, caches, lab["few_Y"], MASKS))
    for name, value in found.items():
        expected = {"1": 0.6 / 1.4, "2": 0.5 / 1.5, "3": 0}[name[2]]
        assert value == pytest.approx(expected, abs=1e-6), name


def test_results_of_the_map():
    none, l2, dropout = table()
    assert none[0] >= 0.98 and none[1] <= 0.86
    assert l2[1] - none[1] >= 0.02 and dropout[1] - none[1] >= 0.01
    each = rows("table", r"^\w+ +\[(\S+) (\S+) (\S+)\]$")
    assert np.all(each[1:] > each[0]) and np.all(each[2, :2] - each[0, :2] < 0.01)
    np.testing.assert_allclose(each.mean(axis=1), [none[1], l2[1], dropout[1]], rtol=0, atol=6e-4)


def test_readings_of_the_tables():
    none, l2, dropout = table()
    assert none[0] - none[1] == pytest.approx(0.14, abs=0.005)
    assert max(l2[0] - l2[1], dropout[0] - dropout[1]) < 0.08
    assert [none[2], l2[2], dropout[2]] == [91, 36, 23]
    start = 2 * np.sqrt([80, 800])
    assert start.round(1).tolist() == [17.9, 56.6]
    np.testing.assert_allclose(dropout[3:5], start, rtol=0.05)
    assert np.all(l2[3:] < none[3:]) and (none[5], dropout[5]) == (12.4, 2.3)
    sweep = rows("sweep", r"^(\S+) +(0\S+|1\S+) +(\S+) +(\S+)$")
    assert sweep[:, 0].tolist() == [0, 0.1, 0.3, 1, 3]
    assert np.all(np.diff(sweep[:, 1]) < 0) and np.all(np.diff(sweep[:, 3]) < 0)
    assert sweep[:, 2].argmax() == 2 and sweep[2, 2] - sweep[3, 2] == pytest.approx(0.003)
    assert round(100 * (sweep[0, 1] - sweep[0, 2])) == 13
    assert round(np.sqrt(0.897 * 0.103 / 3000), 3) == 0.006
    assert rows("masks", r"^keep_prob (\S+)  training (\S+)  dev (\S+)$")[:, 2].tolist() == [
        0.872, 0.884]


def test_exercise_decay(lab):
    lengths = [lab["length"](start) for _, start in lab["problems"]]
    assert np.mean(lengths) == pytest.approx(58.8, abs=0.06)
    left = np.array([1 - 0.1 * lambd / 200 for lambd in (0.3, 1)])**8000
    assert left.round(3).tolist() == [0.301, 0.018]
    assert (left * np.mean(lengths)).round(1).tolist() == [17.7, 1.1]


def test_third_data_set_again(lab, third):
    X, Y = lab["problems"][2][0]["test"]
    found = [np.mean(lab["predict"](parameters, X) == Y) for parameters in third.values()]
    printed = rows("table", r"^\w+ +\[(\S+) (\S+) (\S+)\]$")[:, 2]
    np.testing.assert_allclose(found, printed, rtol=0, atol=0.001)


def test_islands_of_figure_3(lab, third):
    side = np.linspace(-3, 3, 121)
    grid = np.stack(np.meshgrid(side, side)).reshape(2, -1)
    classes = {name: lab["predict"](p, grid).reshape(121, 121) for name, p in third.items()}
    pieces = {name: sum(ndimage.label(plane == k)[1] for k in (0, 1))
              for name, plane in classes.items()}
    assert pieces["none"] > 20 and 2 < pieces["L2"] < 8 and pieces["dropout"] == 2
    crest = np.array([[-0.6 * np.pi], [0.8]])  # below the left crest, 0 by the rule
    assert lab["wave_rule"](crest) == 0 and lab["predict"](third["dropout"], crest) == 1


def test_exercise_both(lab):
    models = lab["train_all"](0.3, {2: 0.8})
    assert lab["accuracies"](models, "dev").mean() == pytest.approx(0.905, abs=0.001)
    assert lab["accuracies"](models, "test").mean() == pytest.approx(0.901, abs=0.001)


@pytest.mark.parametrize("lambd, expected, gap", [(0.0, 0.894, 0.084), (0.3, 0.901, 0.062)])
def test_exercise_small_start(lab, lambd, expected, gap):
    names = dict(lab, problems=[
        (sets, {name: value / 4 for name, value in start.items()})
        for sets, start in lab["problems"]])
    exec(LAB.source("train").partition("begin =")[0], names)
    models = names["train_all"](lambd)
    training, test = (names["accuracies"](models, name).mean() for name in ("training", "test"))
    assert test == pytest.approx(expected, abs=0.001)
    assert training - test == pytest.approx(gap, abs=0.002)
