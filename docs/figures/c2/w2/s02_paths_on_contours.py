"""Figure 2.2-2: paths over the contours of J for three batch sizes and a lowered alpha."""

import numpy as np
from matplotlib.patches import Ellipse

from c2.w2.s02_three_paths import descend, make_examples
from plotting import BACKWARD, FORWARD, INK, MUTED, Plot

STEPS, CONSTANT = 130, 60
RUNS = ((512, False), (32, False), (1, False), (1, True))


def draw():
    """Return the four plots."""
    X, Y = make_examples(512, np.random.default_rng(0))
    hessian, best = X @ X.T / 512, np.linalg.solve(X @ X.T, X @ Y.T).ravel()
    plot = Plot(
        height=436, left=62, right=10, top=32, bottom=48, rows=2, columns=2, sharex=True,
        sharey=True, title="Paths for three batch sizes",
        desc="Four plots with the same contours and start. With 512 examples the path is "
             "smooth. With 32 it trembles. With 1 it strays and wanders around the minimum. "
             "With 1 and a falling learning rate it closes in.")
    plot.figure.subplots_adjust(hspace=0.26, wspace=0.1)
    for axes, (size, lowered) in zip(plot.all, RUNS, strict=True):
        later = np.maximum(0, np.arange(STEPS) - CONSTANT)
        alphas = 0.1 / (1 + later / 15 * lowered)
        path, _ = descend(X, Y, size, alphas, np.random.default_rng(1))
        contours(axes, hessian, best)
        color = BACKWARD if lowered else FORWARD
        axes.plot(*path[::8 if size == 512 else 1].T, color=color, linewidth=1.0)
        axes.plot([0], [0], "o", color=INK, markersize=4)
        axes.plot(*best[:, None], "+", color=INK, markersize=10, zorder=6)
        axes.set(xlim=(-1, 4.4), ylim=(-5, 0.6), xticks=(0, 2, 4), yticks=(-4, -2, 0))
        name = f"$B = {size}$" + (r", $\alpha_t \to 0$" if lowered else "")
        plot.text(1.7, 0.6, name, axes=axes, anchor="middle", dy=-13, color=color)
    for axes in plot.all[2:]:
        axes.set_xlabel("$w_1$")
    for axes in plot.all[::2]:
        axes.set_ylabel("$w_2$", labelpad=6)
    return plot


def contours(axes, hessian, best):
    """Draw ellipses on which J is constant."""
    values, vectors = np.linalg.eigh(hessian)
    turn = np.degrees(np.arctan2(vectors[1, 1], vectors[0, 1]))
    for radius in (0.5, 1.2, 1.9):
        low, high = 2 * radius / np.sqrt(values)
        axes.add_patch(Ellipse(best, high, low, angle=turn, edgecolor=MUTED, facecolor="none",
                               linewidth=1, alpha=0.6))
