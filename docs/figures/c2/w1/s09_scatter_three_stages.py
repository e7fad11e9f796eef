"""Figure 1.9-1: the same points raw, centred, and scaled to unit variance."""

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from c2.w1.s09_fit_and_apply_standardizer import apply, fit
from plotting import FORWARD, MUTED, THIN, Plot

REACH = 8.5


def draw():
    """Return the three plots."""
    rng = np.random.default_rng(4)
    X = np.vstack([rng.normal(3.0, 1.9, 90), rng.normal(4.6, 0.55, 90)])
    mu, sigma = fit(X)
    plot = Plot(
        height=216, left=48, right=6, top=44, bottom=50, columns=3, sharey=True, between=0.12,
        title="A cloud of points raw, centred and scaled",
        desc="Three plots of the same 90 points on the same axes. Raw: a flat cloud right of and "
             "above the origin. Centred: the same flat cloud around the origin. Scaled: a round "
             "cloud around the origin.")
    stages = (("$x$", X), (r"$x - \mu$", apply(X, mu, 1.0)),
              (r"$(x - \mu) / \sigma$", apply(X, mu, sigma)))
    for axes, (name, points) in zip(plot.all, stages, strict=True):
        axes.axhline(0, color=MUTED, linewidth=THIN)
        axes.axvline(0, color=MUTED, linewidth=THIN)
        dots(axes, points)
        axes.set(xlim=(-REACH, REACH), ylim=(-REACH, REACH), xticks=[-5, 0, 5], yticks=[-5, 0, 5])
        axes.set_aspect("equal")
        axes.set_xlabel("$x_1$")
        plot.text(0, REACH, name, axes=axes, anchor="middle", color=FORWARD, dy=-16)
    plot.axes.set_ylabel("$x_2$", labelpad=-4)
    return plot


def dots(axes, X):
    """Draw points as one path of strokes without length."""
    path = Path(np.repeat(X.T.round(3), 2, axis=0), [Path.MOVETO, Path.LINETO] * X.shape[1])
    axes.add_patch(PathPatch(path, edgecolor=FORWARD, facecolor="none", linewidth=3.2,
                             capstyle="round"))
