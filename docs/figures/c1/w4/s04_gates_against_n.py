"""Figure 4.4-3: gates of the tree and ANDs of one layer, against n."""

import numpy as np

from c1.w4.s04_parity_deep_and_shallow import parity_terms, parity_tree
from plotting import BACKWARD, FORWARD, Plot

TICKS = (1, 10, 100, 1000, 10000)


def draw():
    """Return the plot."""
    plot = Plot(
        height=290, left=72, title="Gates against the number of inputs",
        desc="n from 2 to 16, logarithmic vertical axis. The gates of the tree bend from 1 to 15; "
             "the ANDs of one layer rise on a straight line from 2 to 32768.")
    n = np.arange(2, 17)
    zeros = [np.zeros((count, 1), dtype=int) for count in n]
    plot.axes.plot(n, [parity_tree(X)[1] for X in zeros], color=FORWARD, marker="o", markersize=5)
    plot.axes.plot(n, [parity_terms(X)[1] for X in zeros], color=BACKWARD, linestyle="--",
                   marker="s", markersize=5)
    plot.axes.set(yscale="log", ylim=(0.8, 60000), xlim=(1.5, 16.5), xlabel="$n$",
                  xticks=range(2, 17, 2))
    plot.axes.set_yticks(TICKS, [str(tick) for tick in TICKS])
    plot.axes.minorticks_off()
    plot.grid("y")
    plot.text(9.6, 2**9, "$2^{n-1}$", color=BACKWARD, anchor="end", dy=-8)
    plot.text(14, 13, "$n - 1$", color=FORWARD, anchor="middle", dy=-18)
    return plot
