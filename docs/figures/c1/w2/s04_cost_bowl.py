"""Contours of the bowl J(w, b) and three descents to its lowest point (section 2.4)."""

import numpy as np

from c1.w2.s04_gradient_descent_bowl import cost, train
from plotting import BACKWARD, FORWARD, INK, LINE, MUTED, THIN, THIRD, Plot

X = np.array([[-2.0, -1.0, 0.0, 1.0, 2.0, 3.0]])
Y = np.array([[0.0, 0.0, 1.0, 0.0, 1.0, 1.0]])
STARTS = (((0.0, 0.0), FORWARD, "-", (6, -16, "start")),
          ((4.0, 2.0), BACKWARD, "--", (0, -18, "middle")),
          ((-2.0, -3.0), THIRD, ":", (8, 20, "end")))
LEVELS = (0.45, 0.7, 1.2, 2.0, 3.2)
SHOWN = 40  # steps in the line; the first 12 are marked


def draw():
    """Return the plot."""
    plot = Plot(
        height=400, left=62, title="Three descents in one bowl",
        desc="Closed curves of equal J around the lowest point w = 1.21, b = -0.61. The paths from "
             "(0, 0), (4, 2) and (-2, -3) cross them and end in that point.")
    contours(plot.axes)
    for (w, b), color, style, (dx, dy, anchor) in STARTS:
        path = np.array(train(w, b, X, Y, alpha=1.0, steps=SHOWN))
        plot.axes.plot(path[:, 0], path[:, 1], color=color, linestyle=style, linewidth=LINE,
                       marker="o", markersize=4, markevery=range(13))
        plot.text(w, b, f"$({w:.0f}, {b:.0f})$", color=color, anchor=anchor, dx=dx, dy=dy)
    w, b = train(0.0, 0.0, X, Y, alpha=1.0, steps=200)[-1]
    plot.axes.plot([w], [b], marker="x", markersize=11, markeredgewidth=LINE + 0.8, color=INK)
    plot.axes.set(xlim=(-3.5, 5), ylim=(-4, 3), xlabel="$w$", ylabel="$b$", xticks=range(-2, 5, 2),
                  yticks=range(-4, 3, 2))
    return plot


def contours(axes):
    """Draw curves of equal J."""
    w, b = np.linspace(-3.5, 5, 52), np.linspace(-4, 3, 43)
    J = np.array([[cost(x, y, X, Y) for x in w] for y in b])
    axes.contour(w, b, J, levels=LEVELS, colors=[MUTED], linewidths=THIN)
