"""One step of gradient descent from the right and one from the left (section 2.4)."""

import numpy as np

from c1.w2.s04_gradient_descent_1d import cost, slope, update
from plotting import BACKWARD, FORWARD, INK, LINE, MUTED, PAPER, THIN, Plot

ALPHA = 0.1
STARTS = ((5.0, BACKWARD, "--", (-14, -14, "end")), (0.0, FORWARD, "-", (14, -8, "start")))


def draw():
    """Return the plot."""
    plot = Plot(
        height=340, left=62, title="Steps towards the minimum from both sides",
        desc="The parabola J(w) = (w - 3)^2. At w = 5 the tangent rises with slope 4 and the step "
             "goes left to 4.6; at w = 0 it falls with slope -6 and the step goes right to 0.6.")
    w = np.linspace(-0.85, 6.7, 61)
    plot.axes.plot(w, cost(w), color=INK, linewidth=LINE)
    for start, color, style, (dx, dy, anchor) in STARTS:
        step(plot, start, color, style)
        plot.text(start, cost(start), f"$dJ/dw = {slope(start):.0f}$", color=color, anchor=anchor,
                  dx=dx, dy=dy)
    plot.point(3, 0, color=INK)
    plot.axes.set(xlim=(-1, 7), ylim=(-1.2, 15), xlabel="$w$", ylabel="$J(w)$", xticks=range(7),
                  yticks=range(0, 13, 4))
    return plot


def step(plot, w, color, style):
    """Draw the tangent at w and the arrow of the step below the curve."""
    reach = np.array([-1.1, 1.1])
    plot.axes.plot(w + reach, cost(w) + slope(w) * reach, color=color, linestyle=style)
    plot.point(w, cost(w), color=color)
    end = update(w, slope(w), ALPHA)
    plot.point(end, cost(end), color=color, markersize=9, markerfacecolor=PAPER,
               markeredgewidth=LINE)
    plot.axes.plot([w, w], [0, cost(w)], color=MUTED, linewidth=THIN)
    plot.axes.plot([end, end], [0, cost(end)], color=MUTED, linewidth=THIN)
    plot.axes.annotate("", (end, 0.0), (w, 0.0), arrowprops={
        "arrowstyle": "-|>", "color": color, "linewidth": LINE, "shrinkA": 0, "shrinkB": 0})
