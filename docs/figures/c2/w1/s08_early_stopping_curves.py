"""Figure 1.8-2: training cost, dev cost and the norm of the weights along one training."""

import numpy as np

from c2.w1.s04_l2_cost_and_gradients import backward, cost, forward
from c2.w1.s05_lambda_slider import UNITS, make_data
from plotting import BACKWARD, FORWARD, INK, MUTED, THIN, THIRD, Plot

STEPS, ALPHA = 10_000, 0.1


def draw():
    """Return the two plots."""
    steps, train, dev, norm = history()
    best = int(np.argmin(dev))
    plot = Plot(
        height=400, rows=2, columns=1, sharex=True, between=0.14, left=58, right=26,
        title="Training cost, dev cost and norm of the weights",
        desc="Above: over 10000 steps, on a logarithmic axis, the training cost falls throughout; "
             "the dev cost falls, has its minimum at a vertical line, and rises. Below: the norm "
             "of the weights grows all the while.")
    for axes in plot.all:
        axes.axvline(steps[best], color=MUTED, linewidth=THIN)
    shown = np.unique(np.append(np.geomspace(1, STEPS, 61).astype(int), best))
    plot.all[0].semilogx(steps[shown], train[shown], color=FORWARD)
    plot.all[0].semilogx(steps[shown], dev[shown], color=BACKWARD, linestyle="--")
    plot.point(steps[best], dev[best], axes=plot.all[0], color=INK)
    plot.all[0].set(xlim=(1, STEPS), ylim=(0.15, 0.7), yticks=(0.2, 0.4, 0.6))
    plot.all[1].semilogx(steps[shown], norm[shown], color=THIRD)
    plot.all[1].set(ylim=(0, 14), yticks=(0, 5, 10))
    plot.all[1].set_xticks((1, 10, 100, 1000, 10000), labels=("1", "10", "100", "1000", "10000"))
    plot.all[1].set_xlabel(r"$\tau$")
    for axes in plot.all:
        axes.minorticks_off()
    plot.text(2500, 0.56, r"$J_{\text{dev}}$", axes=plot.all[0], color=BACKWARD, anchor="end")
    plot.text(700, 0.29, r"$J$", axes=plot.all[0], color=FORWARD, anchor="end")
    plot.text(700, 6.0, r"$\|w\|$", axes=plot.all[1], color=THIRD)
    plot.text(steps[best], 0.7, r"$\tau^{*}$", axes=plot.all[0], dx=8, dy=4)
    return plot


def history():
    """Return steps 0, 1, ... and, after each, J, the dev cost and the norm of all weights."""
    X, Y, X_dev, Y_dev = make_data()
    rng = np.random.default_rng(1)
    parameters = {"W1": 0.3 * rng.standard_normal((UNITS, 2)), "b1": np.zeros((UNITS, 1)),
                  "W2": 0.3 * rng.standard_normal((1, UNITS)), "b2": np.zeros((1, 1))}
    rows = []
    for step in range(STEPS + 1):
        cache = forward(parameters, X)
        weights = np.append(parameters["W1"].ravel(), parameters["W2"].ravel())
        rows.append((step, cost(cache[2], Y), cost(forward(parameters, X_dev)[2], Y_dev),
                     np.linalg.norm(weights)))
        gradients = backward(parameters, cache, X, Y)
        parameters = {name: value - ALPHA * gradients["d" + name]
                      for name, value in parameters.items()}
    return np.array(rows).T
