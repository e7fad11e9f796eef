"""Figure 2.2-1: the cost of batch descent, and J{t} of mini-batch descent."""

import numpy as np

from c2.w2.s02_three_paths import descend, make_examples
from plotting import BACKWARD, BOLD, FORWARD, LINE, Plot

STEPS, SPAN = 160, 16


def draw():
    """Return the two plots."""
    X, Y = make_examples(512, np.random.default_rng(0))
    plot = Plot(
        height=236, left=46, right=20, top=38, bottom=52, columns=2, sharey=True, between=0.12,
        title="Cost against steps, batch and mini-batch",
        desc="Left: with all 512 examples in each step the cost falls smoothly. Right: with 32 "
             "examples the cost of the current mini-batch jumps up and down while it falls; its "
             "mean over 16 steps, dashed, falls as well and then stays level.")
    for axes, size in zip(plot.all, (512, 32), strict=True):
        _, costs = descend(X, Y, size, np.full(STEPS, 0.1), np.random.default_rng(1))
        axes.plot(costs, color=FORWARD, linewidth=BOLD if size == 512 else LINE)
        if size < 512:
            mean = np.convolve(costs, np.full(SPAN, 1 / SPAN), "valid")
            axes.plot(np.arange(SPAN - 1, STEPS), mean, color=BACKWARD, linewidth=BOLD,
                      linestyle="--")
        axes.set(xlim=(0, STEPS), ylim=(0, 5), xticks=(0, 50, 100, 150), yticks=(0, 2, 4))
        axes.set_xlabel("$t$")
        plot.text(STEPS / 2, 5, f"$B = {size}$", axes=axes, anchor="middle", dy=-15)
        plot.text(60, 2.0, "$J$" if size == 512 else r"$J^{\{t\}}$", axes=axes, color=FORWARD)
    return plot
