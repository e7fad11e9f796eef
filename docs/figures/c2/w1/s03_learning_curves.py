"""Figure 1.3-2: training and dev error against m, for a line and for a polynomial of degree 8."""

import numpy as np

from c2.w1.s03_more_data_does_not_cure_bias import median_errors
from plotting import BACKWARD, FORWARD, MUTED, Plot

SIZES = np.array([10, 12, 14, 17, 20, 24, 28, 40, 48, 57, 70, 95, 120, 160, 250, 400,
                  800, 2000])
PANELS = ((1, 0.0, 4 / 45, 10), (8, 0.2, 0.04, 20))


def draw():
    """Return the two plots."""
    plot = Plot(
        height=270, left=58, top=34, columns=2, sharey=True, between=0.12,
        title="Errors of a rigid and of a flexible model against the number of examples",
        desc="Left, a line fitted to a parabola: training error rises and dev error falls to the "
             "same level, 0.089, and stays there. Right, a polynomial of degree 8 on noisy "
             "points: training error starts at 0.02 and dev error above 0.15; both near 0.04.")
    for axes, (degree, noise, floor, least) in zip(plot.all, PANELS, strict=True):
        sizes = SIZES[SIZES >= least]
        train, dev = np.transpose([median_errors(m, degree, noise) for m in sizes])
        axes.semilogx(sizes, dev, color=FORWARD)
        axes.semilogx(sizes, train, color=BACKWARD, linestyle="--")
        axes.axhline(floor, color=MUTED, linewidth=1, zorder=0)
        axes.set(xlim=(10, 2000), ylim=(0, 0.16), xticks=(10, 100, 1000),
                 yticks=(0, 0.05, 0.1, 0.15), xlabel="$m$")
        axes.set_xticklabels(["10", "100", "1000"])
        axes.minorticks_off()
        plot.text(140, 0.168, "$a$" if degree == 1 else "$b$", axes=axes, anchor="middle", dy=-4)
    plot.text(21, 0.117, r"$\text{dev}$", axes=plot.all[0], color=FORWARD)
    plot.text(21, 0.060, r"$\text{train}$", axes=plot.all[0], color=BACKWARD)
    plot.text(42, 0.08, r"$\text{dev}$", axes=plot.all[1], color=FORWARD)
    plot.text(60, 0.020, r"$\text{train}$", axes=plot.all[1], color=BACKWARD)
    return plot
