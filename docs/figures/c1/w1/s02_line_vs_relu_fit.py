"""Figure 1.2-1: six houses, the straight line through them, and the line bent at zero."""

import numpy as np

from c1.w1.s02_relu_house_price import fit_line, price
from plotting import BACKWARD, BOLD, FORWARD, INK, MUTED, THIN, Plot

SIZE = np.array([700.0, 900.0, 1200.0, 1600.0, 1900.0, 2100.0])
SOLD = np.array([58.0, 50.0, 142.0, 242.0, 270.0, 318.0])


def draw():
    """Return the plot."""
    plot = Plot(height=300, left=72, bottom=50, title="A straight line and a bent one",
                desc="Six houses, size x against price y. The straight line 0.2 x - 100 falls "
                     "below zero for sizes under 500. The bent line stays at zero up to 500 and "
                     "follows the straight line from there.")
    w, b = fit_line(SIZE, SOLD)
    axes, x = plot.axes, np.array([0.0, -b / w, 2300.0])
    axes.axhline(0, color=MUTED, linewidth=THIN)
    axes.plot(x, w * x + b, color=BACKWARD, linestyle="--")
    axes.plot(x, price(x, w, b), color=FORWARD, linewidth=BOLD + 1)
    axes.plot(SIZE, SOLD, "x", color=INK, markeredgewidth=2, zorder=4)
    axes.set(xlim=(0, 2350), ylim=(-115, 380), xticks=(0, 500, 1000, 1500, 2000),
             yticks=(-100, 0, 100, 200, 300), xlabel="$x$", ylabel="$y$")
    plot.text(230, -78, "$wx + b$", color=BACKWARD, dx=8)
    plot.text(1480, 272, r"$\max(0, wx + b)$", color=FORWARD, anchor="end")
    return plot
