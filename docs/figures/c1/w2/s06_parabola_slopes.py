"""Tangents of f(a) = a^2 at 2 and 5, with triangles one unit wide (section 2.6)."""

import numpy as np

from c1.w2.s06_derivative_table import CURVES
from plotting import BACKWARD, FORWARD, GRID, LINE, THIN, Plot

_, SQUARE, DERIVATIVE = CURVES[0]


def tangent(plot, a, reach):
    """Draw the tangent at a from a - reach[0] to a + reach[1], and its triangle of width 1."""
    rise = DERIVATIVE(a)
    ends = np.array([a - reach[0], a + reach[1]])
    plot.axes.plot(ends, SQUARE(a) + rise * (ends - a), color=BACKWARD, linewidth=LINE,
                   linestyle="--")
    plot.axes.plot([a, a + 1, a + 1], [SQUARE(a), SQUARE(a), SQUARE(a) + rise], color=BACKWARD,
                   linewidth=LINE)
    plot.axes.plot([0, a, a], [SQUARE(a), SQUARE(a), 0], color=GRID, linewidth=THIN,
                   linestyle="--")
    plot.point(a, SQUARE(a))
    plot.text(a + 0.5, SQUARE(a), "1", color=BACKWARD, anchor="middle", dy=13)
    plot.text(a + 1, SQUARE(a) + rise / 2, f"{rise}", color=BACKWARD, dx=7)


def draw():
    """Return the plot."""
    plot = Plot(
        height=340, left=48, title="Slopes of the square at 2 and at 5",
        desc="The parabola f(a) = a squared with dashed tangents at a = 2 and a = 5. Triangles of "
             "width 1 below the tangents are 4 and 10 high.")
    axes = plot.axes
    a = np.linspace(0, 6.2, 80)
    axes.plot(a, SQUARE(a), color=FORWARD)
    tangent(plot, 2, (0.9, 1.4))
    tangent(plot, 5, (1.4, 1.3))
    axes.set(xlim=(0, 6.9), ylim=(0, 41), xlabel="$a$", xticks=[0, 2, 5], yticks=[0, 4, 25])
    plot.text(5.5, 36, "$f(a) = a^2$", color=FORWARD, anchor="end")
    return plot
