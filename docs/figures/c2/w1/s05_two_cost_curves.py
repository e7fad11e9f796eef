"""Figure 1.5-3: the data term rises while the whole cost falls."""

from c2.w1.s05_plot_the_right_cost import cost, data_term, train
from plotting import BACKWARD, FORWARD, Plot

STEPS = 10


def draw():
    """Return the plot."""
    plot = Plot(
        height=270, left=58, title="Data term and whole cost along gradient descent",
        desc="Ten steps. The whole cost J falls from 0.5 to 0.25; the data term rises from 0 to "
             "0.125.")
    path = train(1.0, alpha=0.2, steps=STEPS)
    steps = range(STEPS + 1)
    plot.axes.plot(steps, [cost(w) for w in path], color=FORWARD, marker="o", markersize=5,
                   clip_on=False)
    plot.axes.plot(steps, [data_term(w) for w in path], color=BACKWARD, linestyle="--",
                   marker="s", markersize=5, clip_on=False)
    plot.axes.set(xlim=(0, STEPS), ylim=(0, 0.55), xticks=(0, 2, 4, 6, 8, 10),
                  yticks=(0, 0.125, 0.25, 0.5))
    plot.axes.set_yticklabels(["0", "0.125", "0.25", "0.5"])
    plot.axes.set_xlabel("$t$")
    plot.text(1.2, 0.38, "$J$", color=FORWARD)
    plot.text(6, 0.065, "$(w - 1)^2/2$", color=BACKWARD)
    plot.grid("y")
    return plot
