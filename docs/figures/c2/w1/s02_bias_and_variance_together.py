"""Figure 1.2-3: nearly a line, with sharp detours around two mislabeled points."""

import numpy as np

from c2.w1.s02_three_fits import EDGE, field, points
from plotting import BACKWARD, FORWARD, INK, LINE, MUTED, PAPER, Plot, dots

ODD = np.array([[-0.5, 0.62], [0.62, -0.42]])  # the two points, one a row


def curve(x):
    """Return the true border."""
    return 1.4 * x**2 - 0.55


def boundary(x):
    """Return the border of the fit: nearly a line, with a sharp detour around each point."""
    up, down = (np.exp(-((x - a) ** 2) / 0.014) for a, _ in ODD)
    return 0.1 + 0.04 * x + 0.72 * up - 0.74 * down


def draw():
    """Return the plot."""
    plot = Plot(
        width=330, height=330, left=6, right=6, top=6, bottom=6,
        title="High bias and high variance at once",
        desc="Filled points lie above a dashed parabola, hollow ones below. The boundary is nearly "
             "a straight line, with many points on its wrong side, but makes two sharp detours "
             "around two points, marked by rings, that carry the wrong label.")
    X, _ = points(m=56, seed=8)
    X = X[:, np.abs(X[1] - curve(X[0])) > 0.1]
    far = np.min([np.hypot(*(X - odd[:, None])) for odd in ODD], axis=0) > 0.27
    X = X[:, far]
    Y = X[1] > curve(X[0])
    X, Y = np.c_[X, ODD.T], np.r_[Y, ODD[:, 1] < curve(ODD[:, 0])]
    axes = plot.axes
    field(axes)
    dots(axes, ODD.T, BACKWARD, 19)
    dots(axes, ODD.T, PAPER, 15)
    dots(axes, X, INK, 9)
    dots(axes, X[:, ~Y], PAPER, 5.5)
    x = np.linspace(-EDGE, EDGE, 60)
    axes.plot(x, curve(x), color=MUTED, linestyle="--", linewidth=LINE)
    x = np.linspace(-EDGE, EDGE, 221)
    axes.plot(x, boundary(x), color=FORWARD)
    return plot
