"""The TensorFlow lab: what its text and exercises say, recomputed with its own cells."""

import inspect
import re
import time

import numpy as np
import pytest

from c2.w2 import s08_adam_update
from c2.w2.s01_random_mini_batches import minibatches
from c2.w3 import s09_cross_entropy_and_gradient, s09_one_hot
from lab_tools import Lab, bare, functions, is_alone, run_alone

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
    """Return the names that all cells but the plots define."""
    if not is_alone():
        pytest.skip("runs in a process of its own")
    defined = {"np": np, "time": time}
    for name in LAB.cells:
        if name not in SKIPPED:
            exec(LAB.source(name), defined)
    return defined


@pytest.mark.reference
@pytest.mark.skipif(is_alone(), reason="this is that process")
def test_with_tensorflow():
    pytest.importorskip("tensorflow", reason="TensorFlow is not installed")
    assert run_alone(__file__)[0] == 0


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
    second = (f(p + step, q) - 2 * f(p, q) + f(p - step, q)) / step**2
    assert second == pytest.approx(5.75, abs=1e-5)
    assert LAB.printed("tape") == "f 12.6931  tape [12.5, 4.0]  by hand [12.5, 4.0]\n"


def test_glyphs_are_what_they_are_called(lab):
    pictures, labels = lab["make_glyphs"](1200, np.random.default_rng(7))
    assert pictures.shape == (1200, 16, 16) and pictures.min() >= 0 and pictures.max() <= 1
    assert np.bincount(labels).tolist() == [200] * 6
    disc, ring, square, triangle, cross, bars = (
        pictures[labels == k].mean(axis=0) for k in range(6))
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
    assert LAB.printed("batches").splitlines()[:3] == [
        "steps 940  of an epoch 47", "last mini-batches of the first epoch [64, 64, 56]",
        "each picture once in an epoch: True"]
    by_numpy = minibatches(np.zeros((1, 3000)), np.zeros((1, 3000)), 64, np.random.default_rng(0))
    assert [X_t.shape[1] for X_t, _ in by_numpy] == [64] * 46 + [56]


def test_checks_of_the_committed_outputs_hold():
    printed = "".join(map(LAB.printed, LAB.cells))
    assert "False" not in printed and printed.count("True") == 7
    assert LAB.printed("assertions") == "all results hold\n"


def test_last_line_of_training():
    found = re.findall(r"epoch (..)  (\S+) (\S+)  (\S+) (\S+)\n", LAB.printed("train"))
    assert [line[0] for line in found] == [" 1", " 5", "10", "20"]
    assert found[-1][1] == "0.0243"  # as the alternative text of the curves says
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
    assert wrong == 19 and f"{1 - wrong / 600:.3f}" == "0.968" and matrix[3, 3] == 100
    assert 100 - matrix[0, 0] == 11 and matrix[0, 2] == 7 and matrix[2, 0] == 3


@pytest.mark.reference
def test_all_cells_run_and_their_assertions_hold(full):
    assert full["seconds"] < 20 and full["keras_difference"] < 1e-12 and full["wrong"].size == 19
    assert np.sum(full["labels_test"][full["wrong"]] == 0) == 11  # discs


@pytest.fixture(scope="module")
def worst(full):
    """Return the numbers of the 12 pictures of the last figure."""
    A = full["softmax"](full["Z"].T)
    truth = full["labels_test"][full["wrong"]]
    return full["wrong"][np.argsort(A[truth, full["wrong"]])][:12]


@pytest.mark.reference
def test_worst_pictures_are_as_the_alternative_text_says(full, worst):
    pairs = [{full["NAMES"][full["labels_test"][i]], full["NAMES"][full["predicted"][i]]}
             for i in worst]
    assert sum("bars" in pair for pair in pairs) == 1
    assert sum("disc" in pair and bool(pair & {"square", "triangle"}) for pair in pairs) == 11


def contrasts(m, rng):
    """Return brightness of glyph minus background, drawn in the order of make_glyphs."""
    rng.permutation(m), rng.uniform(size=4 * m)  # classes; sizes, angles and places
    contrast = rng.uniform(0.5, 1, m) - rng.uniform(0, 0.4, m)
    rng.normal(size=(m, 16, 16))  # noise
    return contrast


