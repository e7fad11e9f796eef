"""The deep picture lab: what its text and exercises say, recomputed with its own cells."""

import re

import numpy as np
import pytest

from lab_tools import Lab

LAB = Lab("c1/w4/lab_deep_network_picture_classifier.ipynb")
BEFORE = Lab("c1/w4/lab_deep_network_step_by_step.ipynb")
WEEK_2 = Lab("c1/w2/lab_logistic_regression_classifier.ipynb")
CELLS = ("generator", "flatten", "network", "network-back", "logistic", "train")


@pytest.fixture(scope="module")
def lab():
    """Return the names that the lab's cells define, without its plots and training runs."""
    return LAB.run(CELLS)


@pytest.fixture(scope="module")
def trained(lab):
    """Return {sizes: [parameters from seed 0, 1, ...]} with learning rate 0.5, 30 epochs."""
    return {sizes: [fit(lab, sizes, seed) for seed in range(6)]
            for sizes in ((768, 20, 1), (768, 32, 16, 8, 1))}


def fit(lab, sizes, seed, m=2000, alpha=0.5, epochs=30):
    """Return the parameters after training on the first m pictures as the lab does."""
    rng = np.random.default_rng(seed)
    start = lab["initialize_he"](sizes, rng)
    X, Y = lab["X_train"][:, :m], lab["Y_train"][:, :m]
    return lab["train"](X, Y, start, alpha, epochs, rng)[0]


def functions(text):
    """Return {name: source} of the functions at the left edge."""
    found = re.finditer(r"^def (\w+)\(.*?(?=\n\n\n|\Z)", text, re.M | re.S)
    return {match[1]: match[0].strip() for match in found}


def test_functions_and_pictures_are_those_of_the_earlier_labs():
    mine = functions(LAB.code())
    before = functions(BEFORE.code())
    for name in ("initialize_he", "sigmoid", "relu", "layer_forward", "forward", "cost",
                 "linear_backward", "layer_backward", "backward", "update", "predict"):
        assert mine[name] == before[name], name
    week_2 = functions(WEEK_2.code())
    for name in ("make_pictures", "flatten", "show_pictures"):
        assert mine[name] == week_2[name], name


def test_training_and_test_pictures_are_those_of_week_2(lab):
    names = WEEK_2.run(["generator"])
    for name in ("train_pictures", "test_pictures", "Y_train", "Y_test"):
        np.testing.assert_array_equal(names[name], lab[name])


def test_table(lab, trained):
    rows = re.findall(r"^(768\S*) +(\d+) +(\S+) +(\S+) +(\S+)$", LAB.printed("table"), re.M)
    expected = {"768-1": lab["logistic"], "768-20-1": trained[768, 20, 1][0],
                "768-32-16-8-1": trained[768, 32, 16, 8, 1][0]}
    assert [row[0] for row in rows] == list(expected)
    for (name, count, *shares), parameters in zip(rows, expected.values()):
        assert int(count) == sum(value.size for value in parameters.values())
        for which, share in zip(("train", "dev", "test"), shares):
            got = lab["accuracy"](parameters, lab[f"X_{which}"], lab[f"Y_{which}"])
            assert got == pytest.approx(float(share), abs=0.0005), (name, which)
    assert float(rows[1][4]) >= 0.93 and float(rows[2][4]) >= 0.94
    assert np.sqrt(0.96 * 0.04 / 1000) == pytest.approx(0.006, abs=0.0005)


def test_learning_curves_end_as_the_caption_says(lab, trained):
    def costs(parameters):
        return [lab["cost"](lab["forward"](parameters, lab[f"X_{which}"])[1][-1][2],
                            lab[f"Y_{which}"]) for which in ("train", "dev")]
    two, four = (runs[0] for runs in trained.values())
    assert costs(two)[0] == pytest.approx(0.004, abs=0.0005)
    assert costs(two)[1] == pytest.approx(0.12, abs=0.005)
    assert costs(four)[0] == pytest.approx(0.00015, abs=0.000005)
    assert costs(four)[1] == pytest.approx(0.12, abs=0.005)
    earlier = fit(lab, (768, 32, 16, 8, 1), 0, epochs=10)
    assert costs(earlier)[1] == pytest.approx(0.106, abs=0.0005)


def test_exercise_larger_rates(lab):
    def on_dev(sizes, alpha):
        parameters = fit(lab, sizes, 0, alpha=alpha)
        _, caches = lab["forward"](parameters, lab["X_dev"])
        share = lab["accuracy"](parameters, lab["X_dev"], lab["Y_dev"])
        return share, np.mean(caches[-1][0] > 0)  # accuracy, live part of the last hidden layer
    two, four = (768, 20, 1), (768, 32, 16, 8, 1)
    assert on_dev(two, 1.0)[0] == pytest.approx(0.970, abs=0.0015)
    assert on_dev(four, 1.0)[0] == pytest.approx(0.969, abs=0.0015)
    assert on_dev(two, 2.0)[0] == pytest.approx(0.974, abs=0.0015)
    share, alive = on_dev(four, 2.0)
    assert share == pytest.approx(0.502, abs=0.0015) and alive < 0.01


