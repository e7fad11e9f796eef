"""Figure 2.9-2: four schedules of the learning rate, on a linear and a logarithmic axis."""

import numpy as np

from c2.w2.s09_decay_schedules import exponential, inverse_time, square_root, staircase
from plotting import BACKWARD, FORWARD, FOURTH, THIRD, Plot

LAST = 40
CURVES = (  # schedule, colour, dashes, plot and place of its name
    (inverse_time, FORWARD, "-", 1, (2, 0.008)),
    (exponential, BACKWARD, (0, (6, 3)), 0, (13, 0.128)),
    (square_root, THIRD, (0, (8, 3, 1.6, 3)), 1, (10.5, 0.031)),
    (staircase, FOURTH, (0, (2, 2)), 0, (10.5, 0.197)))


def draw():
    """Return the two plots."""
    plot = Plot(
        height=470, left=62, right=14, top=30, bottom=50, rows=2, between=0.2,
        title="Four schedules of the learning rate over 40 epochs",
        desc="All begin at 0.2. Inverse time decay falls fastest at first, to 0.005; the staircase "
             "halves every 10 epochs, to 0.0125; exponential decay ends at 0.026. Square root "
             "decay runs below it up to epoch 34 and ends above it, at 0.032. On the logarithmic "
             "axis exponential decay is straight.")
    for axes in plot.all:
        for schedule, color, dashes, *_ in CURVES:
            axes.plot(*curve(schedule), color=color, linestyle=dashes)
        axes.set(xlim=(0, LAST), xticks=(0, 10, 20, 30, 40))
    upper, lower = plot.all
    upper.set(ylim=(0, 0.21), yticks=(0, 0.1, 0.2), xticklabels=[])
    lower.set(yscale="log", ylim=(0.004, 0.22), xlabel="epoch_num")
    lower.set_yticks([0.2, 0.1, 0.05, 0.02, 0.01, 0.005],
                     ["0.2", "0.1", "0.05", "0.02", "0.01", "0.005"])
    lower.minorticks_off()
    for schedule, color, _, which, place in CURVES:
        plot.text(*place, schedule.__name__, axes=plot.all[which], color=color)
    for axes in plot.all:
        plot.text(0, axes.get_ylim()[1], r"$\alpha$", axes=axes, anchor="end", dx=-8, dy=-12)
    return plot


def curve(schedule):
    """Return epochs and learning rates; square roots begin at epoch 1, stairs are upright."""
    if schedule is staircase:
        epochs = np.repeat(np.arange(0, LAST + 1, 10), 2)[1:]
        return epochs, np.repeat(staircase(np.arange(0, LAST + 1, 10)), 2)[:-1]
    epochs = np.arange(1 if schedule is square_root else 0, LAST + 1)
    return epochs, schedule(epochs)
