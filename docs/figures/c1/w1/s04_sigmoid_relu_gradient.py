"""Figure 1.4-3: sigmoid and ReLU with their slopes below; where the sigmoid is flat is shaded."""

import numpy as np

from c1.w1.s02_relu_house_price import relu
from c1.w1.s04_sigmoid_vs_relu_slope import relu_slope, sigmoid, sigmoid_slope
from plotting import BACKWARD, FORWARD, GRID, MUTED, THIN, Plot, pale

FLAT = 5.0  # beyond it the slope of the sigmoid is below 0.0067


def draw():
    """Return the four plots."""
    plot = Plot(height=340, left=52, right=10, bottom=48, rows=2, columns=2, sharex=True,
                title="Sigmoid and ReLU with their slopes",
                desc="Left: the sigmoid and its slope, at most 0.25 and nearly zero beyond -5 and "
                     "5, where it is shaded. Right: ReLU and its slope, 0 for negative z and 1 "
                     "for positive z.")
    plot.figure.subplots_adjust(wspace=0.3, hspace=0.24)
    left, right, below_left, below_right = plot.all
    z = np.linspace(-9, 9, 145)
    curve(left, z, sigmoid(z), (0, 1), color=FORWARD)
    curve(below_left, z, sigmoid_slope(sigmoid(z)), (0, 0.25, 1), color=BACKWARD, linestyle="--")
    curve(right, np.array([-9.0, 0.0, 9.0]), relu(np.array([-9.0, 0.0, 9.0])), (0, 5, 9),
          color=FORWARD)
    for side in (np.array([-9.0, 0.0]), np.array([1e-9, 9.0])):
        curve(below_right, side, relu_slope(side), (0, 1), color=BACKWARD, linestyle="--")
    for axes in (left, below_left):
        for edge in (-9, FLAT):
            axes.axvspan(edge, edge + 9 - FLAT, color=pale(MUTED), linewidth=0)
    for axes, name in ((left, r"$\sigma(z)$"), (right, r"$\mathrm{ReLU}(z)$")):
        plot.text(-8.2, 0.86 * axes.get_ylim()[1], name, axes=axes, color=FORWARD)
    for axes, name in ((below_left, r"$\sigma\prime(z)$"),
                       (below_right, r"$\mathrm{ReLU}\prime(z)$")):
        plot.text(-8.2, 0.7, name, axes=axes, color=BACKWARD)
        axes.set_xlabel("$z$")
    return plot


def curve(axes, z, values, ticks, **style):
    """Draw a curve over pale axes."""
    axes.axhline(0, color=GRID, linewidth=THIN)
    axes.plot(z, values, **style)
    top = max(ticks)
    axes.set_yticks(ticks, [f"{tick:g}" for tick in ticks])
    axes.set(xlim=(-9, 9), xticks=(-5, 0, 5), ylim=(-0.06 * top, 1.12 * top))
