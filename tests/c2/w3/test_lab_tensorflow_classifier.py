"""The TensorFlow lab: what its text and exercises say, recomputed with its own cells."""

import ast
import inspect
import re
import time

import numpy as np
import pytest

from c2.w2 import s08_adam_update
from c2.w2.s01_random_mini_batches import minibatches
from c2.w3 import s09_cross_entropy_and_gradient, s09_one_hot
from lab_tools import Lab, bare

LAB = Lab("c2/w3/lab_tensorflow_classifier.ipynb")
DEEP = Lab("c1/w4/lab_deep_network_step_by_step.ipynb")
NUMPY_CELLS = ("network", "network-back", "generator", "softmax", "adam")
SKIPPED = ("imports", "show", "curves", "wrong")


@pytest.fixture(scope="module")
def lab():
    """Return the names that the cells of NumPy alone define."""
    return LAB.run(NUMPY_CELLS)


@pytest.fixture(scope="module")
def full():
    """Return the names that all cells but the plots define, where TensorFlow is installed."""
    pytest.importorskip("tensorflow", reason="TensorFlow is not installed")
    keras = pytest.importorskip("keras", reason="Keras is not installed")
    before, defined = keras.config.floatx(), {"np": np, "time": time}
    for name in LAB.cells:
        if name not in SKIPPED:
            exec(LAB.source(name), defined)
    yield defined
    keras.config.set_floatx(before)


def functions(code):
    """Return {name: source} of the functions in some code, with their docstrings."""
    return {node.name: ast.unparse(node) for node in ast.parse(code).body
            if isinstance(node, ast.FunctionDef)}


def test_numpy_functions_are_those_of_the_lab_of_course_1():
    mine, theirs = functions(LAB.code()), functions(DEEP.code())
    for name in ("initialize_he", "sigmoid", "relu", "layer_forward", "forward", "cost",
                 "linear_backward", "layer_backward", "backward"):
        assert mine[name] == theirs[name], name
    for table in (r"ACTIVATIONS = \{.*?\}", r"SLOPES = \{.*?\n\}"):
        assert re.search(table, DEEP.code(), re.S)[0] in LAB.code()


def test_functions_are_those_of_the_sections():
    mine = bare(LAB.code())
    for module, names in ((s09_cross_entropy_and_gradient, ("softmax", "loss")),
                          (s09_one_hot, ("one_hot",)), (s08_adam_update, ("adam",))):
        theirs = bare(inspect.getsource(module))
        for name in names:
            assert mine[name] == theirs[name], name


def test_first_network_is_that_of_the_lab_of_course_1(lab):
    assert LAB.printed("network-back") == "cost 0.8324  derivatives 43\n"
    assert "cost 0.8324" in DEEP.printed("cost")
    deep = DEEP.run(["initialize", "check-shapes", "layer-forward", "forward", "cost",
                     "layer-backward", "backward"])
    np.testing.assert_array_equal(lab["X"], deep["X"])
    for name, value in deep["gradients"].items():
        np.testing.assert_array_equal(lab["gradients"][name], value)


def test_hand_derivatives_of_the_small_expression():
    def f(p, q):
        return p**2 * q + np.log(p)
    p, q, step = 2.0, 3.0, 1e-4
    assert (f(p + step, q) - f(p - step, q)) / (2 * step) == pytest.approx(12.5, abs=1e-6)
    assert (f(p, q + step) - f(p, q - step)) / (2 * step) == pytest.approx(4, abs=1e-6)
    assert (f(p + step, q) - 2 * f(p, q) + f(p - step, q)) / step**2 == pytest.approx(5.75, abs=1e-5)
    assert LAB.printed("tape") == "f 12.6931  tape [12.5, 4.0]  by hand [12.5, 4.0]\n"


def test_glyphs_are_what_they_are_called(lab):
    pictures, labels = lab["make_glyphs"](1200, np.random.default_rng(7))
    assert pictures.shape == (1200, 16, 16) and pictures.min() >= 0 and pictures.max() <= 1
    assert np.bincount(labels).tolist() == [200] * 6
    disc, ring, square, triangle, cross, bars = (pictures[labels == k].mean(axis=0) for k in range(6))
    middle = slice(7, 9)
    assert disc[middle, middle].mean() > ring[middle, middle].mean() + 0.3
    assert square[3:5, 3:5].mean() > disc[3:5, 3:5].mean() + 0.05  # its corners
    assert triangle[11, :].mean() > triangle[4, :].mean() + 0.1  # wider below
    assert cross[middle, middle].mean() > cross[3:5, 3:5].mean() + 0.3
    columns = bars[5:11].mean(axis=0)
    assert min(columns[4], columns[11]) > columns[middle].mean() + 0.2


def test_glyphs_are_the_same_for_the_same_seed(lab):
    one, other = (lab["make_glyphs"](60, np.random.default_rng(3)) for _ in range(2))
    np.testing.assert_array_equal(one[0], other[0])
    np.testing.assert_array_equal(one[1], other[1])
    assert len(lab["X_train"].T) == 3000 and len(lab["X_test"].T) == 600
    np.testing.assert_allclose(lab["X_train"].mean(axis=1), 0, rtol=0, atol=1e-12)


