"""Figure 1.6-2: activations before and after inverted dropout: same mean, more spread."""

import numpy as np

from c2.w1.s06_inverted_dropout_forward_backward import dropout_forward
from plotting import BACKWARD, FORWARD, LINE, Plot, pale

KEEP_PROBS = (1.0, 0.8, 0.5)
EDGES = np.linspace(-0.1, 4.1, 22)


def draw():
    """Return the three plots."""
    plot = Plot(
        height=232, left=52, right=10, top=34, bottom=46, columns=3, sharey=True, between=0.16,
        title="Activations under inverted dropout",
        desc="Three histograms of the same activations, around 1. With keep_prob 1 nothing is "
             "changed. With 0.8 a bar of 20% stands at 0 and the rest moves right; with 0.5 the "
             "bar is 50% and the rest lies around 2. The mean stays at 1.")
    A = activations()
    for axes, keep_prob in zip(plot.all, KEEP_PROBS, strict=True):
        A_tilde, _ = dropout_forward(A, keep_prob, np.random.default_rng(1))
        share = np.histogram(A_tilde, EDGES)[0] / A.size
        axes.stairs(share, EDGES, fill=True, facecolor=pale(FORWARD))
        axes.stairs(share, EDGES, edgecolor=FORWARD, linewidth=LINE)
        axes.axvline(A_tilde.mean(), ymax=0.92, color=BACKWARD, linestyle="--", linewidth=LINE)
        axes.set(xlim=(-0.2, 4), ylim=(0, 0.56), xticks=(0, 1, 2, 3), yticks=(0, 0.2, 0.5))
        plot.text(1.9, 0.56, f"$p = {keep_prob:g}$", axes=axes, anchor="middle", dy=-14)
    plot.all[1].set_xlabel(r"$\tilde{a}$")
    return plot


def activations():
    """Return A: (50, 400), positive activations around 1."""
    return np.abs(1.0 + 0.25 * np.random.default_rng(0).standard_normal((50, 400)))
