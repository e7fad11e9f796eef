"""Section 3.11: one quadratic cost in NumPy, float32, TensorFlow 1 and 2, Keras and PyTorch."""

import importlib
from pathlib import Path

import numpy as np
import pytest

from c2.w2.s08_adam_update import adam
from c2.w3 import s11_parabola_descent as parabola
from c2.w3.s11_float32_stall import descend as descend_in
from c2.w3.s11_float32_stall import last_change
from c2.w3.s11_gradient_descent_on_j import closed_form, cost, descend, slope

SNIPPETS = Path(__file__).resolve().parents[3] / "snippets/c2/w3"
FIRST, SECOND, MISPRINT = (1.0, -10.0, 25.0), (1.0, -20.0, 100.0), (1.0, -20.0, 25.0)


def snippet(name, *frameworks):
    """Import a snippet of this section, or skip where its frameworks are not installed."""
    for framework in frameworks:
        pytest.importorskip(framework, reason=f"{framework} is not installed")
    return importlib.import_module(f"c2.w3.s11_{name}")


@pytest.mark.parametrize("alpha", [0.01, 0.1, 0.4, 0.5, 0.9, 1.04])
@pytest.mark.parametrize("start", [0.0, -3.0, 12.0])
def test_path_follows_the_closed_form(alpha, start):
    path = descend(FIRST, alpha, 60, start)
    expected = [closed_form(alpha, k, start) for k in range(61)]
    np.testing.assert_allclose(path, expected, rtol=1e-12, atol=1e-12)
    assert (abs(path[-1] - 5) < abs(path[0] - 5)) == (0 < alpha < 1)


def test_numbers_of_the_page():
    path = descend(FIRST, 0.01, 1001)
    assert path.shape == (1002,)
    assert path[1] == pytest.approx(0.1) and path[2] == pytest.approx(0.198)
    np.testing.assert_allclose(path, 5 * (1 - 0.98 ** np.arange(1002)), rtol=0, atol=1e-12)
    assert f"{path[1001]:.10f}" == "4.9999999918"


@pytest.mark.parametrize(("x", "w", "J"), [(FIRST, 5, 0), (SECOND, 10, 0), (MISPRINT, 10, -75)])
def test_minimum_by_descent_and_by_formula(x, w, J):
    assert -x[1] / (2 * x[0]) == w
    found = descend(x, 0.01, 2000)[-1]
    assert found == pytest.approx(w, abs=1e-9)
    assert cost(found, x) == pytest.approx(J, abs=1e-9)


def test_slope_is_the_central_difference():
    for x in (FIRST, SECOND, (-2.0, 3.0, 0.5)):
        for w in (-4.0, 0.0, 7.0):
            numeric = (cost(w + 0.5, x) - cost(w - 0.5, x)) / 1.0  # exact for a parabola
            assert slope(w, x) == pytest.approx(numeric, rel=1e-12)


def test_float32_halts_where_the_page_says():
    path = descend_in(np.float32, 0.01, 5000)
    assert path.dtype == np.float32
    assert f"{path[1001]:.7f}" == "4.9999886" and f"{path[1001]:.5f}" == "4.99999"
    assert last_change(path) == 636 and (path[636:] == path[-1]).all() and path[635] != path[636]
    half = np.spacing(path[-1]) / 2
    assert 2 * half == pytest.approx(4.77e-7, rel=1e-3)
    assert half == pytest.approx(2.38e-7, rel=2e-3)
    step = 0.01 * (10 - 2 * float(path[-1]))
    assert step == pytest.approx(2.29e-7, rel=1e-3) and step < half
    w = path[-1]
    assert w * w - 10 * w + 25 == 0.0
    assert (float(w) - 5) ** 2 == pytest.approx(1.3e-10, rel=0.01)


def test_float64_is_the_other_loop_and_does_not_halt_there():
    path = descend_in(np.float64, 0.01, 1001)
    np.testing.assert_allclose(path, descend(FIRST, 0.01, 1001), rtol=1e-14)
    assert last_change(path) == 1001 and f"{path[-1]:.5f}" == "5.00000"