def test_before_training(lab):
    assert sum(value.size for value in lab["parameters"].values()) == 16838 == 16448 + 390
    assert 256 * 64 + 64 == 16448 and 64 * 6 + 6 == 390
    assert lab["J_start"] == pytest.approx(np.log(6), abs=0.02)
    assert np.mean(lab["before"]) == pytest.approx(1 / 6, abs=0.005)
    assert lab["before"][0] == pytest.approx(0.227, abs=0.0005)


def test_exercise_output_layer_of_zeros(lab):
    zero = lab["parameters"] | {"W2": np.zeros((6, 64))}
    J, right = lab["evaluate"](zero, lab["X_test"], lab["Y_test"])
    assert J == pytest.approx(np.log(6), abs=1e-12) and f"{J:.4f}" == "1.7918"
    assert right == pytest.approx(100 / 600) and f"{right:.3f}" == "0.167"


def test_softmax_gradients_are_central_differences(lab):
    rng = np.random.default_rng(4)
    parameters = lab["initialize_he"]([5, 4, 3], rng)
    X, Y = rng.standard_normal((5, 7)), lab["one_hot"](rng.integers(0, 3, 7), 3)
    exact = lab["numpy_gradients"](parameters, X, Y)
    for name, value in parameters.items():
        numeric = np.zeros_like(value)
        for place in np.ndindex(value.shape):
            nudge = np.zeros_like(value)
            nudge[place] = 1e-5
            up, down = (lab["evaluate"](parameters | {name: moved}, X, Y)[0]
                        for moved in (value + nudge, value - nudge))
            numeric[place] = (up - down) / 2e-5
        error = np.linalg.norm(exact["d" + name] - numeric)
        assert error < 1e-7 * (np.linalg.norm(numeric) + np.linalg.norm(exact["d" + name]))


def test_numpy_learns_on_other_batches_too(lab):
    rng = np.random.default_rng(8)
    stream = ((X_t.T, labels_t[0]) for _ in range(8) for X_t, labels_t in minibatches(
        lab["X_train"], lab["labels_train"][np.newaxis], 64, rng))
    last = lab["train_numpy"](lab["parameters"], stream)[-1]
    assert lab["evaluate"](last, lab["X_test"], lab["Y_test"])[1] >= 0.93


def test_mini_batches_as_printed():
    assert -(-3000 // 64) == 47 and 3000 - 46 * 64 == 56 and 20 * 47 == 940
    assert LAB.printed("batches").splitlines()[:2] == [
        "steps 940  of an epoch 47", "last mini-batches of the first epoch [64, 64, 56]"]


def test_checks_of_the_committed_outputs_hold():
    printed = "".join(map(LAB.printed, LAB.cells))
    assert "False" not in printed and printed.count("True") == 6
    assert LAB.printed("assertions") == "all results hold\n"


def test_last_line_of_training():
    found = re.findall(r"epoch (..)  (\S+) (\S+)  (\S+) (\S+)\n", LAB.printed("train"))
    assert [line[0] for line in found] == [" 1", " 5", "10", "20"]
    on_train, _, on_test, right = map(float, found[-1][1:])
    assert on_train < 0.3 * on_test and right == 0.968
    assert np.sqrt(right * (1 - right) / 600) == pytest.approx(0.007, abs=0.0005)
    assert LAB.printed("three").count("test: cost 0.0835  accuracy 0.968\n") == 2
    assert "20 epochs: 3.0e-04 1.4e-02\n" in LAB.printed("three")
    assert "test: cost 0.0835  accuracy 0.968\n" in LAB.printed("keras")


def test_confusion_as_told():
    rows = LAB.printed("confusion").splitlines()[1:7]
    matrix = np.array([row.split()[1:] for row in rows], int)
    assert matrix.sum(axis=1).tolist() == [100] * 6
    wrong = 600 - np.trace(matrix)
    assert wrong == 19 and f"{1 - wrong / 600:.3f}" == "0.968"
    assert 100 - matrix[0, 0] == 11 and matrix[0, 2] == 7 and matrix[2, 0] == 3
    assert matrix[3, 3] == 100


@pytest.mark.reference
def test_all_cells_run_and_their_assertions_hold(full):
    assert full["seconds"] < 20 and full["keras_difference"] < 1e-12
    assert full["wrong"].size == 19
    names = [full["NAMES"][k] for k in full["labels_test"][full["wrong"]]]
    assert names.count("disc") == 11


@pytest.mark.reference
def test_worst_pictures_are_as_the_alternative_text_says(full):
    A = full["softmax"](full["Z"].T)
    truth = full["labels_test"][full["wrong"]]
    worst = full["wrong"][np.argsort(A[truth, full["wrong"]])][:12]
    pairs = [{full["NAMES"][full["labels_test"][i]], full["NAMES"][full["predicted"][i]]}
             for i in worst]
    assert sum("bars" in pair for pair in pairs) == 1
    assert sum("disc" in pair and bool(pair & {"square", "triangle"}) for pair in pairs) == 11


@pytest.mark.reference
def test_tensors_do_not_change_and_types_do_not_mix(full):
    tf = full["tf"]
    with pytest.raises(TypeError):
        full["M"][0, 0] = 5.0
    with pytest.raises(tf.errors.InvalidArgumentError):
        full["M"] + full["ones"]
    assert full["ones"].dtype == tf.float64 and tf.constant(1.0).dtype == tf.float32
    assert LAB.printed("tensors").splitlines()[2:] == [
        "float32 + float64: InvalidArgumentError", "[[2.0, 3.0], [4.0, 5.0]]"]


@pytest.mark.reference
def test_exercise_second_derivative(full):
    tf = full["tf"]
    p, q = tf.Variable(2.0), tf.Variable(3.0)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            f = p**2 * q + tf.math.log(p)
        first = inner.gradient(f, p)
    assert float(outer.gradient(first, p)) == pytest.approx(5.75, abs=1e-5)


def fit(full, data, **options):
    """Return test cost and accuracy of the lab's model, trained by Keras on some data."""
    keras, model = full["keras"], full["make_model"]()
    model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.001), metrics=["accuracy"],
                  loss=keras.losses.SparseCategoricalCrossentropy(**options))
    model.fit(data, epochs=20, steps_per_epoch=47, shuffle=False, verbose=0)
    return model.evaluate(full["X_test"].T, full["labels_test"], verbose=0)


