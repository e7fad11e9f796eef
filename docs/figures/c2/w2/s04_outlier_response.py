"""Figure 2.4-2: what one outlier does to a window of 10 and to the weighted average."""

import numpy as np

from c2.w2.s04_window_vs_ewa import outlier, weighted_average, window_average
from plotting import BACKWARD, FORWARD, Plot

DAYS = 36
DAY = 6


def draw():
    """Return the plot."""
    plot = Plot(
        height=232, left=46, right=12, top=14, bottom=48, title="Response to one outlier",
        desc="Both averages jump from 0 to 5 on day 6. The window stays at 5 for ten days and "
             "falls to 0 on day 16. The weighted average falls by a tenth each day and never "
             "quite reaches 0.")
    theta = outlier(DAYS, DAY, 50.0)
    day = np.arange(1, DAYS + 1)
    plot.axes.plot(day, window_average(theta, 10), color=BACKWARD, linestyle="--",
                   drawstyle="steps-mid")
    ewa = weighted_average(theta, 0.9)
    plot.axes.plot(day, ewa, color=FORWARD, drawstyle="steps-mid")
    plot.axes.set(xlim=(1, DAYS), ylim=(0, 5.6), xticks=(6, 16, 26, 36), yticks=(0, 2.5, 5))
    plot.axes.set_xlabel("$t$")
    plot.text(16, 4.5, "$N = 10$", color=BACKWARD, dx=6)
    plot.text(23, ewa[22], r"$\beta = 0.9$", color=FORWARD, dx=4, dy=-20)
    return plot