@pytest.mark.reference
def test_worst_pictures_have_less_contrast_than_the_average(full, worst):
    rng = np.random.default_rng(1)
    contrast = [contrasts(m, rng) for m in (3000, 600)][1]
    center = full["test_glyphs"][:, 7:9, 7:9].mean(axis=(1, 2))
    corner = full["test_glyphs"][:, [0, 0, 15, 15], [0, 15, 0, 15]].mean(axis=1)
    filled = np.isin(full["labels_test"], (0, 2, 4))  # bright in the middle
    assert np.corrcoef((center - corner)[filled], contrast[filled])[0, 1] > 0.9
    assert contrast[worst].max() < 0.5 < contrast.mean()
    assert contrast[worst[full["labels_test"][worst] == 5]].item() < 0.3  # the bars


@pytest.mark.reference
def test_tf_data_shuffles_each_epoch_anew_and_the_same_way_again(full):
    place = {picture.tobytes(): i for i, picture in enumerate(full["X_train"].T.copy())}
    assert len(place) == 3000
    order, again = ([([place[row.tobytes()] for row in X_t], labels_t)
                     for X_t, labels_t in full["batches"]().as_numpy_iterator()] for _ in range(2))
    for (numbers, labels_t), (same, _) in zip(order, again, strict=True):
        assert numbers == same
        np.testing.assert_array_equal(full["labels_train"][numbers], labels_t)
    epochs = [sum((numbers for numbers, _ in order[start:start + 47]), [])
              for start in range(0, 940, 47)]
    assert all(sorted(epoch) == list(range(3000)) for epoch in epochs)
    assert len(set(map(tuple, epochs))) == 20


@pytest.mark.reference
def test_differences_do_not_hide_a_derivative_that_is_no_number(full):
    names = full["parameters"]
    gradients = {"d" + name: value * np.nan for name, value in names.items()}
    assert not full["largest_difference"](
        names, (full["J_start"], gradients), full["X_train"], full["labels_train"],
        full["softmax_cost"], "float64") < 1e-5
    assert not full["distance"](names, names | {"b2": names["b2"] * np.nan}) < 1e-9


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
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            f = p**2 * q + tf.math.log(p)
    assert outer.gradient(inner.gradient(f, p), p) is None  # outside, nothing is recorded
    assert not hasattr(tf, "Session") and not hasattr(tf, "placeholder")


def fit(full, data, **options):
    """Return test cost and accuracy of the lab's model, trained by Keras on some data."""
    keras, model = full["keras"], full["make_model"]()
    model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.001), metrics=["accuracy"],
                  loss=keras.losses.SparseCategoricalCrossentropy(**options))
    model.fit(data, epochs=20, steps_per_epoch=47, shuffle=False, verbose=0)
    return model.evaluate(full["X_test"].T, full["labels_test"], verbose=0)


@pytest.mark.reference
def test_exercise_without_from_logits(full, monkeypatch):
    right, original = [], full["parameters"]
    for seed in range(3):  # the first start is that of the lab, the others are next to it
        rng, size = np.random.default_rng(seed), 1e-13 * (seed > 0)
        monkeypatch.setitem(full, "parameters", {
            name: value + size * rng.standard_normal(value.shape)
            for name, value in original.items()})
        right.append(fit(full, full["batches"]())[1])
    assert max(right) < 0.9 and max(right) - min(right) > 0.005


@pytest.mark.reference
def test_without_from_logits_scores_are_clipped(full):
    tf, low = full["tf"], 1e-7
    Z = tf.Variable(np.array([[-0.5, 2e-7, 0.3, 1.4], [0.5, 0.3, -0.2, 0.1]]))
    with tf.GradientTape() as tape:
        J = full["keras"].losses.SparseCategoricalCrossentropy()(np.array([1, 0]), Z)
    kept = np.clip(Z.numpy(), low, 1 - low)
    shares = kept / kept.sum(axis=1, keepdims=True)
    assert float(J) == pytest.approx(-np.log([shares[0, 1], shares[1, 0]]).mean(), rel=1e-12)
    slopes = tape.gradient(J, Z).numpy()
    np.testing.assert_array_equal(slopes == 0, (Z.numpy() < low) | (Z.numpy() > 1 - low))
    assert slopes[0, 1] == pytest.approx(-0.5 / 2e-7, rel=1e-5)  # half of 1e7, mean of two