def test_exercise_six_seeds(lab, trained):
    shares = np.array([[lab["accuracy"](p, lab["X_test"], lab["Y_test"]) for p in runs]
                       for runs in trained.values()])
    np.testing.assert_allclose(shares.mean(axis=1), [0.959, 0.967], atol=0.0015)
    assert np.all(shares[1] > shares[0])


def test_exercise_400_pictures(lab):
    for sizes, share in (((768, 20, 1), 0.796), ((768, 32, 16, 8, 1), 0.757)):
        parameters = fit(lab, sizes, 0, m=400)
        on_train = lab["accuracy"](parameters, lab["X_train"][:, :400], lab["Y_train"][:, :400])
        assert on_train == 1
        on_test = lab["accuracy"](parameters, lab["X_test"], lab["Y_test"])
        assert on_test == pytest.approx(share, abs=0.0015)
    assert re.search(r"m 400 .*test 0\.661", WEEK_2.printed("sizes"))


def test_replayed_facts_are_those_of_the_pictures(lab):
    names = dict(lab)
    exec(LAB.source("facts").split("again =")[0], names)
    pictures, Y = lab["make_pictures"](400, np.random.default_rng(7))
    size, contrast, shift = names["facts"](400, np.random.default_rng(7))
    middle = pictures[:, 7:9, 7:9].mean(axis=(1, 2))
    corners = pictures[:, ::15, ::15].mean(axis=(1, 2))
    measured = np.linalg.norm(middle - corners, axis=1)
    assert np.corrcoef(measured, contrast)[0, 1] > 0.85
    clear = (Y[0] == 1) & (contrast > 0.8)
    ground = np.median(pictures.reshape(400, -1, 3), axis=1)[:, None, None]
    area = (np.linalg.norm(pictures - ground, axis=3) > 0.5 * contrast[:, None, None]).sum((1, 2))
    small = clear & (size < 5)  # the background is still the larger part
    np.testing.assert_allclose(np.sqrt(area[small] / np.pi), size[small], atol=0.6)
    assert shift.max() <= 2 and np.mean(shift > 1.7) == pytest.approx(1 - 0.85**2, abs=0.06)


def test_shapes_touch_the_border_in_13_percent(lab):
    source = LAB.source("generator")
    names = {"np": np}
    exec(source.split("rng =")[0].replace("return np.clip(np.where(inside, bright, dark) + noise,"
                                          " 0, 1), Y", "return inside[..., 0]"), names)
    inside = names["make_pictures"](2000, np.random.default_rng(1))
    border = inside.copy()
    border[:, 1:-1, 1:-1] = False
    assert border.any(axis=(1, 2)).mean() == pytest.approx(0.13, abs=0.005)
    assert border.sum() / (2000 * 60) < 0.01  # nearly always background


def test_tally_and_captions(lab, trained):
    names = dict(lab)
    exec(LAB.source("facts").split("again =")[0], names)
    again = np.random.default_rng(1)
    size, contrast, shift = [names["facts"](m, again) for m in (2000, 1000, 1000)][-1]
    four, Y = trained[768, 32, 16, 8, 1][0], lab["Y_dev"][0]
    A = lab["forward"](four, lab["X_dev"])[0][0]
    wrong = np.flatnonzero((A >= 0.5) != Y)
    tags = np.array([size < 4, contrast < 0.5, shift > 1.7])[:, wrong]
    assert wrong.size == 40 and tags.sum(axis=1).tolist() == [13, 8, 22]
    rows = re.findall(r"^(?:small|faint|far off) +(\d+) +(\d+) ", LAB.printed("facts"), re.M)
    everywhere = [(size < 4).sum(), (contrast < 0.5).sum(), (shift > 1.7).sum()]
    assert [(int(a), int(b)) for a, b in rows] == list(zip(everywhere, [13, 8, 22]))
    assert tags.sum() == 43 and tags.any(axis=0).sum() == 29
    assert 0.960 + 0.022 == pytest.approx(0.982) and 0.960 + 0.008 == pytest.approx(0.968)
    worst = wrong[np.argsort(-np.abs(A - Y)[wrong])][:24]
    discs = worst[Y[worst] == 1]
    crosses = worst[Y[worst] == 0]
    assert (discs.size, np.sum(size[discs] < 4)) == (9, 7)
    assert (crosses.size, np.sum(shift[crosses] > 1.7)) == (15, 8)


def test_shifted_copies_halve_the_mistakes_for_another_seed_too(lab):
    moves = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))
    copies = [np.roll(lab["train_pictures"], move, axis=(1, 2)) for move in moves]
    X = np.hstack([lab["flatten"](pictures) for pictures in copies]) - lab["mean"]
    rng = np.random.default_rng(3)
    start = lab["initialize_he"]([768, 32, 16, 8, 1], rng)
    moved, _ = lab["train"](X, np.tile(lab["Y_train"], 5), start, 0.5, 6, rng)
    assert X.shape == (768, 10000)
    assert lab["accuracy"](moved, lab["X_test"], lab["Y_test"]) > 0.97
    assert 30 * 32 == pytest.approx(6 * np.ceil(10000 / 64), rel=0.03)
