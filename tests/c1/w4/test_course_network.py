"""A deep network put together from the course's own snippets, trained on the pictures of the lab.

Initialization of 4.1, forward and backward of 4.6, update of 4.5: functions that different pages
show must work as one program.
"""

import json
from pathlib import Path

import numpy as np
import pytest

from c1.w4.s01_initialize_deep import initialize
from c1.w4.s02_deep_forward import forward as forward_of_4_2
from c1.w4.s03_check_shapes import check_shapes
from c1.w4.s05_training_step import backward as backward_of_4_5
from c1.w4.s05_training_step import cost, update
from c1.w4.s05_training_step import forward as forward_of_4_5
from c1.w4.s06_deep_gradients import backward, forward

LAB = Path(__file__).resolve().parents[3] / "docs/zh/c1/w2/lab_logistic_regression_classifier.ipynb"
CELLS = ("generator", "flatten")
TWO_LAYERS, FOUR_LAYERS = [768, 20, 1], [768, 32, 16, 8, 1]


@pytest.fixture(scope="module")
def pictures():
    """Return X_train, Y_train, X_test, Y_test as the lab's own cells generate them."""
    names = {"np": np}
    for cell in json.loads(LAB.read_text(encoding="utf-8"))["cells"]:
        if cell["id"] in CELLS:
            exec("".join(line for line in cell["source"] if not line.startswith("print")), names)
    return [names[name] for name in ("X_train", "Y_train", "X_test", "Y_test")]


def start(sizes, seed):
    """Return first parameters of scale 1 from 4.1, brought to the scale sqrt(2 / n_prev)."""
    parameters = initialize(sizes, np.random.default_rng(seed), scale=1.0)
    return {name: value * np.sqrt(2 / value.shape[1]) for name, value in parameters.items()}


def train(parameters, X, Y, alpha, batch, rounds, seed=0):
    """Return the parameters after some rounds through all pictures, a small batch a step."""
    rng = np.random.default_rng(seed)
    for _ in range(rounds):
        for chosen in np.split(rng.permutation(X.shape[1]), range(batch, X.shape[1], batch)):
            A, caches = forward(parameters, X[:, chosen])
            parameters = update(parameters, backward(A, Y[:, chosen], caches), alpha)
    return parameters


def accuracy(parameters, X, Y):
    return np.mean((forward(parameters, X)[1][-1][2] >= 0.0) == Y)


@pytest.mark.parametrize(("sizes", "least"), [(TWO_LAYERS, 0.93), (FOUR_LAYERS, 0.94)])
def test_the_network_learns_the_pictures_of_the_lab(pictures, sizes, least):
    X, Y, X_test, Y_test = pictures
    parameters = train(start(sizes, seed=1), X, Y, alpha=0.3, batch=32, rounds=20)
    assert accuracy(parameters, X, Y) > 0.99
    assert accuracy(parameters, X_test, Y_test) >= least


def test_one_layer_stays_where_logistic_regression_stays(pictures):
    X, Y, X_test, Y_test = pictures
    parameters = train(start([768, 1], seed=1), X, Y, alpha=0.1, batch=200, rounds=15)
    assert 0.65 <= accuracy(parameters, X_test, Y_test) <= 0.78


def test_all_shapes_are_those_of_4_3(pictures):
    X, Y = pictures[0][:, :10], pictures[1][:, :10]
    parameters = start(FOUR_LAYERS, seed=0)
    A, caches = forward(parameters, X)
    arrays = parameters | backward(A, Y, caches) | {"A4": A}
    for layer, (A_prev, _, Z) in enumerate(caches, 1):
        arrays |= {f"A{layer - 1}": A_prev, f"Z{layer}": Z}
    check_shapes(arrays, FOUR_LAYERS, m=10)


def test_the_pages_agree_with_each_other(pictures):
    X, Y = pictures[0][:, :50], pictures[1][:, :50]
    parameters = start(FOUR_LAYERS, seed=2)
    A, caches = forward(parameters, X)
    gradients = backward(A, Y, caches)
    for other in (forward_of_4_2, forward_of_4_5):
        np.testing.assert_array_equal(other(parameters, X)[0], A)
    for name, value in backward_of_4_5(A, Y, caches).items():
        np.testing.assert_array_equal(value, gradients[name])


def test_gradient_along_a_random_direction(pictures):
    X, Y = pictures[0][:, :50], pictures[1][:, :50]
    parameters, rng, step = start(FOUR_LAYERS, seed=3), np.random.default_rng(3), 1e-6
    direction = {name: rng.standard_normal(value.shape) for name, value in parameters.items()}

    def cost_at(t):
        moved = {name: value + t * direction[name] for name, value in parameters.items()}
        return cost(forward(moved, X)[1][-1][2], Y)

    A, caches = forward(parameters, X)
    gradients = backward(A, Y, caches)
    exact = sum(np.sum(gradients["d" + name] * direction[name]) for name in parameters)
    assert (cost_at(step) - cost_at(-step)) / (2 * step) == pytest.approx(exact, rel=1e-6)
