"""Figure 2.3-2: a year of temperatures and its average for three values of beta."""

import numpy as np

from c2.w2.s03_ewa import weighted_average
from plotting import FIFTH, FORWARD, MUTED, THIRD, Plot, dots

DAYS, DOTS = 365, 5  # of the dots every fifth is drawn
RUNS = ((0.5, 1, FIFTH), (0.9, 3, FORWARD), (0.98, 8, THIRD))  # beta, days a point, color


def draw():
    """Return the three plots."""
    plot = Plot(
        height=440, left=40, right=14, top=28, bottom=48, rows=3, sharex=True, between=0.24,
        title="A year of temperatures and three averages",
        desc="Daily temperatures as dots, high in the middle of the year. With beta 0.5 the "
             "average follows them closely and is ragged. With 0.9 it is smoother. With 0.98 it "
             "is very smooth and its peak comes weeks later. All three begin far below the dots.")
    theta, day = temperatures(), np.arange(1, DAYS + 1)
    for axes, (beta, step, color) in zip(plot.all, RUNS, strict=True):
        dots(axes, np.stack([day, theta])[:, ::DOTS], MUTED, 2.6)
        v = weighted_average(theta, beta)
        axes.plot(day[::step], v[::step], color=color, linewidth=1.2 if beta == 0.5 else 2.2)
        axes.set(xlim=(0, DAYS + 5), ylim=(0, 80), xticks=(1, 90, 180, 270, 360),
                 yticks=(0, 40, 80))
        plot.text(183, 80, rf"$\beta = {beta:g}$", axes=axes, anchor="middle", dy=-8, color=color)
    plot.all[-1].set_xlabel("$t$")
    return plot


def temperatures():
    """Return a year of daily temperatures, a season and noise: (365,), in degrees Fahrenheit."""
    season = 52.0 - 14.0 * np.cos(2 * np.pi * (np.arange(1, DAYS + 1) - 15) / DAYS)
    return season + np.random.default_rng(2).normal(0.0, 4.0, DAYS)
