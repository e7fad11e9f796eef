"""What b, the size of w and the sign of w do to the curve of one feature (section 2.2)."""

import numpy as np

from c1.w2.s02_sigmoid import sigmoid
from plotting import BACKWARD, FORWARD, GRID, THIN, THIRD, Plot

PANELS = (  # what stays fixed; then for each curve w, b, its label and where that stands
    ("$w = 1$", ((1, 3, "$b = 3$", -3.3, 0.25), (1, 0, "$b = 0$", -0.3, 0.25),
                 (1, -3, "$b = -3$", 2.7, 0.25))),
    ("$b = 0$", ((4, 0, "$w = 4$", -1.4, 0.84), (1, 0, "$w = 1$", 2.4, 0.83),
                 (0.2, 0, "$w = 0.2$", 3.6, 0.38))),
    ("$b = 0$", ((1, 0, "$w = 1$", 2.2, 0.74), (-1, 0, "$w = -1$", 2.2, 0.24))),
)
LOOKS = ((FORWARD, "-"), (BACKWARD, "--"), (THIRD, ":"))


def draw():
    """Return the three plots, one above the other."""
    plot = Plot(
        height=500, left=44, rows=3, columns=1, sharex=True, title="What w and b do",
        desc="Three plots of sigma(wx + b) over x from -6 to 6. Above: w is 1, and b = 3, 0, -3 "
             "moves the curve. Middle: b is 0, and w = 4, 1, 0.2 sets how steep it is. Below: "
             "w = 1 rises, w = -1 falls. A dot at x = -b/w marks the height 0.5 of each curve.")
    x = np.linspace(-6, 6, 73)
    for axes, (fixed, curves) in zip(plot.all, PANELS, strict=True):
        axes.axhline(0.5, color=GRID, linewidth=THIN)
        axes.set(xlim=(-6.2, 6.2), ylim=(-0.05, 1.08), xticks=range(-6, 7, 2), yticks=[0, 0.5, 1])
        axes.set_yticklabels(["0", "0.5", "1"])
        plot.text(-5.9, 0.66, fixed, axes=axes)
        for (w, b, label, *place), (color, style) in zip(curves, LOOKS, strict=False):
            axes.plot(x, sigmoid(w * x + b), color=color, linestyle=style)
            plot.point(-b / w, 0.5, axes=axes, color=color)
            plot.text(*place, label, color=color, axes=axes)
    plot.all[-1].set_xlabel("$x$")
    return plot
