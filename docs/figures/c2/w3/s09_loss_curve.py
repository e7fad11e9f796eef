"""Figure 3.9-2: minus the logarithm of the true class's probability, and three gradients."""

import numpy as np

from c2.w3.s09_cross_entropy_and_gradient import cost, output_error
from plotting import BACKWARD, FORWARD, GRID, INK, LINE, THIN, Plot, pale

CHANCES = (0.2, 0.5, 0.9)
Y = np.array([[0.0], [1.0], [0.0], [0.0]])


def prediction(p):
    """Return y_hat: (4, 1) with p for the true class, the rest shared as 3 : 1 : 4."""
    return np.array([[0.375 * (1 - p)], [p], [0.125 * (1 - p)], [0.5 * (1 - p)]])


def draw():
    """Return the curve, and the three bar charts under it."""
    plot = Plot(
        height=440, left=72, right=10, top=14, bottom=36, rows=2, columns=3,
        title="The loss of one example and its gradient",
        desc="Above, the curve of minus ln p falls from 4.6 at p = 0.01 to 0 at p = 1, with points "
             "at 0.2 (1.609), 0.5 (0.693) and 0.9 (0.105). Below, the error y_hat - y at these "
             "points: one bar down at entry 2, by 0.8, 0.5 and 0.1, and three small bars up.")
    plot.figure.subplots_adjust(top=0.8, wspace=0.2)
    for axes in plot.all[1:3]:
        axes.remove()
    curve(plot, plot.all[0])
    for axes, p in zip(plot.all[3:], CHANCES, strict=True):
        bars(plot, axes, p)
    plot.all[3].set_ylabel(r"$\hat{y} - y$")
    plot.figure.align_ylabels(plot.all[:4:3])
    for axes in plot.all[4:]:
        axes.set_yticklabels([])
    return plot


def curve(plot, axes):
    """Draw the loss over the probability, as wide as the picture."""
    axes.set_position([72 / 460, 0.55, 378 / 460, 0.42])
    p = np.geomspace(0.01, 1, 81)
    axes.plot(p, [cost(np.log(prediction(q)), Y) for q in np.minimum(p, 1 - 1e-9)], color=FORWARD)
    for q in CHANCES:
        value = cost(np.log(prediction(q)), Y)
        plot.point(q, value, axes=axes)
        plot.text(q, value, f"${value:.3f}$", axes=axes, dx=8 if q < 0.6 else -20, dy=-14)
    axes.set(xlim=(0, 1.02), ylim=(0, 4.7), xticks=(0, 0.2, 0.5, 0.9, 1), yticks=(0, 1, 2, 3, 4))
    axes.set_xticklabels(["0", "0.2", "0.5", "0.9", "1"])
    plot.text(0.7, 0, "$p$", axes=axes, anchor="middle", dy=17)
    axes.set_ylabel(r"$-\ln p$")


def bars(plot, axes, p):
    """Draw the entries of the error; the one of the true class points down."""
    dz = output_error(np.log(prediction(p)), Y).ravel()
    axes.axhline(0, color=INK, linewidth=THIN)
    for level in (-0.5, 0.5):
        axes.axhline(level, color=GRID, linewidth=THIN)
    for number, value in enumerate(dz, 1):
        colour = BACKWARD if value < 0 else FORWARD
        axes.bar(number, value, width=0.62, facecolor=pale(colour), edgecolor=colour,
                 linewidth=LINE, linestyle="--" if value < 0 else "-")
    axes.set(xlim=(0.4, 4.6), ylim=(-0.9, 0.7), xticks=(1, 2, 3, 4), yticks=(-0.5, 0, 0.5))
    plot.text(2.5, 0.7, f"$p = {p:g}$", axes=axes, anchor="middle", dy=-13)
