"""Figure 2.6-1: paths of plain descent and of momentum on the contours of a narrow valley."""

import numpy as np
from matplotlib.patches import Ellipse

from c2.w2.s06_ravine import path
from plotting import BACKWARD, FORWARD, GRID, INK, Plot

CURVATURES = np.array([[1.0], [20.0]])
RUNS = ((0.095, 0.0, 20, BACKWARD), (0.105, 0.0, 9, BACKWARD), (0.16, 0.6, 20, FORWARD))
LEVELS = (0.5, 1.1, 2.2, 3.8, 6.2)  # half the length of the long axis


def draw():
    """Return the three plots."""
    plot = Plot(
        height=236, left=44, right=8, top=56, bottom=48, columns=3, sharey=True, between=0.12,
        title="Paths in a narrow valley",
        desc="Left: plain descent swings from side to side and is still far from the middle "
             "after 20 steps. Middle: with a slightly larger step it swings ever wider. Right: "
             "momentum, with a still larger step, swings a few times, ever less, and is in the "
             "middle after 20 steps.")
    for axes, (alpha, beta, steps, color) in zip(plot.all, RUNS, strict=True):
        for level in LEVELS:
            axes.add_patch(Ellipse((0, 0), 2 * level, 2 * level / np.sqrt(20.0), edgecolor=GRID,
                                   facecolor="none", linewidth=1.2))
        points = path(alpha, beta, steps, CURVATURES)
        axes.plot(*points, color=color, linewidth=1.2)
        axes.plot(*points, "o", color=color, markersize=3.4)
        axes.plot([0], [0], "+", color=INK, markersize=9)
        axes.set(xlim=(-0.6, 1.15), ylim=(-1.5, 1.5), xticks=(0, 1), yticks=(-1, 0, 1))
        axes.set_xlabel("$w_1$")
        for text, dy in ((rf"$\alpha = {alpha:g}$", -32), (rf"$\beta = {beta:g}$", -13)):
            plot.text(0.275, 1.5, text, axes=axes, anchor="middle", dy=dy, color=color)
    plot.axes.set_ylabel("$w_2$", labelpad=-4)
    return plot
