"""Section 3.10: a tiny reverse mode with powers, exp and tanh, and a neuron differentiated by it."""

import re
from pathlib import Path

import numpy as np
import pytest

from c1.w2.s08_tiny_autodiff import Node as NodeOfCourse1
from c1.w2.s09_logistic_step_one_example import backward as gradient_of_course_1
from c1.w2.s09_logistic_step_one_example import forward as forward_of_course_1
from c2.w3 import s10_framework_timeline as timeline
from c2.w3.s10_neuron_with_autodiff import loss_by_autodiff, loss_by_hand
from c2.w3.s10_tiny_autodiff import Node, backward, exp, tanh, topological

DOCS = Path(__file__).resolve().parents[3] / "docs"
STEPS = 15  # operations of a random expression


def quadratic(w):
    return w**2 + -10 * w + 25


def random_expression(seed, variables, exp, tanh):
    """Return the result of random operations on variables; every value stays moderate."""
    rng = np.random.default_rng(seed)
    values = list(variables)
    for _ in range(STEPS):
        x, y = (values[i] for i in rng.integers(len(values), size=2))
        kind = rng.integers(5)
        if kind == 0:
            values.append(0.5 * (x + y))
        elif kind == 1:
            values.append(tanh(x) * y)
        elif kind == 2:
            values.append(exp(tanh(x)) * 0.3)
        elif kind == 3:
            values.append((tanh(x) + 2.0) ** -1.5)
        else:
            values.append(tanh(x) ** 3 + tanh(y) ** 2)
    total = values[0]
    for value in values[1:]:
        total = total + value
    return total


def gradient_by_differences(f, point, step=1e-5):
    """Return the central-difference gradient of f at a point."""
    shifts = np.eye(point.size) * step
    return np.array([(f(point + s) - f(point - s)) / (2 * step) for s in shifts])


@pytest.mark.parametrize("w", [-3.0, 0.0, 2.0, 5.0, 8.0, 1000.0])
def test_quadratic_has_the_slope_of_the_page(w):
    node = Node(w)
    J = quadratic(node)
    backward(J)
    assert J.value == (w - 5) ** 2
    assert node.grad == 2 * w - 10


def test_worked_numbers_of_the_page():
    w = Node(2.0)
    square, multiple = w**2, -10 * w
    J = square + multiple + 25
    backward(J)
    assert (square.value, multiple.value, J.value) == (4, -20, 9)
    assert (square.grad, multiple.grad, J.grad) == (1, 1, 1)
    assert w.grad == 1 * 4 + 1 * -10 == -6


def test_a_variable_used_twice_adds_its_gradients():
    x, y = Node(2.0), Node(3.0)
    backward(x * y + x)
    assert (x.grad, y.grad) == (4, 2)
    backward(x * y + x)  # a second pass begins at 0 again
    assert (x.grad, y.grad) == (4, 2)


def test_overwriting_instead_of_adding_leaves_one_path_of_the_pitfall():
    x, y = Node(2.0), Node(3.0)
    z = x * y + x
    z.grad = 1.0
    for node in reversed(topological(z)):
        for source, local in node.inputs:
            source.grad = local * node.grad
    assert x.grad in (3, 1) and y.grad == 2


@pytest.mark.parametrize("seed", range(50))
def test_random_expressions_agree_with_central_differences(seed):
    point = np.random.default_rng(seed).uniform(-1.5, 1.5, 3)
    nodes = [Node(value) for value in point]
    backward(random_expression(seed, nodes, exp, tanh))
    ours = np.array([node.grad for node in nodes])
    numeric = gradient_by_differences(
        lambda p: random_expression(seed, p, np.exp, np.tanh), point)
    assert np.linalg.norm(ours - numeric) <= 1e-7 * np.linalg.norm(ours + numeric)


@pytest.mark.reference
@pytest.mark.parametrize("seed", range(20))
def test_random_expressions_agree_with_torch(seed):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    point = np.random.default_rng(seed).uniform(-1.5, 1.5, 3)
    nodes = [Node(value) for value in point]
    backward(random_expression(seed, nodes, exp, tanh))
    tensors = [torch.tensor(value, dtype=torch.float64, requires_grad=True) for value in point]
    random_expression(seed, tensors, torch.exp, torch.tanh).backward()
    theirs = [0.0 if t.grad is None else t.grad.item() for t in tensors]
    np.testing.assert_allclose([node.grad for node in nodes], theirs, rtol=1e-12, atol=1e-12)


