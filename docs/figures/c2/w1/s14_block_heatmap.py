"""Figure 1.14-1: the check ratio of each block, with a bug in one."""

import numpy as np

from c2.w1.s14_blockwise_ratio import backward, blockwise, cost_l2, forward, numeric_gradients
from plotting import BACKWARD, FORWARD, LINE, MUTED, Plot, pale

SHAPES = {"W1": (4, 3), "b1": (4, 1), "W2": (1, 4), "b2": (1, 1)}
LABELS = ("$dW^{[1]}$", "$db^{[1]}$", "$dW^{[2]}$", "$db^{[2]}$")
LOWEST = 1e-11


def draw():
    """Return the plot."""
    plot = Plot(
        height=300, left=76, right=56, top=26, bottom=44,
        title="The check ratio of four blocks of parameters",
        desc="Bars on a logarithmic axis from 1e-11 to 1. The bars of dW[1], dW[2] and db[2] end "
             "below the dashed line at 1e-7; the bar of db[1] reaches 0.71.")
    found = list(ratios().values())
    bad = [r > 1e-7 for r in found]
    plot.axes.bar(range(4), [r - LOWEST for r in found], bottom=LOWEST, width=0.56, linewidth=LINE,
                  color=[pale(BACKWARD if b else FORWARD) for b in bad],
                  edgecolor=[BACKWARD if b else FORWARD for b in bad])
    plot.axes.axhline(1e-7, color=MUTED, linestyle=(0, (5, 3)), linewidth=LINE)
    plot.text(3.6, 1e-7, "$10^{-7}$", color=MUTED, dx=8)
    plot.text(1, found[1], f"${found[1]:.2f}$", color=BACKWARD, anchor="middle", dy=-11)
    powers = (-10, -8, -6, -4, -2, 0)
    plot.axes.set(yscale="log", ylim=(LOWEST, 1.6), xlim=(-0.6, 3.6))
    plot.axes.minorticks_off()
    plot.axes.set_yticks([10.0**p for p in powers],
                         [f"$10^{{{p}}}$" if p else "$1$" for p in powers])
    plot.axes.set_xticks(range(4), LABELS)
    plot.axes.tick_params(axis="x", length=0, pad=8)
    plot.axes.set_ylabel("$r$", labelpad=-2)
    return plot


def ratios():
    """Return the ratios of the snippet's third case: db1 not divided by m."""
    rng = np.random.default_rng(0)
    X, Y = rng.standard_normal((3, 6)), np.array([[1, 0, 1, 1, 0, 0]])
    p = {name: rng.standard_normal(shape) for name, shape in SHAPES.items()}
    g = backward(p, forward(p, X), X, Y)
    approx = numeric_gradients(lambda q: cost_l2(q, X, Y, 0.0), p)
    # What is rounding alone differs between machines: drawn at 1e-8.
    return {name: 1e-8 if r < 1e-7 else round(r, 2)
            for name, r in blockwise(approx, g | {"db1": 6 * g["db1"]}).items()}
