"""Figure 1.11-2: histograms of activations in four layers for four starts."""

import numpy as np

from c2.w1.s11_initialize_parameters import VARIANCES
from plotting import FORWARD, INK, LINE, Plot, pale

UNITS, LAYERS = 512, (1, 5, 10, 20)
ROWS = (  # activation function, variance of the weights, its label, range, ticks
    (np.tanh, 1e-4, "$10^{-4}$", (-1.25, 1.25), ()),
    (np.tanh, VARIANCES["lecun"](UNITS, UNITS), "$1/n$", (-1.25, 1.25), ()),
    (np.tanh, 1.0, "$1$", (-1.25, 1.25), (-1, 1)),
    (lambda z: np.maximum(0.0, z), VARIANCES["he"](UNITS, UNITS), "$2/n$", (0.0, 3.0), (0, 2)))


def draw():
    """Return the sixteen plots."""
    plot = Plot(
        height=420, left=62, right=10, top=34, bottom=30, rows=4, columns=4,
        title="Activations of layers 1, 5, 10 and 20 for four starts",
        desc="Rows: tanh with weights of variance 0.0001, 1/n and 1; ReLU with 2/n. Columns: "
             "layers 1, 5, 10, 20. In row 1 all activations shrink to 0 by layer 5. In row 2 they "
             "stay spread out, slowly narrowing. In row 3 nearly all lie at -1 and 1. In row 4 the "
             "positive ones keep their spread.")
    plot.figure.subplots_adjust(wspace=0.14, hspace=0.42)
    for row, (g, variance, name, span, ticks) in enumerate(ROWS):
        found = activations(g, variance)
        for column, layer in enumerate(LAYERS):
            axes = plot.all[4 * row + column]
            histogram(axes, found[layer], span)
            axes.set(xlim=span, ylim=(0, 1.08), yticks=[], xticks=ticks)
            axes.spines["left"].set_visible(False)
            if row == 0:
                plot.text(0.0, 1.08, f"$l = {layer}$", axes=axes, anchor="middle", dy=-14)
        plot.text(span[0], 0.5, name, axes=plot.all[4 * row], anchor="end", color=FORWARD, dx=-8)
    return plot


def activations(g, variance):
    """Return the activations of layers 1 to 20 by number."""
    rng = np.random.default_rng(0)
    A, found = rng.standard_normal((UNITS, 40)), {}
    for layer in range(1, LAYERS[-1] + 1):
        W = np.sqrt(variance) * rng.standard_normal((UNITS, UNITS))
        A = found[layer] = g(W @ A)
    return found


def histogram(axes, A, span):
    """Draw a histogram with its highest bar at 1; zeros of ReLU are left out."""
    counts, edges = np.histogram(A[A != 0.0], bins=19, range=span)
    heights = np.concatenate([[0.0], np.repeat(counts / counts.max(), 2), [0.0]])
    axes.fill(np.repeat(edges, 2), heights, facecolor=pale(FORWARD), edgecolor=FORWARD,
              linewidth=1.1)
    axes.axhline(0, color=INK, linewidth=LINE)
