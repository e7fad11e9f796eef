"""Figure 1.7-1: a unit that may lose any input, and its weights without and with dropout."""

import numpy as np

from c2.w1.s07_dropout_is_adaptive_l2 import best_weights, make_data
from drawing import BACKWARD, FORWARD, INK, MUTED, THIN, Diagram, Shape, pale
from look import WORDS

LOST = (0, 2)
FOOT, UNIT, BAR = 190, 130, 22


def draw():
    """Return the diagram."""
    d = Diagram(height=236, title="Inputs that vanish, and weights that spread",
                desc="Left: a unit with four inputs; x1 and x3 are crossed out. Middle: weights "
                     "without dropout: 1, 0, 0, 0. Right: weights with keep_prob 0.7: 0.27, 0.21, "
                     "0.19, 0.22.")
    unit = d.node(112, 116, "$z$", r=20, color=FORWARD, fill=pale(FORWARD))
    for place in range(4):
        lost = place in LOST
        x = d.node(24, 32 + 56 * place, f"$x_{place + 1}$", r=17, color=MUTED if lost else INK)
        if lost:
            d.line(x, unit, color=MUTED, weight=THIN, dashed=True)
            cross(d, (x.x + unit.x) / 2, (x.y + unit.y) / 2)
        else:
            d.arrow(x, unit, color=FORWARD)
    X, Y = make_data(100, np.random.default_rng(0))
    for left, step, keep_prob in ((146, 30, 1.0), (284, 42, 0.7)):
        bars(d, left, step, best_weights(X, Y, keep_prob).ravel(), keep_prob)
    return d


def cross(d, x, y):
    """Cross out an edge at (x, y)."""
    for rise in (-8, 8):
        d.line((x - 8, y - rise), (x + 8, y + rise), color=BACKWARD)


def bars(d, left, step, weights, keep_prob):
    """Draw four weights as bars from the foot line."""
    for place, w in enumerate(weights):
        x = left + step * (place + 0.5)
        w = round(w, 2) + 0.0
        if w:
            d.outline(Shape(x, FOOT - UNIT * w / 2, BAR, UNIT * w, "box"), color=FORWARD,
                      fill=pale(FORWARD))
        d.label(x, FOOT - UNIT * w - 12, f"${w:g}$", size=WORDS)
        d.label(x, FOOT + 22, f"$w_{place + 1}$")
    d.line((left, FOOT), (left + 4 * step, FOOT), color=INK, weight=THIN)
    d.label(left + 2 * step, 18, f"$p = {keep_prob:g}$")
