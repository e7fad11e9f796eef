"""Figure 3.1-2: 25 grid points and 25 random points, projected onto both axes."""

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from c2.w3.s01_grid_versus_random import grid_points, random_points, score
from plotting import BACKWARD, FORWARD, INK, MUTED, THIN, Plot, dots

PEAK, WEIGHTS = np.array([[0.62], [0.0]]), np.array([[1.0], [0.0]])
WORDS = {
    "zh": {"score": "评分", "title": "网格上的 25 个点与随机的 25 个点",
           "desc": "左：网格的 25 个点在每个轴上只有 5 个值，其中最好的也够不到评分沿第一轴的最高处。"
                   "右：25 个随机点在每个轴上有 25 个值，其中一个几乎就在最高处。"},
    "en": {"score": "score", "title": "25 points on a grid and at random",
           "desc": "Left, 25 grid points fall on 5 values of each axis; the best of the 5 misses "
                   "the peak of the score along axis 1. Right, 25 random points fall on 25 values "
                   "of each axis, and one of them is nearly at the peak."},
}
RUG = (-0.075, -0.025)  # ends of the mark of a value, below 0 on both axes


def draw(language):
    """Return the two squares, each with the score along axis 1 above it."""
    words = WORDS[language]
    plot = Plot(
        height=352, left=54, right=8, top=12, bottom=50, rows=2, columns=2, between=0.14,
        sharex=True, gridspec_kw={"height_ratios": [1, 2.4]},
        title=words["title"], desc=words["desc"])
    ways = grid_points(5), random_points(25, np.random.default_rng(6))
    for column, points in enumerate(ways):
        curve(plot.all[column], points)
        square(plot.all[2 + column], points)
    plot.all[0].set_ylabel(words["score"])
    plot.all[2].set_ylabel("$u_2$")
    return plot


def curve(axes, points):
    """Draw the score along axis 1, and what the points see of it."""
    u = np.linspace(0, 1, 201)
    axes.plot(u, score(np.stack([u, u]), PEAK, WEIGHTS), color=MUTED, linewidth=1.6)
    scores = score(points, PEAK, WEIGHTS)
    dots(axes, np.stack([points[0], scores]), FORWARD, 6)
    best = scores.argmax()
    axes.plot(points[0, best], scores[best], "o", color=BACKWARD, fillstyle="none",
              markersize=13, markeredgewidth=2)
    axes.set(xlim=(-0.08, 1.02), ylim=(0.3, 1.12), yticks=())
    axes.tick_params(bottom=False)


def square(axes, points):
    """Draw the points, with a mark on each axis for every value tried."""
    dots(axes, points, INK, 6)
    marks(axes, [(value, place) for value in np.unique(points[0]) for place in RUG])
    marks(axes, [(place, value) for value in np.unique(points[1]) for place in RUG])
    axes.plot([0, 1, 1, 0, 0], [0, 0, 1, 1, 0], color=MUTED, linewidth=THIN)
    axes.set(xlim=(-0.08, 1.02), ylim=(-0.08, 1.02), xticks=(0, 0.5, 1), yticks=(0, 0.5, 1),
             xlabel="$u_1$")
    axes.set_xticklabels(["0", "0.5", "1"])
    axes.set_yticklabels(["0", "0.5", "1"] if axes.get_subplotspec().is_first_col() else [])


def marks(axes, ends):
    """Draw all marks, two ends each, as one path."""
    path = Path(ends, [Path.MOVETO, Path.LINETO] * (len(ends) // 2))
    axes.add_patch(PathPatch(path, edgecolor=FORWARD, facecolor="none", linewidth=1.4))
