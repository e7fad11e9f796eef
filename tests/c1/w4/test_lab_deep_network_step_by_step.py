"""The step-by-step lab: what its text and exercises say, recomputed with its own cells."""

import inspect
import re

import numpy as np
import pytest

from c1.w4 import s03_check_shapes, s05_layer_blocks, s05_training_step, s06_deep_gradients
from lab_tools import Lab, bare

LAB = Lab("c1/w4/lab_deep_network_step_by_step.ipynb")
SKIPPED = ("imports", "race", "train-plot", "scales-plot", "assertions")


@pytest.fixture(scope="module")
def lab():
    """Return the names that the lab's cells define, without its clock and plots."""
    return LAB.run(name for name in LAB.cells if name not in SKIPPED)


def test_functions_are_those_of_the_sections():
    code = LAB.code()
    kept = {s03_check_shapes: ("expected_shape", "check_shapes"),
            s05_layer_blocks: ("sigmoid", "relu", "layer_forward", "linear_backward",
                               "layer_backward"),
            s05_training_step: ("update", "cost"),
            s06_deep_gradients: ("backward",)}
    mine = bare(code)
    for module, names in kept.items():
        theirs = bare(inspect.getsource(module))
        for name in names:
            assert mine[name] == theirs[name], name
    slopes = re.search(r"SLOPES = \{.*?\n\}", inspect.getsource(s05_layer_blocks), re.S)
    assert slopes[0] in code


def test_forward_and_backward_equal_those_of_4_6(lab):
    A, caches = s06_deep_gradients.forward(lab["parameters"], lab["X"])
    np.testing.assert_array_equal(A, lab["A_L"])
    gradients = s06_deep_gradients.backward(A, lab["Y"], caches)
    assert gradients.keys() == lab["gradients"].keys()
    for name, value in gradients.items():
        np.testing.assert_array_equal(value, lab["gradients"][name])


def test_start_keeps_the_size_of_signals(lab):
    wide = lab["initialize_he"]([400, 300, 1], np.random.default_rng(5))
    assert wide["W1"].std() == pytest.approx(np.sqrt(2 / 400), rel=0.01)
    assert wide["W2"].std() == pytest.approx(np.sqrt(2 / 300), rel=0.15)
    assert not wide["b1"].any() and wide["b1"].shape == (300, 1)
    a = np.maximum(0, wide["W1"] @ np.random.default_rng(6).standard_normal((400, 200)))
    assert np.mean(a**2) == pytest.approx(1, abs=0.1)


def test_counts(lab):
    assert sum(value.size for value in lab["parameters"].values()) == 43 == 24 + 15 + 4
    numbers = sum(A_prev.size + Z.size for A_prev, _, Z in lab["caches"])
    assert numbers == 200


def test_gradient_checks(lab):
    assert max(lab["gradient_error"].values()) < 1e-7
    nudge = 1e-5 * max(np.abs(A_prev).max() for A_prev, _, _ in lab["caches"])
    closest = min(np.abs(Z).min() for _, _, Z in lab["caches"][:-1])
    assert closest > 3 * nudge  # no nudge reaches the corner of ReLU
    assert lab["near"] == 0 and closest > 0.0001
    other = lab["initialize_he"]([3, 7, 6, 2, 1], np.random.default_rng(8))
    X, Y = np.random.default_rng(9).standard_normal((3, 4)), np.array([[0, 1, 1, 0]])
    A, caches = lab["forward"](other, X, "tanh")
    exact = lab["flatten"](lab["backward"](A, Y, caches, "tanh"))
    numeric = lab["flatten"](lab["numeric_gradients"](other, X, Y, "tanh"))
    assert lab["relative_difference"](exact, numeric) < 1e-7


def test_the_planted_fault_is_found_in_layers_1_and_2(lab):
    for name, value in lab["bug"].items():
        assert value < 1e-7 if name in ("dW3", "db3") else 0.3 < value < 0.5


def test_exercise_divided_twice(lab):
    twice = lab["backward"](lab["A_L"] / 10, lab["Y"] / 10, lab["caches"])
    for name, value in lab["gradients"].items():
        error = lab["relative_difference"](twice[name], value)
        assert error == pytest.approx(0.818, abs=0.0005)


def test_loops_agree_for_another_network(lab):
    parameters = lab["initialize_he"]([4, 6, 5, 3, 1], np.random.default_rng(10))
    X, Y = np.random.default_rng(11).standard_normal((4, 7)), np.array([[0, 1, 1, 0, 1, 0, 0]])
    A, caches = lab["forward"](parameters, X)
    loops, fast = lab["naive_gradients"](parameters, X, Y), lab["backward"](A, Y, caches)
    for name, value in fast.items():
        np.testing.assert_allclose(loops[name], value, rtol=0, atol=1e-12)
    assert "@" not in LAB.source("naive").split("loops =")[0]


def test_ten_examples_are_learned_by_heart(lab):
    assert lab["right"] == 10 and lab["costs"][-1] == pytest.approx(0.0154, abs=0.0005)


def test_exercise_a_hundred_random_labels(lab):
    rng = np.random.default_rng(0)
    X, Y = rng.standard_normal((5, 100)), rng.integers(0, 2, (1, 100))
    start = lab["initialize_he"](lab["sizes"], np.random.default_rng(0))
    trained, costs = lab["train"](X, Y, start, 0.1, 10000)
    assert np.mean(lab["predict"](trained, X) == Y) == pytest.approx(0.76, abs=0.005)
    assert costs[-1] == pytest.approx(0.49, abs=0.005)


def test_signals_of_a_small_start_fade(lab):
    factor = 0.01 * np.sqrt(100 / 2)
    assert factor == pytest.approx(0.071, abs=0.0005)
    assert factor**10 == pytest.approx(3e-12, rel=0.06)
    assert lab["signals"]["0.01"][10] == pytest.approx(factor**10, rel=0.3)
    steps = np.array(lab["signals"]["He"])
    assert np.all((steps > 0.5) & (steps < 2))
