"""Tangents of ln a at 0.5, 2 and 5 (section 2.6)."""

import numpy as np

from c1.w2.s06_derivative_table import CURVES
from plotting import BACKWARD, FORWARD, LINE, MUTED, THIN, Plot

_, LOG, DERIVATIVE = CURVES[2]
TANGENTS = (  # a, how far to the left and right, where its slope is written (dx, dy)
    (0.5, 0.32, 0.62, 12, 8), (2, 1.1, 1.2, 4, 22), (5, 1.4, 1.3, 0, 22))


def draw():
    """Return the plot."""
    plot = Plot(
        height=300, left=44, title="Slopes of the logarithm at 0.5, 2 and 5",
        desc="The curve ln a rises steeply near 0 and flattens to the right. Its dashed tangents "
             "at a = 0.5, 2 and 5 have slopes 2, 0.5 and 0.2.")
    axes = plot.axes
    axes.axhline(0, color=MUTED, linewidth=THIN)
    a = np.geomspace(0.13, 6.6, 90)
    axes.plot(a, np.vectorize(LOG)(a), color=FORWARD)
    for at, left, right, dx, dy in TANGENTS:
        ends = np.array([at - left, at + right])
        axes.plot(ends, LOG(at) + DERIVATIVE(at) * (ends - at), color=BACKWARD, linewidth=LINE,
                  linestyle="--")
        plot.point(at, LOG(at))
        plot.text(at, LOG(at), f"{DERIVATIVE(at):g}", color=BACKWARD, dx=dx, dy=dy)
    axes.set(xlim=(0, 6.8), ylim=(-2.2, 2.4), xlabel="$a$", yticks=[-2, -1, 0, 1, 2])
    axes.set_xticks([0.5, 2, 5], ["0.5", "2", "5"])
    plot.text(6.6, 2.3, r"$\ln a$", color=FORWARD, anchor="end")
    return plot
