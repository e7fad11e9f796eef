"""Both costs of the same five examples along one weight (section 2.3)."""

import numpy as np

from c1.w2.s03_convex_or_not import cross_entropy_cost, squared_cost
from plotting import BACKWARD, FORWARD, Plot

X = np.array([[-5.0, -2.0, 2.0, 5.0, 6.0]])
Y, B = np.array([[1.0, 0.0, 0.0, 1.0, 1.0]]), -5.0
W = np.linspace(-4, 4, 801)


def draw():
    """Return the two plots, one above the other."""
    plot = Plot(
        height=400, left=76, rows=2, columns=1, sharex=True, title="Convex and not convex",
        desc="Above, the squared error along w from -4 to 4: a valley at -1.50, a plateau around 0, "
             "a deeper valley at 1.51. Below, the cross-entropy: one valley, at 0.93.")
    top, bottom = plot.all
    curve(plot, top, squared_cost, BACKWARD, "--", 18)
    curve(plot, bottom, cross_entropy_cost, FORWARD, "-", -20)
    top.set(ylim=(0, 0.48), yticks=[0, 0.25, 0.5], ylabel="$J$")
    bottom.set(xlim=(-4.1, 4.1), ylim=(0, 14), yticks=[0, 5, 10], xlabel="$w$",
               ylabel="$J$")
    top.set_yticklabels(["0", "0.25", "0.5"])
    plot.text(0, 0.4, r"$(\hat{y} - y)^2/2$", axes=top, anchor="middle", color=BACKWARD)
    plot.text(0.4, 11.5, r"$-y\log\hat{y} - (1 - y)\log(1 - \hat{y})$", axes=bottom, anchor="middle", color=FORWARD)
    return plot


def curve(plot, axes, cost, color, style, dy):
    """Draw a cost along w with its minima, named dy below them."""
    J = np.array([cost(w, B, X, Y) for w in W])
    axes.plot(W[::8], J[::8], color=color, linestyle=style)
    inner = np.flatnonzero((J[1:-1] < J[:-2]) & (J[1:-1] < J[2:])) + 1
    for place in inner:
        plot.point(W[place], J[place], axes=axes, color=color)
        plot.text(W[place], J[place], f"$w = {W[place]:.2f}$", axes=axes, anchor="middle", dy=dy)
