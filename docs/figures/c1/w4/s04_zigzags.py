"""Figure 4.4-4: zigzags of one, two and three hidden layers."""

import numpy as np

from c1.w4.s04_fold_again import pieces, zigzag
from plotting import FORWARD, Plot


def draw():
    """Return the plots."""
    plot = Plot(
        height=190, left=34, right=12, top=36, bottom=46, columns=3, sharey=True,
        title="Zigzags of one, two and three hidden layers",
        desc="On [0, 1] the output rises and falls once with one hidden layer, twice with two and "
             "four times with three: 2, 4 and 8 straight pieces.")
    for layers, axes in enumerate(plot.all, start=1):
        x = np.arange(2 ** (layers + 1) + 1) / 2 ** (layers + 1)
        y = zigzag(x, layers)
        axes.plot(x, y, color=FORWARD)
        plot.text(0.5, 1.2, f"$2^{{{layers}}} = {pieces(y)}$", axes=axes, anchor="middle")
        axes.set(xlim=(0, 1), ylim=(0, 1.05), xticks=[0, 1], yticks=[0, 1], xlabel="$x$")
    return plot
