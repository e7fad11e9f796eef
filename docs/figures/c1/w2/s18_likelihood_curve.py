"""Likelihood and log-likelihood of the labels (1, 0, 1, 1), both peaking at 0.75 (section 2.18)."""

import numpy as np

from c1.w2.s18_bernoulli_mle import best_on_grid, log_likelihood
from plotting import BACKWARD, FORWARD, MUTED, THIN, Plot

LABELS = np.array([[1, 0, 1, 1]])


def draw():
    """Return the plot: the likelihood above, its log below."""
    plot = Plot(
        height=430, rows=2, left=62, between=0.28, sharex=True,
        title="Likelihood and log-likelihood of one constant prediction",
        desc="Two curves over p from 0 to 1 for the labels 1, 0, 1, 1. The likelihood rises to "
             "0.1055 at p = 0.75 and falls to 0. The log-likelihood has its peak, -2.2493, at the "
             "same p.")
    p = np.append(np.linspace(0.01, 0.97, 121), 1 - np.geomspace(0.028, 0.0002, 24))
    peak = best_on_grid(LABELS)
    top = log_likelihood(peak, LABELS)
    upper, lower = plot.all
    for axes in plot.all:
        axes.axvline(peak, color=MUTED, linewidth=THIN, linestyle="--")
        axes.set(xlim=(0, 1), xticks=[0, 0.25, 0.5, 0.75, 1])
    upper.plot(p, np.exp(log_likelihood(p, LABELS)), color=FORWARD)
    upper.set(ylim=(0, 0.125), yticks=[0, 0.05, 0.1])
    upper.set_yticklabels(["0", "0.05", "0.1"])
    lower.plot(p, log_likelihood(p, LABELS), color=BACKWARD)
    lower.set(ylim=(-8.5, -1), yticks=[-8, -6, -4, -2], xlabel="$p$")
    lower.set_xticklabels(["0", "0.25", "0.5", "0.75", "1"])
    plot.point(peak, np.exp(top), axes=upper, color=FORWARD)
    plot.point(peak, top, axes=lower, color=BACKWARD)
    plot.text(0.06, 0.095, "$p^3(1-p)$", axes=upper, color=FORWARD)
    plot.text(0.72, np.exp(top) + 0.008, f"${np.exp(top):.4f}$", axes=upper, anchor="end")
    plot.text(0.06, -1.75, r"$3\log p + \log(1-p)$", axes=lower, color=BACKWARD)
    plot.text(0.78, top + 0.62, f"${top:.4f}$", axes=lower)
    return plot