def test_figure_shows_four_ways():
    factors = [1 - 2 * alpha for alpha in parabola.ALPHAS]
    assert factors == pytest.approx([0.8, 0.2, -0.8, -1.08])
    ends = [descend(parabola.X, alpha, parabola.STEPS)[-1] for alpha in parabola.ALPHAS]
    assert 0 < 5 - ends[0] < 5 and 0 < 5 - ends[1] < 1e-3 and abs(ends[3] - 5) > 5
    top = parabola.draw().all[0].get_ylim()[1]
    above = [sum(cost(descend(parabola.X, alpha, parabola.STEPS), parabola.X) > top)
             for alpha in parabola.ALPHAS]
    assert above == [0, 0, 0, 3]  # as the caption says


def test_self_check():
    path = descend(FIRST, 0.1, 10)
    assert path[1] == pytest.approx(1) and path[10] == pytest.approx(4.4631, abs=5e-5)
    halted = descend_in(np.float32, 0.1, 1000)[-1]
    assert 0 < 5 - float(halted) <= 1.2e-6
    w = total = 0.0
    found = []
    for _ in range(2000):
        total += 2 * w - 10
        w -= 0.01 * total
        found.append(w)
    assert found[:3] == pytest.approx([0.1, 0.298, 0.59004])
    late = np.array(found[-200:])
    assert late.max() > 9.5 and late.min() < 0.5 and -0.1 < min(found) and max(found) < 10.1


def test_adam_changes_only_the_line_of_the_optimizer():
    functions = [
        (SNIPPETS / f"s11_{name}.py").read_text().split('"""', 2)[2].split("if __name__")[0]
        for name in ("gradient_tape", "adam_on_j")]
    assert functions[0] == functions[1] and "def minimize" in functions[0]


@pytest.mark.reference
def test_tensorflow_1_still_runs_inside_a_graph():
    history = snippet("tensorflow_1_history", "tensorflow")
    path = descend_in(np.float32, 0.01, 1001)
    column = [[value] for value in FIRST]
    assert history.minimize(column, 1) == pytest.approx(0.1, abs=1e-7)
    assert history.minimize(column, 1001) == pytest.approx(path[-1], abs=1e-6)
    for x in (SECOND, MISPRINT):
        assert history.minimize([[value] for value in x], 1001) == pytest.approx(10, abs=1e-4)


@pytest.mark.reference
def test_names_of_tensorflow_1_are_gone():
    tf = pytest.importorskip("tensorflow", reason="TensorFlow is not installed")
    for name in ("Session", "placeholder", "global_variables_initializer"):
        assert not hasattr(tf, name) and hasattr(tf.compat.v1, name)
    assert not hasattr(tf.train, "GradientDescentOptimizer")
    assert hasattr(tf.compat.v1.train, "GradientDescentOptimizer") and hasattr(tf, "Operation")


@pytest.mark.reference
def test_tape_takes_the_steps_of_the_float32_loop():
    tape = snippet("gradient_tape", "tensorflow", "keras")
    path = tape.minimize(tape.keras.optimizers.SGD(0.01), tape.tf.constant(FIRST), 1001)
    assert path[1] == pytest.approx(0.1, abs=1e-7)
    np.testing.assert_allclose(path, descend_in(np.float32, 0.01, 1001), rtol=0, atol=1e-6)
    path = tape.minimize(tape.keras.optimizers.SGD(0.01), tape.tf.constant(SECOND), 1001)
    assert path[-1] == pytest.approx(10, abs=1e-4)


@pytest.mark.reference
def test_pitfalls_of_the_tape():
    tf = pytest.importorskip("tensorflow", reason="TensorFlow is not installed")
    w, c = tf.Variable(3.0), tf.constant(3.0)
    J = w * w
    with tf.GradientTape() as tape:
        pass
    assert tape.gradient(J, w) is None
    with tf.GradientTape() as tape:
        J = c * c
    assert tape.gradient(J, c) is None
    with tf.GradientTape() as tape:
        tape.watch(c)
        J = c * c
    assert float(tape.gradient(J, c)) == 6
    with pytest.raises(RuntimeError, match="non-persistent"):
        tape.gradient(J, c)
    with tf.GradientTape(persistent=True) as tape:
        J = w * w
    assert float(tape.gradient(J, w)) == float(tape.gradient(J, w)) == 6


