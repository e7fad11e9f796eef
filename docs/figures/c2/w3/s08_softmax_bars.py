"""Figure 3.8-2: scores, exponentials and probabilities; a constant changes nothing at the end."""

import numpy as np

from c2.w3.s08_softmax import softmax
from plotting import FORWARD, GRID, LINE, THIN, Plot, pale

Z = np.array([[5.0, 2.0, -1.0, 3.0], [0.0, -3.0, -6.0, -2.0], [5.0, 5.0, -1.0, 3.0]]).T
NAMES = ("$z$", "$z - 5$", "$z_2 = 5$")


def draw():
    """Return the nine plots."""
    plot = Plot(
        height=430, left=62, right=8, top=34, bottom=34, rows=3, columns=3, between=0.3,
        title="Scores, their exponentials, and the probabilities of softmax",
        desc="Three columns of bar charts. The scores 5, 2, -1, 3 give exponentials up to 148.4 "
             "and probabilities 0.842, 0.042, 0.002, 0.114. With 5 subtracted the exponentials "
             "reach only 1, and the probabilities are the same. With the second score raised to 5 "
             "the first two get 0.468 each, and the other two fall as well.")
    t, A = np.exp(Z), softmax(Z)
    for column, name in enumerate(NAMES):
        rows = plot.all[column::3]
        top = t[:, column].max()
        bars(rows[0], Z[:, column], (-6.6, 6), (-5, 0, 5))
        bars(rows[1], t[:, column], (0, 1.15 * top), (0, top))
        rows[1].set_yticklabels(["0", f"{top:g}" if top == 1 else f"{top:.0f}"])
        bars(rows[2], A[:, column], (0, 1), (0, 0.5, 1))
        plot.text(2.5, 6, name, axes=rows[0], anchor="middle", dy=-14)
        for axes in rows[:2]:
            axes.set_xticks([])
        if column:
            rows[0].set_yticklabels([])
            rows[2].set_yticklabels([])
    for axes, name in zip(plot.all[::3], ("$z$", "$t$", "$a$"), strict=True):
        axes.set_ylabel(name, rotation=0, labelpad=14, va="center")
    return plot


def bars(axes, values, limits, ticks):
    """Draw one bar for each class."""
    axes.axhline(0, color=GRID, linewidth=THIN)
    axes.bar(range(1, 5), values, width=0.62, facecolor=pale(FORWARD), edgecolor=FORWARD,
             linewidth=LINE)
    axes.set(xlim=(0.4, 4.6), ylim=limits, xticks=(1, 2, 3, 4), yticks=ticks)
