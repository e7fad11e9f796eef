"""Figure 1.7-3: the cost that is logged, without and with dropout."""

import numpy as np

from c2.w1.s07_noisy_cost_with_dropout import train
from plotting import BACKWARD, FORWARD, LINE, Plot

STEPS = 400


def draw():
    """Return the plot."""
    X, Y = make_data()
    plot = Plot(
        height=280, left=54, title="Logged cost without and with dropout",
        desc="Without dropout the cost falls smoothly from 0.7 to about 0.1. With keep_prob 0.5 "
             "it jumps up and down at nearly every step, around a level that falls from 0.7 to "
             "about 0.5.")
    plot.axes.plot(range(STEPS), train(X, Y, 1.0, STEPS), color=FORWARD)
    plot.axes.plot(range(STEPS), train(X, Y, 0.5, STEPS), color=BACKWARD, linewidth=LINE)
    plot.axes.set(xlim=(0, STEPS), ylim=(0, 0.8), xticks=(0, 100, 200, 300, 400),
                  yticks=(0, 0.2, 0.4, 0.6, 0.8))
    plot.axes.set_xlabel("$t$")
    plot.axes.set_ylabel("$J$")
    plot.text(112, 0.42, "$p = 1$", color=FORWARD)
    plot.text(265, 0.73, "$p = 0.5$", color=BACKWARD)
    plot.grid("y")
    return plot


def make_data():
    """Return X: (2, 100) and Y: (1, 100), the data of the snippet."""
    X = np.random.default_rng(0).uniform(-1.0, 1.0, (2, 100))
    return X, (X[:1] * X[1:] > 0).astype(float)
