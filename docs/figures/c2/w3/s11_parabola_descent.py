"""Figure 3.11-1: gradient descent on (w - 5)^2 with four learning rates."""

import numpy as np

from c2.w3.s11_gradient_descent_on_j import cost, descend
from plotting import BACKWARD, FORWARD, INK, MUTED, Plot

X = (1, -10, 25)
ALPHAS, STEPS = (0.1, 0.4, 0.9, 1.04), 6


def draw():
    """Return the four plots."""
    plot = Plot(
        height=366, left=50, right=10, top=30, bottom=48, rows=2, columns=2, sharex=True,
        sharey=True, between=0.24, title="Gradient descent on a parabola, four learning rates",
        desc="The parabola (w - 5)^2 four times, with the points of six steps from w = 0. "
             "alpha 0.1: slowly down the left side; 0.4: at the bottom after three steps; 0.9: "
             "from side to side and down; 1.04: from side to side and up.")
    w = np.linspace(-2.6, 12.6, 77)
    for axes, alpha in zip(plot.all, ALPHAS, strict=True):
        path = descend(X, alpha, STEPS)
        color = BACKWARD if alpha > 1 else FORWARD
        axes.plot(w, cost(w, X), color=MUTED, linewidth=1.6)
        axes.plot(path, cost(path, X), color=color, linewidth=1.1,
                  linestyle="--" if alpha > 1 else "-")
        axes.plot(path, cost(path, X), "o", color=color, markersize=4.6)
        axes.plot([0], [25], "o", color=INK, markersize=6)
        axes.set(xlim=(-2.6, 12.6), ylim=(-2, 46), xticks=[0, 5, 10], yticks=[0, 20, 40])
        plot.text(5, 46, rf"$\alpha = {alpha:g}$", axes=axes, anchor="middle", dy=-10,
                  color=color)
    for axes in plot.all[::2]:
        axes.set_ylabel("$J$")
    for axes in plot.all[2:]:
        axes.set_xlabel("$w$")
    return plot
