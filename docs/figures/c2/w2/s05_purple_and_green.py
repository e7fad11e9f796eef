"""Figure 2.5-1: raw and corrected averages over the first 60 days, for two values of beta."""

import numpy as np

from c2.w2.s04_weights_times_data import temperatures
from c2.w2.s05_ewa_bias_corrected import corrected_average, weighted_average
from plotting import FOURTH, MUTED, THIRD, Plot, dots

DAYS = 60
BETAS = (0.9, 0.98)


def draw():
    """Return the two plots."""
    plot = Plot(
        height=256, left=40, right=10, top=34, bottom=48, columns=2, sharey=True, between=0.22,
        title="Averages with and without bias correction",
        desc="Daily temperatures as dots, over 60 days. Without the correction the dashed average "
             "starts near 0; for beta 0.9 it has caught up after about 30 days, for 0.98 it is "
             "still far below on day 60. With the correction the solid average starts at the data.")
    theta, day = temperatures()[:DAYS], np.arange(1, DAYS + 1)
    for axes, beta in zip(plot.all, BETAS, strict=True):
        dots(axes, np.stack([day, theta]), MUTED, 3.2)
        axes.plot(day, weighted_average(theta, beta), color=FOURTH, linestyle="--")
        axes.plot(day, corrected_average(theta, beta), color=THIRD)
        axes.set(xlim=(0, DAYS), ylim=(0, 62), xticks=(1, 30, 60), yticks=(0, 20, 40, 60))
        axes.set_xlabel("$t$")
        plot.text(30, 62, rf"$\beta = {beta:g}$", axes=axes, anchor="middle", dy=-14)
    return plot