def test_power_where_it_has_no_derivative():
    for p in (0.5, -1):
        with pytest.raises(ZeroDivisionError):
            Node(0.0) ** p
    node = Node(0.0)
    backward(node**1)
    assert node.grad == 1
    with pytest.raises(OverflowError):
        exp(Node(1000.0))
    node = Node(1000.0)
    backward(tanh(node))
    assert node.grad == 0


def test_node_is_that_of_course_1():
    for name in ("__init__", "__add__", "__mul__"):
        ours, theirs = (vars(kind)[name].__code__.co_code for kind in (Node, NodeOfCourse1))
        assert ours == theirs


@pytest.mark.parametrize("seed", range(20))
def test_neuron_agrees_with_the_gradient_of_course_1(seed):
    rng = np.random.default_rng(seed)
    w, x = rng.standard_normal((2, 4, 1))
    b, y = rng.standard_normal(), seed % 2
    _, a = forward_of_course_1(w, b, x)
    _, dw, db = gradient_of_course_1(x, a, y)
    by_autodiff, by_hand = loss_by_autodiff(w, b, x, y), loss_by_hand(w, b, x, y)
    np.testing.assert_allclose(by_autodiff[1], dw, rtol=0, atol=1e-12)
    assert by_autodiff[2] == pytest.approx(db, abs=1e-12)
    assert by_autodiff[1].shape == w.shape
    for ours, theirs in zip(by_autodiff, by_hand, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12)


@pytest.mark.parametrize(("score", "y", "loss", "db"), [
    (1000.0, 1, 0.0, 0.0), (1000.0, 0, 1000.0, 1.0), (-1000.0, 1, 1000.0, -1.0)])
def test_extreme_scores(score, y, loss, db):
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        found = loss_by_autodiff(np.zeros((1, 1)), score, np.ones((1, 1)), y)
    assert found[0] == loss and found[2] == db and found[1].item() == db


def test_numbers_of_the_neuron_on_the_page():
    w, x = np.array([[1.0], [-2.0]]), np.array([[1.5], [0.25]])
    assert (w.T @ x).item() == 1.0
    assert 1 / (1 + np.exp(-1)) == pytest.approx(0.7311, abs=5e-5)
    loss, dw, db = loss_by_autodiff(w, 0.0, x, 1)
    assert loss == pytest.approx(np.log(1 + np.exp(-1)))
    assert db == pytest.approx(-0.2689, abs=5e-5)
    np.testing.assert_allclose(dw, x * db, rtol=1e-15)


def test_figure_has_the_fates_of_the_page():
    names = {row.name: row for row in timeline.ROWS}
    assert {name for name, row in names.items() if row.end} == {
        "Theano", "CNTK", "MXNet", "Caffe", "Caffe2", "Torch", "Lasagne"}
    assert {row.name for row in timeline.ROWS if not row.listed} == {"PyTorch", "JAX"}
    assert all(row.start < (row.end or timeline.NOW) for row in timeline.ROWS)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_years_of_the_figure_stand_in_the_table(language):
    page = DOCS / language / "c2/w3/s10_deep_learning_frameworks.md"
    table = "\n".join(re.findall(r"^\| .*", page.read_text(encoding="utf-8"), flags=re.MULTILINE))
    years = {row.name: row.end for row in timeline.ROWS}
    for name in ("Theano", "CNTK", "Caffe", "MXNet"):  # the first year of a row is its end
        line = next(line for line in table.splitlines() if line.startswith(f"| {name}"))
        assert int(re.search(r"20\d\d", line)[0]) == years[name]
    assert int(re.findall(r"20\d\d", re.search(r"\| Caffe.*", table)[0])[-1]) == years["Caffe2"]
    for name, ((year, _),) in timeline.MARKS.items():
        assert int(re.search(rf"\| {name} \|.*?(20\d\d)", table)[1]) == year


def test_self_check():
    w = Node(3.0)
    square, multiple = w**2, -10 * w
    J = square + multiple + 25
    backward(J)
    assert (square.value, multiple.value, J.value, w.grad) == (9, -30, 4, -4)
