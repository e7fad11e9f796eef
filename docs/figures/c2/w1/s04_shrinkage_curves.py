"""Figure 1.4-1: what an L1 and an L2 penalty leave of a weight, for three strengths."""

import numpy as np

from c2.w1.s04_l1_gives_zeros import ridge_shrinkage, soft_threshold
from plotting import BACKWARD, FORWARD, GRID, MUTED, THIN, Plot, pale

STRENGTHS = (0.2, 0.5, 1.0)


def draw():
    """Return the three plots."""
    plot = Plot(
        height=222, left=58, right=10, top=34, bottom=46, columns=3, sharey=True, between=0.14,
        title="Soft threshold and ridge shrinkage",
        desc="Three plots of the penalized weight w over c, for rho 0.2, 0.5 and 1. The soft "
             "threshold is 0 from -rho to rho, a shaded band, and has slope 1 outside. Ridge is a "
             "straight line through the origin with slope 1 / (1 + rho).")
    c = np.linspace(-2, 2, 81)
    for axes, rho in zip(plot.all, STRENGTHS, strict=True):
        axes.axvspan(-rho, rho, color=pale(FORWARD), linewidth=0)
        for line in (axes.axhline, axes.axvline):
            line(0, color=GRID, linewidth=THIN)
        axes.plot([-2, 2], [-2, 2], color=MUTED, linewidth=THIN)
        axes.plot(c, ridge_shrinkage(c, rho), color=BACKWARD, linestyle="--")
        axes.plot(c, soft_threshold(c, rho), color=FORWARD)
        axes.set(xlim=(-2, 2), ylim=(-2, 2), xticks=(-1, 0, 1), yticks=(-2, 0, 2))
        plot.text(0, 2, rf"$\rho = {rho:g}$", axes=axes, anchor="middle", dy=-14)
    plot.all[0].set_ylabel("$w$")
    plot.all[1].set_xlabel("$c$")
    return plot
