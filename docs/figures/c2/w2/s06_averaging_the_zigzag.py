"""Figure 2.6-2: both gradient components on a zigzag path, raw and averaged."""

import numpy as np

from c2.w2.s04_ewa_weights import weighted_average
from c2.w2.s06_ravine import path
from plotting import BACKWARD, FORWARD, GRID, THIN, Plot

CURVATURES = np.array([[1.0], [100.0]])
STEPS = 30


def draw():
    """Return the two plots."""
    plot = Plot(
        height=244, left=58, right=10, top=34, bottom=48, columns=2, between=0.34,
        title="Gradient components, raw and averaged",
        desc="Left: the component across the valley alternates between about plus and minus 100; "
             "its average stays within 10 of 0. Right: the component along the valley falls "
             "slowly from 1; its average starts at 0.1 and meets it after about 20 steps.")
    gradients = CURVATURES * path(2 / 101, 0.0, STEPS - 1, CURVATURES)
    t = np.arange(1, STEPS + 1)
    limits = ((-125, 125, (-100, 0, 100)), (-0.05, 1.15, (0, 0.5, 1)))
    names = ("$dw_2$", "$dw_1$")
    for axes, raw, (low, high, ticks), name in zip(
            plot.all, gradients[::-1], limits, names, strict=True):
        axes.axhline(0, color=GRID, linewidth=THIN)
        axes.plot(t, raw, color=BACKWARD, linestyle="--", linewidth=1.4)
        axes.plot(t, raw, "o", color=BACKWARD, markersize=3.2)
        axes.plot(t, weighted_average(raw, 0.9), color=FORWARD)
        axes.set(xlim=(0, STEPS + 1), ylim=(low, high), xticks=(1, 10, 20, 30), yticks=ticks)
        axes.set_xlabel("$t$")
        plot.text(STEPS / 2, high, name, axes=axes, anchor="middle", dy=-14)
    return plot
