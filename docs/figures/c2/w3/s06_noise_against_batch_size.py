"""Figure 3.6-3: how the mean of a mini-batch scatters, against its size."""

import numpy as np

from c2.w3.s06_batch_mean_noise import SIZES, spread_of_means
from plotting import BACKWARD, FORWARD, Plot

ALL = (8, 16, 32, *SIZES)


def draw():
    """Return the plot."""
    plot = Plot(
        height=256, left=66, bottom=50, right=30,
        title="Standard deviation of the mean of a mini-batch against its size",
        desc="On log axes, points for sizes 8 to 512 lie on a straight falling line, sigma over "
             "the root of B: 0.35 sigma at 8, 0.125 sigma at 64, 0.044 sigma at 512.")
    sizes = np.array(ALL)
    plot.axes.plot(sizes, 1 / np.sqrt(sizes), color=FORWARD)
    plot.axes.plot(sizes, measured(), "o", color=BACKWARD, markersize=7)
    plot.axes.set_xscale("log", base=2)
    plot.axes.set_yscale("log", base=2)
    plot.axes.set_xticks(ALL, [f"{size}" for size in ALL])
    heights = (0.05, 0.1, 0.2, 0.4)
    plot.axes.set_yticks(heights, [f"{height:g}" for height in heights])
    plot.axes.set(xlim=(7, 600), ylim=(0.038, 0.45))
    plot.axes.minorticks_off()
    plot.axes.set_xlabel("$B$")
    plot.axes.set_ylabel(r"$\operatorname{Std}[\mu] / \sigma$")
    plot.text(80, 0.15, r"$1 / \sqrt{B}$", color=FORWARD)
    plot.grid()
    return plot


def measured():
    """Return the measured deviation of the mean for each size, in units of sigma."""
    rng = np.random.default_rng(0)
    population = np.maximum(0.0, rng.standard_normal(10000))
    sigma = np.std(population)
    return [spread_of_means(population, size, 2000, rng) / sigma for size in ALL]
