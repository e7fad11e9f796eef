"""Figure 2.9-1: noisy steps near a minimum, with a constant and with a decaying alpha."""

import numpy as np
from matplotlib.patches import Ellipse

from c2.w2.s09_noise_floor import noisy_step
from plotting import BACKWARD, FORWARD, GRID, INK, Plot

CURVATURE, NOISE = np.array([0.5, 1.5]), 1.1
START, STEPS, ALPHA = np.array([2.3, 1.5]), 150, 0.2
REACH = (2.6, 1.75)


def draw():
    """Return the two plots."""
    plot = Plot(
        height=196, left=14, right=14, top=34, bottom=14, columns=2, between=0.08,
        title="Two noisy paths near a minimum",
        desc="Contours of a quadratic cost, twice. Both paths run from the upper right to the "
             "middle. With alpha constant at 0.2 the path then spreads into a wide cloud; with "
             "alpha = 0.2/(1 + 0.05 t) it closes in on the minimum.")
    t = np.arange(STEPS)
    runs = ((np.full(STEPS, ALPHA), BACKWARD, r"$\alpha = 0.2$"),
            (ALPHA / (1 + 0.05 * t), FORWARD, r"$\alpha = 0.2 / (1 + 0.05\, t)$"))
    for axes, (alphas, color, name) in zip(plot.all, runs, strict=True):
        for level in (0.5, 1.2, 2.0, 3.0):
            wide, high = 2 * np.sqrt(level / CURVATURE)
            axes.add_patch(Ellipse((0, 0), wide, high, edgecolor=GRID, facecolor="none",
                                   linewidth=1.2))
        path = walk(alphas)
        axes.plot(*path, color=color, linewidth=1.0, linestyle="-")
        axes.plot(*START, "o", color=color, markersize=5)
        axes.plot([0], [0], "+", color=INK, markersize=12, markeredgewidth=2.2, zorder=6)
        axes.set(xlim=(-REACH[0], REACH[0]), ylim=(-REACH[1], REACH[1]), xticks=[], yticks=[])
        axes.spines[:].set_visible(False)
        axes.set_aspect("equal")
        plot.text(0, REACH[1], name, axes=axes, anchor="middle", color=color, dy=-14)
    return plot


def walk(alphas):
    """Return the points of a path: (2, steps + 1); the noise is the same for every path."""
    rng, places = np.random.default_rng(4), [START]
    for alpha in alphas:
        places.append(noisy_step(places[-1], alpha, rng, CURVATURE, NOISE))
    return np.array(places).T