@pytest.mark.reference
def test_optimizer_of_keras_without_gradients():
    snippet("gradient_tape", "tensorflow", "keras")
    import keras
    import tensorflow as tf

    optimizer, w, u = keras.optimizers.SGD(0.1), tf.Variable(1.0), tf.Variable(1.0)
    with pytest.raises(ValueError, match="No gradients"):
        optimizer.apply_gradients([(None, w)])
    optimizer = keras.optimizers.SGD(0.1)
    with pytest.warns(UserWarning, match="Gradients do not exist"):
        optimizer.apply_gradients([(None, w), (tf.constant(1.0), u)])
    assert float(w) == 1 and float(u) == pytest.approx(0.9)


@pytest.mark.reference
def test_optimizers_of_keras_3():
    snippet("gradient_tape", "tensorflow", "keras")
    import keras
    import tensorflow as tf

    optimizer = keras.optimizers.SGD(0.01)
    assert not hasattr(optimizer, "minimize")
    assert hasattr(optimizer, "apply_gradients") and hasattr(optimizer, "apply")

    @tf.function(autograph=False)
    def step(w, optimizer):
        optimizer.apply_gradients([(2 * w - 10, w)])

    w = tf.Variable(0.0)
    step(w, optimizer)  # the first call may create variables
    assert float(w) == pytest.approx(0.1, abs=1e-7)
    with pytest.raises(ValueError, match="non-first call"):
        step(tf.Variable(0.0), keras.optimizers.Adam(0.1))


@pytest.mark.reference
def test_pytorch_takes_the_same_steps_and_piles_up_without_zero_grad():
    version = snippet("pytorch_version", "torch")
    path = version.minimize(FIRST, 0.01, 1001)
    np.testing.assert_allclose(path, descend_in(np.float32, 0.01, 1001), rtol=0, atol=1e-5)
    assert path[1:3] == pytest.approx([0.1, 0.198], abs=1e-6)
    piled = version.minimize(FIRST, 0.01, 3, clear=False)
    assert piled[1:] == pytest.approx([0.1, 0.298, 0.59004], abs=1e-6)


def numpy_adam(x, alpha, steps):
    """Return the path of section 2.8's Adam on J, from 0."""
    parameters, path = {"W1": np.zeros((1, 1))}, [0.0]
    v = s = {"dW1": np.zeros((1, 1))}
    for t in range(1, steps + 1):
        gradients = {"dW1": slope(parameters["W1"], x)}
        parameters, v, s = adam(parameters, gradients, v, s, t, alpha)
        path.append(parameters["W1"].item())
    return path


def test_numpy_adam_has_the_numbers_of_the_page():
    path = numpy_adam(FIRST, 0.1, 1000)
    assert path[1] == pytest.approx(0.1, abs=1e-8)
    assert path[100] > 5 and path[100] == pytest.approx(5.039, abs=5e-5)
    assert path[1000] == pytest.approx(5, abs=1e-3)


@pytest.mark.reference
def test_adam_of_keras_is_that_of_section_2_8():
    other = snippet("adam_on_j", "tensorflow", "keras")
    path = other.minimize(other.keras.optimizers.Adam(0.1), other.tf.constant(FIRST), 1000)
    ours = numpy_adam(FIRST, 0.1, 1000)
    np.testing.assert_allclose(path, ours, rtol=0, atol=4e-5)  # 1 - 0.999^t in float32
    np.testing.assert_allclose(path[-100:], ours[-100:], rtol=0, atol=1e-5)
    assert path[1] == pytest.approx(0.1, abs=1e-6) and abs(path[-1] - 5) < 1e-3


@pytest.mark.reference
def test_adam_of_torch_is_that_of_section_2_8():
    version = snippet("pytorch_version", "torch")
    w = version.torch.zeros((), requires_grad=True)
    optimizer = version.torch.optim.Adam([w], lr=0.1)
    for expected in numpy_adam(FIRST, 0.1, 300)[1:]:
        optimizer.zero_grad()
        version.cost(w, FIRST).backward()
        optimizer.step()
        assert w.item() == pytest.approx(expected, abs=1e-5)
