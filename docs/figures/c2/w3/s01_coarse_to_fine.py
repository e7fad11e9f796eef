"""Figure 3.1-3: a second round of random points around the best of the first."""

import numpy as np

from c2.w3.s01_coarse_to_fine import box_around, example_score, search
from plotting import BACKWARD, FORWARD, INK, MUTED, Plot, dots

N, SHARE = 25, 0.3


def draw():
    """Return the points of both rounds in the unit square."""
    low, high = np.zeros((2, 1)), np.ones((2, 1))
    rng = np.random.default_rng(19)
    points, scores = search(example_score, low, high, N, rng)
    small = box_around(points[:, [scores.argmax()]], low, high, SHARE)
    more, _ = search(example_score, *small, N, rng)
    plot = Plot(
        width=340, height=330, left=52, right=10, top=12, bottom=48,
        title="Coarse to fine", desc="25 points are spread over the unit square; the three with "
        "the highest scores are circled. A small box around the best holds 25 more points.")
    dots(plot.axes, points, INK, 6)
    best = points[:, np.argsort(scores)[-3:]]
    plot.axes.plot(*best, "o", color=BACKWARD, fillstyle="none", markersize=15, markeredgewidth=2)
    dots(plot.axes, more, FORWARD, 4.6)
    frame(plot.axes, low, high, MUTED, "-")
    frame(plot.axes, *small, FORWARD, "--")
    plot.axes.set(xlim=(-0.03, 1.03), ylim=(-0.03, 1.03), xticks=(0, 0.5, 1), yticks=(0, 0.5, 1),
                  xlabel="$u_1$", ylabel="$u_2$")
    plot.axes.set_xticklabels(["0", "0.5", "1"])
    plot.axes.set_yticklabels(["0", "0.5", "1"])
    return plot


def frame(axes, low, high, color, style):
    """Draw the edges of a box."""
    (left, bottom), (right, top) = low[:, 0], high[:, 0]
    axes.plot([left, right, right, left, left], [bottom, bottom, top, top, bottom],
              color=color, linestyle=style, linewidth=1.6)
