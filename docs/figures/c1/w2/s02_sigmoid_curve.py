"""The sigmoid from -6 to 6, with 0, 0.5 and 1 marked and both flat ends named (section 2.2)."""

import numpy as np

from c1.w2.s02_sigmoid import sigmoid
from plotting import FORWARD, GRID, MUTED, THIN, Plot


def draw():
    """Return the plot."""
    plot = Plot(
        height=290, left=48, title="The sigmoid function",
        desc="An S-shaped curve over z from -6 to 6. It nears 0 at the left end, passes 0.5 at "
             "z = 0 and nears 1 at the right end.")
    axes = plot.axes
    for level in (0, 0.5, 1):
        axes.axhline(level, color=GRID if level == 0.5 else MUTED, linewidth=THIN,
                     linestyle="-" if level == 0 else "--")
    z = np.linspace(-6, 6, 121)
    axes.plot(z, sigmoid(z), color=FORWARD)
    plot.point(0, sigmoid(0), color=FORWARD)
    axes.set(xlim=(-6.2, 6.2), ylim=(-0.06, 1.1), xlabel="$z$", xticks=range(-6, 7, 2),
             yticks=[0, 0.5, 1])
    axes.set_yticklabels(["0", "0.5", "1"])
    plot.text(0.5, 0.41, r"$\sigma(0) = 0.5$")
    plot.text(-4.2, 0.13, r"$\sigma(z) \to 0$", anchor="middle")
    plot.text(4.2, 0.87, r"$\sigma(z) \to 1$", anchor="middle")
    plot.text(-5.9, 0.8, r"$\sigma(z) = 1/(1 + e^{-z})$", color=FORWARD)
    return plot
