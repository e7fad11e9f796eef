"""Figure 3.9-2: the same 200 points, parted by a line and by a network of 4 units."""

import numpy as np

from c1.w2.s14_train_logistic_regression import train as train_logistic
from c1.w3.s02_describe_two_layer_network import initialize
from c1.w3.s09_train_two_layer_network import forward, make_quadrants, train
from plotting import BACKWARD, INK, LINE, PAPER, Plot, boundary, dots

STEPS = 5000


def draw():
    """Return the plot."""
    rng = np.random.default_rng(1)
    X, Y = make_quadrants(200, rng)
    parameters, _ = train(X, Y, initialize([2, 4, 1], rng), alpha=1.0, steps=STEPS)
    w, b, _ = train_logistic(X, Y, alpha=1.0, steps=STEPS)
    plot = Plot(
        width=440, height=430, left=58, right=12, bottom=52,
        title="Four quadrants, a line and a curved boundary",
        desc="200 points in a square, filled where x1 x2 is positive, hollow elsewhere. The line "
             "of logistic regression runs from top to bottom, left of the middle, with both kinds "
             "on either side. The two curves of the network follow the axes of the quadrants.")
    plot.axes.set(xlim=(-1.05, 1.05), ylim=(-1.05, 1.05), xticks=[-1, 0, 1], yticks=[-1, 0, 1])
    plot.axes.set_xlabel("$x_1$")
    plot.axes.set_ylabel("$x_2$")
    ones = Y[0] == 1
    dots(plot.axes, X[:, ones], INK, 7)
    dots(plot.axes, X[:, ~ones], INK, 7)
    dots(plot.axes, X[:, ~ones], PAPER, 4)
    height = np.array([-1.05, 1.05])
    plot.axes.plot(-(w[1] * height + b) / w[0], height, color=BACKWARD, linestyle="--")
    boundary(plot.axes, lambda X: forward(parameters, X)[2], 1.05, 61, LINE * 1.6)
    return plot
