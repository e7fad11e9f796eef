"""Figure 2.4-1: weights, data and their products in v_100, for two values of beta."""

import numpy as np

from c2.w2.s04_ewa_weights import weights
from plotting import BACKWARD, FORWARD, MUTED, PAPER, Plot

DAYS = 100
SHOWN = 60
BETAS = (0.9, 0.98)


def draw():
    """Return the six plots."""
    plot = Plot(
        height=400, left=52, right=16, top=34, bottom=52, rows=3, columns=2, sharex=True,
        sharey="row", between=0.18, title="Weights, data and products",
        desc="Two columns, beta 0.9 and 0.98, over days 41 to 100. Top: the weights grow "
             "exponentially towards day 100; a dashed line stands 10 and 50 days before it. "
             "Middle: the same daily temperatures twice. Bottom: the products of both. For 0.9 "
             "they come from the last weeks, for 0.98 from all days shown.")
    theta = temperatures()
    edges = np.arange(DAYS - SHOWN, DAYS + 1) + 0.5
    for column, beta in enumerate(BETAS):
        newest_last = weights(DAYS, beta)[::-1]
        rows = ((newest_last, FORWARD, 0.11), (theta, MUTED, 70.0),
                (newest_last * theta, FORWARD, 6.6))
        for row, (values, color, top) in enumerate(rows):
            axes = plot.all[2 * row + column]
            axes.stairs(values[-SHOWN:], edges, fill=True, color=color, alpha=0.75)
            for ink, style, width in ((PAPER, "-", 4.4), (BACKWARD, "--", 2.2)):
                axes.axvline(DAYS + 0.5 - 1 / (1 - beta), color=ink, linestyle=style,
                             linewidth=width, solid_capstyle="butt")
            axes.set(xlim=(edges[0], edges[-1]), ylim=(0, top), xticks=(50, 70, 90))
        plot.text(70, 0.11, rf"$\beta = {beta:g}$", axes=plot.all[column], anchor="middle", dy=-16)
        plot.all[4 + column].set_xlabel("$t$")
    for row, ticks in enumerate(((0, 0.05, 0.1), (0, 30, 60), (0, 3, 6))):
        plot.all[2 * row].set_yticks(ticks)
    return plot


def temperatures():
    """Return temperatures that rise from day 1 to day 100, with noise: (100,)."""
    rng = np.random.default_rng(4)
    return np.linspace(40.0, 58.0, DAYS) + rng.normal(0.0, 4.0, DAYS)
