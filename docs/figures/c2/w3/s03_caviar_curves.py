"""Figure 3.3-3: ten models side by side, with curves that do not cross and with one that does."""

import numpy as np

from c2.w3.s03_crossing_curves import slow_starter
from c2.w3.s03_successive_halving import parallel_curves
from plotting import BACKWARD, FORWARD, MUTED, Plot

N = 10


def draw():
    """Return the two plots."""
    plot = Plot(
        height=250, left=52, right=14, top=14, bottom=48, columns=2, sharey=True, between=0.14,
        title="Ten learning curves side by side",
        desc="Left, ten curves that fall and never cross; the lowest is best at every budget. "
             "Right, nine curves fall early; the tenth starts high, crosses all of them between "
             "budget 7 and 9, and ends far below.")
    budgets = np.geomspace(1, 27, 45)
    settings = np.arange(N)
    ways = parallel_curves(np.random.default_rng(4), N), slow_starter
    for axes, error in zip(plot.all, ways, strict=True):
        curves = np.stack([error(settings, budget) for budget in budgets])
        best = curves[-1].argmin()
        for setting in settings[settings != best]:
            axes.plot(budgets, curves[:, setting], color=MUTED, linewidth=1.1)
        axes.plot(budgets, curves[:, best], color=FORWARD)
        axes.axvline(1, color=BACKWARD, linewidth=1.6, linestyle="--")
        axes.set(xlim=(0, 27), ylim=(0, 0.65), xticks=(1, 9, 18, 27), yticks=(0, 0.2, 0.4, 0.6),
                 xlabel=r"$\text{budget}$")
    plot.all[0].set_ylabel(r"$\text{dev error}$")
    return plot
