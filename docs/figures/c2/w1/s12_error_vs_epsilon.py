"""Figure 1.12-2: errors of both quotients by step, two functions and two precisions."""

import numpy as np

from c2.w1.s12_difference_quotients import cube, one_sided, two_sided
from plotting import BACKWARD, FORWARD, Plot

FUNCTIONS = ((cube, 3.0, r"$\theta^3$"), (np.reciprocal, -1.0, r"$1/\theta$"))
LOWEST = 1e-13


def draw():
    """Return the four plots."""
    plot = Plot(
        height=430, left=62, right=12, top=34, bottom=50, rows=2, columns=2,
        title="Errors of the two quotients against the step, on logarithmic axes",
        desc="Four V shapes. Rows: the cube and the reciprocal at 1. Columns: float64 "
             "and float32. In float64 the two-sided error is smallest, about 1e-11, near a step "
             "of 1e-5, the one-sided error near 1e-8. In float32 the two-sided error never falls "
             "much below 1e-5, and both rise to 1 or more at steps of 1e-7 and below.")
    plot.figure.subplots_adjust(wspace=0.12, hspace=0.14)
    for place, axes in enumerate(plot.all):
        (f, slope, name), dtype = FUNCTIONS[place // 2], (np.float64, np.float32)[place % 2]
        powers = np.arange(-1.0, -12.01, -0.25)
        for quotient, color, dashes in ((one_sided, BACKWARD, (0, (5, 2))),
                                        (two_sided, FORWARD, "-")):
            errors = [worst(f, slope, quotient, 10.0**p, dtype) for p in powers]
            axes.plot(10.0**powers, errors, color=color, linestyle=dashes, linewidth=2.0)
        axes.set(xscale="log", yscale="log", xlim=(1e-12, 1e-1), ylim=(LOWEST, 1e5))
        axes.minorticks_off()
        ticks(axes, place)
        plot.text(1e-12, 1e5, name, axes=axes, dx=8, dy=12)
    for axes, name in zip(plot.all, ("float64", "float32"), strict=False):
        plot.text(10**-6.5, 1e5, name, axes=axes, anchor="middle", dy=-14)
    return plot


def worst(f, slope, quotient, step, dtype):
    """Return the largest error near a step: rounding is erratic."""
    steps = step * 10.0 ** np.linspace(-0.12, 0.12, 15)
    found = [abs(float(quotient(f, dtype(1), dtype(e))) - slope) for e in steps]
    return max(*found, LOWEST)


def ticks(axes, place):
    """Set ticks, with their labels at the left and the bottom only."""
    powers = (-11, -8, -5, -2)
    axes.set_xticks([10.0**p for p in powers],
                    [f"$10^{{{p}}}$" if place > 1 else "" for p in powers])
    powers = (-12, -8, -4, 0, 4)
    axes.set_yticks([10.0**p for p in powers],
                    [(f"$10^{{{p}}}$" if p else "$1$") if place % 2 == 0 else "" for p in powers])
    if place > 1:
        axes.set_xlabel(r"$\varepsilon$")