@pytest.mark.reference
def test_fit_ignores_shuffle_with_a_warning(full):
    model = full["make_model"]()
    model.compile(optimizer="sgd", loss="mse")
    data = full["tf"].data.Dataset.from_tensors((np.zeros((1, 256)), np.zeros((1, 6))))
    with pytest.warns(UserWarning, match="shuffle=True.*ignored"):
        model.fit(data, verbose=0)


@pytest.mark.reference
def test_exercise_sorted_and_hardly_shuffled(full):
    order = np.argsort(full["labels_train"], kind="stable")
    data = full["tf"].data.Dataset.from_tensor_slices(
        (full["X_train"].T[order], full["labels_train"][order]))
    data = data.shuffle(64, seed=1).batch(64).repeat(20)
    assert set(next(iter(data))[1].numpy()) == {0}
    numbers = full["tf"].data.Dataset.range(3000).shuffle(64, seed=1).batch(64)
    assert next(iter(numbers)).numpy().max() <= 126  # 64 places and 63 refills
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


def train_as_keras(full, stream):
    """Return the parameters after each step of NumPy's Adam, corrected as Keras does."""
    parameters, path = full["parameters"], []
    v = s = {"d" + name: np.zeros_like(value) for name, value in parameters.items()}
    rounded = [float(np.float32(beta)) for beta in (0.9, 0.999)]
    for t, (X_t, labels_t) in enumerate(stream, start=1):
        shorter = rate(t, *rounded) / rate(t, 0.9, 0.999)
        assert t > 35 or 6e-6 < 1 - shorter < 7e-6
        gradients = full["numpy_gradients"](parameters, X_t.T, full["one_hot"](labels_t, 6))
        parameters, v, s = full["adam"](parameters, gradients, v, s, t, 0.001 * shorter,
                                        eps=1e-7 / np.sqrt(1 - 0.999**t))
        path.append(parameters)
    return path


def rate(t, beta1, beta2):
    """Return what the bias correction makes of a learning rate of 1 at step t."""
    return np.sqrt(1 - beta2**t) / (1 - beta1**t)


@pytest.mark.reference
def test_exercise_rounded_betas_are_the_whole_difference_and_one_corner_makes_it_grow(full):
    base, stream = full["numpy_path"], list(full["batches"]().as_numpy_iterator())
    moved = train_as_keras(full, stream)
    for epoch in (1, 5, 20):  # Keras takes the path of the rounded betas
        assert full["distance"](moved[47 * epoch - 1], full["path"][epoch - 1]) < 1e-12
    gaps = [full["distance"](one, other) for one, other in zip(base, moved, strict=True)]
    assert gaps[0] == pytest.approx(7e-9, abs=0.5e-9)
    assert gaps[34] == pytest.approx(2.6e-7, abs=0.05e-7)
    assert gaps[35] == pytest.approx(4.5e-5, abs=0.05e-5)
    assert [f"{gaps[t - 1]:.1e}" for t in (47, 940)] == ["3.0e-04", "1.4e-02"]
    scores = [[p["W1"] @ X_t.T + p["b1"] for p in pair]
              for *pair, (X_t, _) in zip(base, moved, stream[1:], strict=False)]
    sides = [np.sum((one > 0) != (other > 0)) for one, other in scores]  # of step 2 and later
    assert sum(sides[:34]) == 0 and sides[34] == 1
    assert sum(sides[:93]) < 100 and sum(sides) > 1000
    one, other = scores[34]
    crossed = (one > 0) != (other > 0)
    assert -1e-6 < one[crossed].item() < 0 < other[crossed].item() < 1e-6


@pytest.mark.reference
def test_float32_is_as_good(full):
    keras = full["keras"]
    keras.config.set_floatx("float32")
    try:
        data = full["batches"]().map(
            lambda X_t, labels_t: (full["tf"].cast(X_t, "float32"), labels_t))
        J, right = fit(full, data, from_logits=True)
    finally:
        keras.config.set_floatx("float64")
    assert J == pytest.approx(0.0835, abs=0.005) and right == pytest.approx(0.968, abs=0.01)
