"""Figure 3.6-1: the four activation functions, with formula, range and flat zones."""

import numpy as np

from c1.w3.s06_activations import leaky_relu, relu, sigmoid, tanh
from plotting import FORWARD, GRID, MUTED, THIN, Plot, pale

FLAT = 0.01  # slopes below this are shaded
PANELS = (  # function, its formula, its range, y limits, y ticks
    (sigmoid, "$1/(1 + e^{-z})$", "$(0, 1)$", (-1.15, 1.15), (-1, 0, 1)),
    (tanh, r"$\tanh(z)$", "$(-1, 1)$", (-1.15, 1.15), (-1, 0, 1)),
    (relu, r"$\max(0, z)$", r"$[0, \infty)$", (-1, 6.4), (0, 3, 6)),
    (leaky_relu, r"$\max(0.01 z, z)$", r"$(-\infty, \infty)$", (-1, 6.4), (0, 3, 6)),
)


def draw():
    """Return the four plots."""
    plot = Plot(
        height=456, left=34, right=10, top=62, bottom=48, rows=2, columns=2, sharex=True,
        title="Four activation functions",
        desc="Four plots over z from -6 to 6. The sigmoid rises from 0 to 1 and is flat at both "
             "ends; tanh rises from -1 to 1 and is flat at both ends; ReLU is 0 for negative z "
             "and the line z for positive z; leaky ReLU is 0.01 z and z.")
    plot.figure.subplots_adjust(wspace=0.22, hspace=0.7)
    z = np.linspace(-6, 6, 121)
    for axes, (g, formula, span, limits, ticks) in zip(plot.all, PANELS, strict=True):
        shade(axes, z, g)
        for spine in (axes.axhline, axes.axvline):
            spine(0, color=MUTED, linewidth=THIN)
        if g is sigmoid:
            axes.axhline(1, color=GRID, linewidth=THIN)
        axes.plot(z, g(z), color=FORWARD)
        axes.set(xlim=(-6, 6), ylim=limits, xticks=(-5, 0, 5), yticks=ticks)
        axes.tick_params(labelbottom=True)
        plot.text(-6, limits[1], formula, axes=axes, color=FORWARD, dy=-32)
        plot.text(-6, limits[1], span, axes=axes, dy=-11)
    for axes in plot.all[2:]:
        axes.set_xlabel("$z$")
    return plot


def shade(axes, z, g):
    """Shade where the slope of g is below FLAT."""
    slope = np.diff(g(z)) / np.diff(z)
    flat = np.flatnonzero(slope < FLAT * (1 - 1e-9))
    for part in np.split(flat, np.flatnonzero(np.diff(flat) > 1) + 1):
        if len(part):
            axes.axvspan(z[part[0]], z[part[-1] + 1], color=pale(MUTED), linewidth=0)
