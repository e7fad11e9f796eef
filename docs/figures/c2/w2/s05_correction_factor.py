"""Figure 2.5-2: the factor of the bias correction against t."""

import numpy as np

from c2.w2.s05_warm_up_length import warm_up_length
from plotting import BACKWARD, FORWARD, THIRD, Plot

CURVES = (  # beta, colour, dashes, place of its label
    (0.9, FORWARD, "-", (1.2, 1.65)), (0.98, BACKWARD, "--", (3, 42)),
    (0.999, THIRD, ":", (6, 360)))


def draw():
    """Return the plot."""
    plot = Plot(
        height=276, left=56, right=28, top=14, bottom=48, title="Factor of the bias correction",
        desc="Three falling curves on logarithmic axes. At t = 1 the factor is 10, 50 and 1000 for "
             "beta 0.9, 0.98 and 0.999. All fall to 1; dots at 44, 228 and 4603 steps mark where "
             "it is within about 1 percent of 1.")
    t = np.geomspace(1, 10_000, 81)
    for beta, color, style, place in CURVES:
        plot.axes.plot(t, factor(beta, t), color=color, linestyle=style)
        end = warm_up_length(beta)
        plot.point(end, factor(beta, end), color=color)
        plot.text(end, 1, f"${end}$", color=color, anchor="middle", dy=15)
        plot.text(*place, rf"$\beta = {beta:g}$", color=color)
    plot.axes.set(xscale="log", yscale="log", xlim=(1, 10_000), ylim=(0.4, 1400))
    plot.axes.set_xticks([1, 10, 100, 1000, 10_000], ["1", "10", "100", "1000", "10000"])
    plot.axes.set_yticks([1, 10, 100, 1000], ["1", "10", "100", "1000"])
    plot.axes.minorticks_off()
    plot.axes.set_xlabel("$t$")
    return plot


def factor(beta, t):
    """Return 1 / (1 - beta^t)."""
    return 1.0 / (1.0 - beta**t)
