"""Figure 3.11-2: where small and large weights put the scores of 12 units on tanh."""

import numpy as np

from c1.w3.s11_initialize_parameters import initialize
from plotting import BACKWARD, FORWARD, GRID, INK, THIN, Plot

UNITS, WIDE = 12, 10.0
X = np.ones((2, 1))


def draw():
    """Return the plot."""
    plot = Plot(
        height=290, left=62, title="Scores on tanh for small and large weights",
        desc="tanh over z from -10 to 10. Twelve dots for weights of standard deviation 0.01 lie "
             "together at the origin, where the curve is steepest. Twelve squares for standard "
             "deviation 4 are spread out, most of them on the flat parts near -1 and 1.")
    z = np.linspace(-WIDE, WIDE, 141)
    for level in (-1, 1):
        plot.axes.axhline(level, color=GRID, linewidth=THIN)
    plot.axes.plot(z, np.tanh(z), color=INK, linewidth=1.4)
    for scale, color, marker in ((4.0, BACKWARD, "s"), (0.01, FORWARD, "o")):
        scores = initialize([2, UNITS, 1], np.random.default_rng(5), scale)["W1"] @ X
        plot.axes.plot(scores, np.tanh(scores), marker, color=color, clip_on=False, zorder=5)
    plot.axes.set(xlim=(-WIDE, WIDE), ylim=(-1.2, 1.2), xticks=range(-8, 9, 4), yticks=[-1, 0, 1])
    plot.axes.set_xlabel("$z$")
    plot.axes.set_ylabel(r"$\tanh(z)$")
    plot.text(0.5, -0.1, "$0.01$", color=FORWARD)
    plot.text(4.0, 0.78, "$4$", color=BACKWARD)
    return plot
