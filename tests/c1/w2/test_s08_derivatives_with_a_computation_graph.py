"""Section 2.8: backward through two graphs, and a tiny reverse-mode class."""

import math

import numpy as np
import pytest

from c1.w2.s07_graph_forward import forward, forward_fan_out
from c1.w2.s08_graph_backward import backward, backward_fan_out
from c1.w2.s08_tiny_autodiff import Node, exp, log
from c1.w2.s08_tiny_autodiff import backward as run_backward

STEPS = 20  # operations of a random expression


def gradient_by_differences(f, point, step=1e-5):
    """Return the central-difference gradient of f at a point."""
    point = np.asarray(point, dtype=float)
    shifts = np.eye(point.size) * step
    return np.array([(f(*(point + s)) - f(*(point - s))) / (2 * step) for s in shifts])


def random_expression(seed, variables, exp, log):
    """Return the result of 20 random operations on variables; every value stays moderate."""
    rng = np.random.default_rng(seed)
    values = list(variables)
    for _ in range(STEPS):
        x, y = (values[i] for i in rng.integers(len(values), size=2))
        kind = rng.integers(4)
        if kind == 0:
            values.append(x + y)
        elif kind == 1:
            values.append(x * y * 0.5)
        elif kind == 2:
            values.append(log(x * x + 1.0))
        else:
            values.append(exp(log(x * x + 1.0) * -1.0))
    total = values[0]
    for value in values[1:]:
        total = total + value
    return total


def test_worked_numbers_of_the_page():
    assert backward(b=3, c=2) == {"dv": 3, "da": 3, "du": 3, "db": 6, "dc": 9}
    assert backward_fan_out(a=2, b=1) == {"dc": 2, "dd": 3, "da": 2, "db": 5}


def test_ripples_of_the_page():
    assert forward(5.001, 3, 2) == pytest.approx((6, 11.001, 33.003), abs=1e-12)
    assert forward(5, 3.001, 2) == pytest.approx((6.002, 11.002, 33.006), abs=1e-12)
    assert forward(5, 3, 2.001) == pytest.approx((6.003, 11.003, 33.009), abs=1e-12)


def test_backward_agrees_with_central_differences():
    for a, b, c in np.random.default_rng(0).uniform(-3, 3, size=(100, 3)):
        found = [backward(b, c)[name] for name in ("da", "db", "dc")]
        numeric = gradient_by_differences(lambda *p: forward(*p)[-1], (a, b, c))
        np.testing.assert_allclose(found, numeric, rtol=1e-7, atol=1e-8)
        found = [backward_fan_out(a, b)[name] for name in ("da", "db")]
        numeric = gradient_by_differences(lambda *p: forward_fan_out(*p)[-1], (a, b))
        np.testing.assert_allclose(found, numeric, rtol=1e-7, atol=1e-8)


def test_derivatives_of_the_inner_boxes():
    for u, v in ((6.0, 11.0), (-1.0, 4.0)):
        a = v - u
        assert gradient_by_differences(lambda u, a=a: 3 * (a + u), [u]) == pytest.approx([3])
        assert gradient_by_differences(lambda v: 3 * v, [v]) == pytest.approx([3])
    c, d = forward_fan_out(2, 1)[:2]
    assert gradient_by_differences(lambda c, d: c * d, (c, d)) == pytest.approx([2, 3])


def test_tiny_autodiff_repeats_the_numbers_of_the_page():
    a, b, c = Node(5.0), Node(3.0), Node(2.0)
    J = 3 * (a + b * c)
    run_backward(J)
    assert (J.value, a.grad, b.grad, c.grad) == (33, 3, 6, 9)
    a, b = Node(2.0), Node(1.0)
    run_backward((a + b) * (b + 1))
    assert (a.grad, b.grad) == (2, 5)


@pytest.mark.parametrize("seed", range(20))
def test_tiny_autodiff_agrees_with_central_differences(seed):
    start = np.random.default_rng(seed).uniform(0.5, 1.5, size=3)

    def plain(*point):
        return random_expression(seed, point, math.exp, math.log)

    nodes = [Node(value) for value in start]
    output = random_expression(seed, nodes, exp, log)
    run_backward(output)
    assert output.value == plain(*start)
    numeric = gradient_by_differences(plain, start)
    np.testing.assert_allclose([n.grad for n in nodes], numeric, rtol=1e-6, atol=1e-7)


def test_variable_used_twice_gets_both_paths():
    x = Node(3.0)
    run_backward(x * x)
    assert x.grad == 6
    run_backward(x + x)
    assert x.grad == 2


def test_node_with_two_readers_passes_its_derivative_on_once():
    x = Node(2.0)
    square = x * x
    run_backward(square + square * 5)
    assert (square.grad, x.grad) == (6, 24)


def test_backward_twice_gives_the_same_answer():
    a, b = Node(2.0), Node(1.0)
    output = (a + b) * (b + 1)
    run_backward(output)
    run_backward(output)
    assert (a.grad, b.grad) == (2, 5)


def test_long_chain_does_not_exhaust_the_stack():
    x = Node(1.0)
    total = x
    for _ in range(20_000):
        total = total + x
    run_backward(total)
    assert x.grad == 20_001


def test_logistic_loss_of_the_next_section():
    z = Node(0.0)
    loss = log(1 + exp(z * -1))
    run_backward(loss)
    assert (loss.value, z.grad) == pytest.approx((math.log(2), -0.5), abs=1e-15)


def test_self_check_answers():
    a, b, c = -1, 4, 0.5
    assert forward(a, b, c) == (2, 1, 3)
    found = backward(b, c)
    assert (found["da"], found["db"], found["dc"]) == (3, 1.5, 12)
    x = Node(2.0)
    run_backward(x * x * x)
    assert x.grad == 12


def test_log_of_zero_or_less_is_refused():
    for value in (0.0, -1000.0):
        with pytest.raises(ValueError):
            log(Node(value))


def test_exp_of_extreme_inputs_is_honest():
    assert exp(Node(-1000.0)).value == 0
    assert exp(Node(709.0)).value == pytest.approx(math.e**709)
    with pytest.raises(OverflowError):
        exp(Node(1000.0))


@pytest.mark.reference
@pytest.mark.parametrize("seed", range(5))
def test_tiny_autodiff_agrees_with_pytorch(seed):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    start = np.random.default_rng(seed).uniform(0.5, 1.5, size=3)
    nodes = [Node(value) for value in start]
    run_backward(random_expression(seed, nodes, exp, log))
    tensors = [torch.tensor(value, dtype=torch.float64, requires_grad=True) for value in start]
    random_expression(seed, tensors, torch.exp, torch.log).backward()
    reference = [t.grad.item() for t in tensors]
    np.testing.assert_allclose([n.grad for n in nodes], reference, rtol=1e-12)
