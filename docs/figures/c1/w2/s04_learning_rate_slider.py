"""Four learning rates on the same parabola: crawling, good, oscillating, diverging (section 2.4)."""

import numpy as np

from c1.w2.s04_gradient_descent_1d import cost, train
from plotting import BACKWARD, FORWARD, LINE, MUTED, Plot

STEPS = 5
PANELS = ((0.02, FORWARD, "-"), (0.3, FORWARD, "-"), (0.9, BACKWARD, "--"), (1.1, BACKWARD, "--"))


def draw():
    """Return the four plots."""
    plot = Plot(
        height=430, left=58, top=36, rows=2, columns=2, sharex=True, sharey=True,
        title="Four learning rates",
        desc="Five steps from w = 0 on J(w) = (w - 3)^2. With alpha 0.02 w reaches 0.55 only; with "
             "0.3 it reaches 2.97; with 0.9 it jumps from side to side and nears 3; with 1.1 it "
             "jumps farther away each time.")
    w = np.linspace(-2.5, 8.5, 56)
    for axes, (alpha, color, style) in zip(plot.all, PANELS, strict=True):
        axes.plot(w, cost(w), color=MUTED, linewidth=LINE)
        path = np.array(train(0.0, alpha, STEPS))
        axes.plot(path, cost(path), color=color, linestyle=style, linewidth=LINE, marker="o",
                  markersize=5)
        plot.text(3, 34.5, rf"$\alpha = {alpha}$", axes=axes, anchor="middle")
        axes.set(xlim=(-2.5, 8.5), ylim=(-1, 31), xticks=[0, 3, 6], yticks=[0, 10, 20])
    for axes in plot.all[2:]:
        axes.set_xlabel("$w$")
    for axes in plot.all[::2]:
        axes.set_ylabel("$J$")
    return plot
