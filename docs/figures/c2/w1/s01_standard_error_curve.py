"""Figure 1.1-3: standard error against n for three error rates."""

import numpy as np

from c2.w1.s01_error_rate_standard_error import needed_size, standard_error
from plotting import BACKWARD, FORWARD, MUTED, THIRD, Plot

GAP = 0.01
SIZES = np.geomspace(100, 1e6, 25)
CURVES = ((0.5, BACKWARD, "--"), (0.1, FORWARD, "-"), (0.01, THIRD, "-."))


def draw():
    """Return the plot."""
    plot = Plot(
        height=330, left=66, right=92, title="Standard error and number of examples",
        desc="Logarithmic axes. Three parallel falling lines, for error rates 50%, 10% and 1%. "
             "They cross the level of 0.5% at n = 10000, 3600 and 396.")
    for e, color, dash in CURVES:
        values = [100 * standard_error(e, n) for n in SIZES]
        plot.axes.loglog(SIZES, values, color=color, linestyle=dash)
        plot.text(1e6, values[-1], f"$e = {e:g}$", color=color, dx=8)
        size = needed_size(e, GAP)
        plot.point(size, 50 * GAP, color=color)
        plot.text(size, 50 * GAP, f"${size}$", color=color, anchor="middle",
                  dy=14 if e == 0.1 else -14, dx=-16 if e == 0.1 else 18)
    plot.axes.axhline(50 * GAP, color=MUTED, linewidth=1, zorder=0)
    plot.axes.set(xlabel="$n$", xlim=(100, 1e6), ylim=(0.008, 8),
                  xticks=(100, 1e3, 1e4, 1e5, 1e6), yticks=(0.01, 0.1, 0.5, 1, 5))
    plot.axes.set_xticklabels(["$100$", "$1000$", "$10^4$", "$10^5$", "$10^6$"])
    plot.axes.set_yticklabels(["0.01%", "0.1%", "0.5%", "1%", "5%"])
    plot.text(100, 8, r"$\text{SE}$", dx=8, dy=4)
    plot.axes.minorticks_off()
    return plot
