"""Figure 1.5-2: tanh, its tangent at 0, and the band in which they nearly coincide."""

import numpy as np

from plotting import BACKWARD, FORWARD, GRID, THIN, Plot, pale


def draw():
    """Return the plot."""
    plot = Plot(
        height=280, left=54, title="tanh and its tangent at 0",
        desc="tanh over z from -3 to 3 and the line through the origin with slope 1. In the "
             "shaded band from -0.5 to 0.5 they can hardly be told apart; at 2 the line is at 2 "
             "and tanh at 0.96.")
    plot.axes.axvspan(-0.5, 0.5, color=pale(FORWARD), linewidth=0)
    for line in (plot.axes.axhline, plot.axes.axvline):
        line(0, color=GRID, linewidth=THIN)
    plot.axes.plot([-2.2, 2.2], [-2.2, 2.2], color=BACKWARD, linestyle="--")
    z = np.linspace(-3, 3, 121)
    plot.axes.plot(z, np.tanh(z), color=FORWARD)
    plot.axes.set(xlim=(-3, 3), ylim=(-2.2, 2.2), xticks=(-2, -0.5, 0.5, 2), yticks=(-2, -1, 1, 2))
    plot.axes.set_xticklabels(["-2", "-0.5", "0.5", "2"])
    plot.axes.set_xlabel("$z$")
    plot.text(1.5, 1.75, "$z$", color=BACKWARD, anchor="end")
    plot.text(2.1, 0.72, r"$\tanh(z)$", color=FORWARD)
    return plot
