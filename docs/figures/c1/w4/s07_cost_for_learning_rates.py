"""Figure 4.7-1: four learning rates, four shapes of the cost curve."""

import numpy as np

from c1.w4.s07_learning_rate_sweep import make_examples, train
from plotting import FORWARD, LINE, MUTED, Plot

STEPS = 60
RATES = (0.03, 3, 8, 30)


def draw():
    """Return the four plots."""
    plot = Plot(
        height=430, left=54, top=36, rows=2, columns=2, between=0.42,
        title="The cost against the step for four learning rates",
        desc="With alpha 0.03 the cost creeps from 0.69 to 0.55 in 60 steps. With 3 it falls to "
             "0.377 within 20. With 8 it falls fast and then swings between 0.406 and 0.426. With "
             "30 it rises, up to 5.6. A grey line marks the lowest cost, 0.377.")
    X, Y = make_examples(m=200, seed=0)
    lowest = train(X, Y, 1.0, 1000)[2][-1]
    for axes, alpha in zip(plot.all, RATES, strict=True):
        costs = np.array(train(X, Y, alpha, STEPS + 1)[2])
        axes.axhline(lowest, color=MUTED, linewidth=LINE, linestyle=":")
        axes.plot(costs, color=FORWARD, linewidth=LINE)
        axes.set(xlim=(0, STEPS), ylim=(0.33, 0.75), xticks=[0, 20, 40, 60],
                 yticks=[0.4, 0.5, 0.6, 0.7])
        plot.text(STEPS / 2, 0.79, rf"$\alpha = {alpha}$", axes=axes, anchor="middle")
    last = plot.all[-1]
    last.set(ylim=(0, 6), yticks=[0, 2, 4, 6])
    for text in last.texts:
        text.xy = (STEPS / 2, 6 * (0.79 - 0.33) / 0.42)
    for axes in plot.all[2:]:
        axes.set_xlabel("$k$")
    for axes in plot.all[::2]:
        axes.set_ylabel("$J$")
    return plot
