"""The classifier lab: what its exercises answer, recomputed with the lab's own cells."""

import inspect
import json
from pathlib import Path

import numpy as np
import pytest

from c1.w2 import s14_train_logistic_regression as trainer

LAB = Path(__file__).resolve().parents[3] / "docs/en/c1/w2/lab_logistic_regression_classifier.ipynb"
CELLS = ("generator", "flatten", "start", "cost-and-gradient", "train", "accuracy")


@pytest.fixture(scope="module")
def lab():
    """Return the names that the lab's cells define, without its plots and training runs."""
    names = {"np": np}
    for cell in json.loads(LAB.read_text(encoding="utf-8"))["cells"]:
        if cell["id"] in CELLS:
            source = "".join(line for line in cell["source"] if not line.startswith("print"))
            exec(source, names)
    return names


def test_numbers_of_the_text(lab):
    J, dw, db = lab["cost_and_gradient"](lab["w"], lab["b"], lab["X_train"], lab["Y_train"])
    assert J == pytest.approx(np.log(2), rel=1e-12)
    assert dw.shape == (768, 1) and lab["w"].size + 1 == 769
    assert db == pytest.approx(0.5 - lab["Y_train"].mean(), rel=1e-9)


def test_functions_are_those_of_2_14():
    cells = json.loads(LAB.read_text(encoding="utf-8"))["cells"]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    for name in ("sigmoid", "forward", "cost_and_gradient", "update", "predict"):
        assert inspect.getsource(getattr(trainer, name)).strip() in code
    loop = "for _ in range(steps):"  # only 2.14 says beside it why it stays
    head, body = inspect.getsource(trainer.train).strip().split(loop)
    assert head + loop + body[body.index("\n"):] in code


def test_a_score_of_zero_is_a_disc(lab):
    classes = lab["predict"](np.ones((1, 1)), 0.0, np.array([[-1e-9, 0.0, 1e-9]]))
    np.testing.assert_array_equal(classes, [[0, 1, 1]])


def test_pictures_are_bright_shapes_on_a_darker_ground(lab):
    pictures, Y = lab["make_pictures"](300, np.random.default_rng(7))
    assert pictures.shape == (300, 16, 16, 3) and Y.shape == (1, 300)
    assert pictures.min() >= 0 and pictures.max() <= 1
    middle = pictures[:, 7:9, 7:9].mean(axis=(1, 2, 3))
    corners = pictures[:, ::15, ::15].mean(axis=(1, 2, 3))
    assert np.mean(middle > corners) > 0.95


def test_exercise_scrambled_columns_leave_a_guess(lab):
    train_set = lab["train_pictures"].reshape(768, -1)
    test_set = lab["test_pictures"].reshape(768, -1)
    mean = train_set.mean(axis=1, keepdims=True)
    w, b, _ = lab["train"](train_set - mean, lab["Y_train"], 1, 150)
    assert lab["accuracy"](w, b, train_set - mean, lab["Y_train"]) == pytest.approx(0.72, abs=0.005)
    assert lab["accuracy"](w, b, test_set - mean, lab["Y_test"]) == pytest.approx(0.496, abs=0.0005)


def test_exercise_without_the_mean_the_learning_rate_must_be_small(lab):
    X, Y = lab["X_train"] + lab["mean"], lab["Y_train"]
    costs = lab["train"](X, Y, 1, 151)[2]  # the last is the cost after 150 steps
    assert max(costs) > 29 and costs[-1] > 10
    falling = [bool(np.all(np.diff(lab["train"](X, Y, alpha, 151)[2]) < 0))
               for alpha in (0.06, 0.065)]
    assert falling == [True, False]
    centered = lab["train"](lab["X_train"], Y, 1.8, 151)[2]
    assert np.all(np.diff(centered) < 0) and 1.8 / 0.06 == pytest.approx(30)


def test_no_single_value_separates_the_shapes(lab):
    X, discs = lab["X_train"], lab["Y_train"][0] == 1
    shares = []
    for x in X:
        cuts = np.quantile(x, np.linspace(0.05, 0.95, 19))
        right = [np.mean((x > cut) == discs) for cut in cuts]
        shares.append(max(right + [1 - share for share in right]))
    assert max(shares) < 0.65


def test_exercise_gray_pictures_overfit_less(lab):
    gray, gray_test = (lab[name].mean(axis=3).reshape(len(lab[name]), -1).T
                       for name in ("train_pictures", "test_pictures"))
    mean = gray.mean(axis=1, keepdims=True)
    X, Y = gray[:, :400] - mean, lab["Y_train"][:, :400]
    w, b, _ = lab["train"](X, Y, 1, 150)
    assert w.size == 256
    assert lab["accuracy"](w, b, X, Y) == pytest.approx(0.825, abs=0.0005)
    on_test = lab["accuracy"](w, b, gray_test - mean, lab["Y_test"])
    assert on_test == pytest.approx(0.687, abs=0.0005)
    assert np.sqrt(on_test * (1 - on_test) / 1000) == pytest.approx(0.015, abs=0.0005)


def test_exercise_gray_pictures_gain_little_on_average(lab):
    gains = []
    for seed in range(2, 8):
        rng = np.random.default_rng(seed)
        (few, Y), (many, Y_test) = lab["make_pictures"](400, rng), lab["make_pictures"](5000, rng)
        shares = []
        for seen in (lambda pictures: pictures, lambda pictures: pictures.mean(axis=3)):
            X, X_test = (seen(pictures).reshape(len(pictures), -1).T for pictures in (few, many))
            mean = X.mean(axis=1, keepdims=True)
            w, b, _ = lab["train"](X - mean, Y, 1, 150)
            shares.append(lab["accuracy"](w, b, X_test - mean, Y_test))
        gains.append(shares[1] - shares[0])
    assert 0.005 < np.mean(gains) < 0.02
