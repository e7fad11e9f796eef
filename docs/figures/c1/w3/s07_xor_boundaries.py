"""Figure 3.7-2: XOR, a straight line that fails and the two lines of two ReLU units."""

import numpy as np

from c1.w3.s07_xor_by_hand import forward
from plotting import BACKWARD, FORWARD, INK, LINE, PAPER, Plot

LOW, HIGH = -0.5, 1.5
UNITS = {"W1": np.ones((2, 2)), "b1": np.array([[0.0], [-1.0]]),
         "W2": np.array([[1.0, -2.0]]), "b2": np.zeros((1, 1))}


def line(X):
    """Return x1 + x2, which one straight line cuts at 0.5."""
    return X[:1] + X[1:]


def draw():
    """Return the two plots."""
    plot = Plot(
        height=276, left=44, right=10, top=16, bottom=48, columns=2, sharey=True, between=0.14,
        title="A straight line and two ReLU units on XOR",
        desc="The points (0, 1) and (1, 0) have label 1, (0, 0) and (1, 1) label 0. On the left "
             "a straight line leaves (1, 1), crossed out, on the wrong side. On the right the "
             "shaded strip between two parallel lines holds the two points of label 1 and no "
             "other.")
    side = np.linspace(LOW, HIGH, 41)
    X = np.array([grid.ravel() for grid in np.meshgrid(side, side)])
    for axes, score in zip(plot.all, (line, lambda X: forward(UNITS, X)[-1]), strict=True):
        values = score(X).reshape(41, 41)
        axes.contourf(side, side, values, levels=[0.5, 9], colors=[FORWARD], alpha=0.16)
        axes.contour(side, side, values, levels=[0.5], colors=[FORWARD])
        for x_1, x_2 in ((0, 0), (0, 1), (1, 0), (1, 1)):
            inside = PAPER if x_1 == x_2 else INK
            axes.plot([x_1], [x_2], "o", color=INK, markerfacecolor=inside, markersize=13,
                      markeredgewidth=LINE)
            plot.text(x_1, x_2, str(x_1 ^ x_2), axes=axes, dx=13, dy=-9)
        axes.set(xlim=(LOW, HIGH), ylim=(LOW, HIGH), xticks=(0, 1), yticks=(0, 1), xlabel="$x_1$")
    wrong = plot.all[0]
    wrong.plot([1], [1], "x", color=BACKWARD, markersize=19, markeredgewidth=3)
    wrong.set_ylabel("$x_2$")
    return plot
