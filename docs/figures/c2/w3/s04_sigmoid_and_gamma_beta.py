"""Figure 3.4-3: where the values lie under the sigmoid, for three pairs gamma and beta."""

import numpy as np

from c1.w2.s02_sigmoid import sigmoid
from c2.w3.s04_batchnorm_forward import batch_norm_forward
from plotting import BACKWARD, FORWARD, INK, THIN, Plot, pale

SETTINGS = ((1.0, 0.0), (4.0, 0.0), (1.0, 3.0))
REACH, EXAMPLES, ENLARGED = 9.0, 2000, 1.6


def draw():
    """Return the three plots."""
    plot = Plot(
        height=236, left=36, right=8, top=58, bottom=54, columns=3, sharey=True, between=0.14,
        title="The sigmoid over histograms of normalized scores",
        desc="Three plots of the sigmoid with its tangent at 0. With gamma 1 and beta 0 the "
             "histogram lies between -3 and 3, where curve and tangent nearly agree in the "
             "middle. With gamma 4 it spreads to both flat ends. With gamma 1 and beta 3 it lies "
             "where the curve bends into its upper end.")
    z = np.linspace(-REACH, REACH, 91)
    for axes, (gamma, beta) in zip(plot.all, SETTINGS, strict=True):
        histogram(axes, values(gamma, beta))
        axes.plot(z, sigmoid(z), color=FORWARD)
        axes.plot([-2.2, 2.2], [-0.05, 1.05], color=INK, linewidth=1.2, linestyle="--",
                  clip_on=False)
        axes.set(xlim=(-REACH, REACH), ylim=(-0.02, 1.05), xticks=(-6, 0, 6), yticks=(0, 1))
        axes.set_xlabel(r"$\tilde z$")
        plot.text(0, 1.05, rf"$\gamma = {gamma:g}$", axes=axes, anchor="middle", dy=-36)
        plot.text(0, 1.05, rf"$\beta = {beta:g}$", axes=axes, anchor="middle", dy=-15)
    return plot


def values(gamma, beta):
    """Return the values after batch normalization of one unit: (1, EXAMPLES)."""
    Z = np.random.default_rng(0).normal(20.0, 6.0, (1, EXAMPLES))
    return batch_norm_forward(Z, np.full((1, 1), gamma), np.full((1, 1), beta))[0]


def histogram(axes, Z_tilde):
    """Draw a histogram of the share of values per unit of z, enlarged."""
    counts, edges = np.histogram(Z_tilde, bins=36, range=(-REACH, REACH))
    heights = ENLARGED * counts / (EXAMPLES * (edges[1] - edges[0]))
    steps = np.concatenate([[0.0], np.repeat(heights, 2), [0.0]])
    axes.fill(np.repeat(edges, 2), steps, facecolor=pale(BACKWARD), edgecolor=BACKWARD,
              linewidth=THIN)
