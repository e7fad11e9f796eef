"""Section 2.7: two computation graphs, node by node."""

import numpy as np
import pytest

from c1.w2.s07_graph_forward import forward, forward_fan_out


def test_worked_numbers_of_the_page():
    assert forward(5, 3, 2) == (6, 11, 33)
    assert forward_fan_out(2, 1) == (3, 2, 6)


def test_graphs_equal_their_closed_expressions():
    a, b, c = np.random.default_rng(0).uniform(-10, 10, size=(3, 1000))
    np.testing.assert_allclose(forward(a, b, c)[-1], 3 * (a + b * c), rtol=1e-12)
    np.testing.assert_allclose(forward_fan_out(a, b)[-1], (a + b) * (b + 1), rtol=1e-12)


def test_every_box_holds_for_itself():
    for a, b, c in np.random.default_rng(1).integers(-9, 9, size=(100, 3)):
        u, v, J = forward(a, b, c)
        assert (u, v, J) == (b * c, a + b * c, 3 * a + 3 * b * c)
        c_node, d, e = forward_fan_out(a, b)
        assert (c_node, d, e) == (a + b, b + 1, a * b + a + b * b + b)


def test_changing_one_input_recomputes_only_what_depends_on_it():
    u, v, J = forward(5, 3, 2)
    assert forward(6, 3, 2) == (u, v + 1, J + 3)
    assert forward_fan_out(3, 1)[1] == forward_fan_out(2, 1)[1]  # d does not see a


def test_self_check_answers():
    assert forward(1, 4, -2) == (-8, -7, -21)
    assert forward_fan_out(2, 3) == (5, 4, 20)


def test_plus_before_times_would_be_another_function():
    assert 3 * (5 + 3 * 2) == 33
    assert 3 * (5 + 3) * 2 == 48


@pytest.mark.parametrize("size", [-1000.0, 1000.0])
def test_extreme_inputs_stay_finite(size):
    with np.errstate(all="raise"):
        assert forward(size, size, size)[-1] == 3 * (size + 1e6)
        assert forward_fan_out(size, size)[-1] == 2 * size * (size + 1)


def test_wrong_shapes_are_refused():
    with pytest.raises(ValueError):
        forward(np.ones(2), np.ones(3), np.ones(3))