@pytest.mark.reference
def test_exercise_without_from_logits(full):
    assert fit(full, full["batches"]())[1] == pytest.approx(0.81, abs=0.005)


@pytest.mark.reference
def test_exercise_sorted_and_hardly_shuffled(full):
    order = np.argsort(full["labels_train"], kind="stable")
    data = full["tf"].data.Dataset.from_tensor_slices(
        (full["X_train"].T[order], full["labels_train"][order]))
    data = data.shuffle(64, seed=1).batch(64).repeat(20)
    assert set(next(iter(data))[1].numpy()) == {0}
    J, right = fit(full, data, from_logits=True)
    assert J == pytest.approx(0.141, abs=0.001) and right == pytest.approx(0.963, abs=0.003)


@pytest.mark.reference
def test_exercise_betas_that_float32_holds(full):
    assert all(float(np.float32(beta)) == beta for beta in (0.875, 1 - 2**-10))
    assert all(float(np.float32(beta)) != beta for beta in (0.9, 0.999))
    adam = full["keras"].optimizers.Adam(0.001, beta_1=0.875, beta_2=1 - 2**-10)
    by_tape = full["train"](full["parameters"], adam)[-1]
    by_numpy = full["train_numpy"](full["parameters"], full["batches"]().as_numpy_iterator(),
                                   0.875, 1 - 2**-10)[-1]
    assert full["distance"](by_tape, by_numpy) < 1e-12


@pytest.mark.reference
def test_exercise_first_step_and_what_grows(full):
    tf, keras = full["tf"], full["keras"]
    zero, gradient = np.zeros(3), np.array([0.5, -2.0, 3.0])
    w, optimizer = tf.Variable(zero), keras.optimizers.Adam(0.001)
    optimizer.apply_gradients([(tf.constant(gradient), w)])
    by_numpy = full["adam"]({"w": zero}, {"dw": gradient}, {"dw": zero}, {"dw": zero}, 1,
                            eps=1e-7 / np.sqrt(0.001))[0]["w"]
    assert np.abs(w.numpy() - by_numpy).max() == pytest.approx(7e-9, abs=0.5e-9)
    stream = list(full["batches"]().as_numpy_iterator())
    base = [full["parameters"], *full["numpy_path"]]
    for scale, ends in ((1e-8, 1.2e-7), (1e-6, 0.02)):
        rng = np.random.default_rng(5)
        start = {name: value + scale * rng.standard_normal(value.shape)
                 for name, value in full["parameters"].items()}
        moved = [start, *full["train_numpy"](start, stream)]
        signs = ((p["W1"] @ X_t.T + p["b1"] > 0, q["W1"] @ X_t.T + q["b1"] > 0)
                 for p, q, (X_t, _) in zip(base, moved, stream, strict=False))
        flips = sum(np.sum(one != other) for one, other in signs)
        assert (flips == 0) == (scale == 1e-8)
        assert full["distance"](base[-1], moved[-1]) == pytest.approx(ends, rel=0.05)


@pytest.mark.reference
def test_float32_is_as_good(full):
    keras = full["keras"]
    keras.config.set_floatx("float32")
    try:
        data = full["batches"]().map(lambda X_t, labels_t: (full["tf"].cast(X_t, "float32"), labels_t))
        J, right = fit(full, data, from_logits=True)
    finally:
        keras.config.set_floatx("float64")
    assert J == pytest.approx(0.0835, abs=0.005) and right == pytest.approx(0.968, abs=0.01)
