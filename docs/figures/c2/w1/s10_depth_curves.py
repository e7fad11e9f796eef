"""Figure 1.10-1: powers of a factor against the number of layers, on a logarithmic axis."""

import numpy as np

from c2.w1.s10_deep_linear_forward_backward import push
from plotting import BACKWARD, FORWARD, INK, MUTED, THIN, Plot

LAYERS = 150
CURVES = (  # factor, colour, line
    (1.2, BACKWARD, "-"), (1.1, BACKWARD, (0, (6, 2))), (1.05, BACKWARD, (0, (2, 2))),
    (1.0, INK, "-"),
    (0.95, FORWARD, (0, (2, 2))), (0.9, FORWARD, (0, (6, 2))), (0.8, FORWARD, "-"))


def draw():
    """Return the plot."""
    plot = Plot(
        height=350, left=66, right=64, bottom=52,
        title="A factor for each layer, raised to the depth",
        desc="Straight lines fan out from 1 over 0 to 150 layers on a logarithmic axis. The factor "
             "1.2 reaches almost 10 to the 12, 1.1 about 1.6 million, 1.05 about 1500; 1.0 stays "
             "level; 0.95 falls to 0.00046, 0.9 to 1.4 times 10 to the -7, 0.8 below 10 to the "
             "-14.")
    depth = np.arange(0, LAYERS + 1, 10)
    for c, color, line in CURVES:
        values = [a.item() for a in push([np.array([[c]])] * LAYERS, np.ones((1, 1)))]
        plot.axes.plot(depth, np.array(values)[depth], color=color, linestyle=line)
        plot.text(LAYERS, values[-1], f"${c}$", color=color, dx=8)
    powers = range(-12, 13, 6)
    plot.axes.set_yscale("log")
    plot.axes.minorticks_off()
    plot.axes.axhline(1.0, color=MUTED, linewidth=THIN, zorder=0)
    plot.axes.set(xlim=(0, LAYERS), ylim=(1e-16, 1e13), xticks=range(0, LAYERS + 1, 50))
    plot.axes.set_yticks([10.0**p for p in powers],
                         [f"$10^{{{p}}}$" if p else "$1$" for p in powers])
    plot.axes.set_xlabel("$k$")
    plot.axes.set_ylabel("$c^k$", labelpad=-2)
    return plot
