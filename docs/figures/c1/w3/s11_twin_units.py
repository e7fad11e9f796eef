"""Figure 3.11-1: two units that start alike, and two that do not, on one example."""

import numpy as np

from c1.w3.s09_two_layer_gradients import backward, forward
from c1.w3.s11_initialize_parameters import initialize
from drawing import BACKWARD, FORWARD, FOURTH, MUTED, Diagram, pale

X, Y = np.array([[1.0], [2.0]]), np.array([[1.0]])
MIDDLE, PANEL = 130, 236
ALIKE = {"W1": np.full((2, 2), 0.5), "b1": np.zeros((2, 1)),
         "W2": np.full((1, 2), 0.5), "b2": np.zeros((1, 1))}


def draw():
    """Return the diagram."""
    d = Diagram(
        height=260, title="Twin units and units set apart",
        desc="Left: x1 = 1 and x2 = 2 lead to two hidden units, both with the activation 0.905 "
             "and the gradient row (-0.026, -0.052), and on to one output. Right: after a random "
             "start the two activations and the two gradient rows differ.")
    panel(d, 0, ALIKE, (FORWARD, FORWARD))
    d.line((230, 16), (230, 244), color=MUTED, weight=0.9)
    panel(d, PANEL, initialize([2, 2, 1], np.random.default_rng(3), scale=0.5), (FORWARD, FOURTH))
    return d


def panel(d, left, parameters, colours):
    """Draw a network with the activations and the gradient rows of its two hidden units."""
    cache = forward(parameters, X)
    rows = backward(parameters, cache, X, Y)["dW1"]
    inputs = [d.node(left + 26, MIDDLE + shift, f"$x_{i}$", r=17)
              for i, shift in ((1, -42), (2, 42))]
    output = d.node(left + 198, MIDDLE, r"$\hat{y}$", r=17)
    for unit, (shift, where) in enumerate(((-58, "above"), (58, "below"))):
        color = colours[unit]
        node = d.node(left + 116, MIDDLE + shift, f"${cache[1][unit, 0]:.3f}$", r=30, size=17,
                      color=color, fill=pale(color))
        for start in inputs:
            d.arrow(start, node, color=color)
        d.arrow(node, output, color=color)
        row = ", ".join(f"{value:.3f}" for value in rows[unit])
        d.beside(node, where, f"$({row})$", color=BACKWARD, gap=9, size=17)
