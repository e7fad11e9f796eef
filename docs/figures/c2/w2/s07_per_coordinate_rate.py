"""Figure 2.7-2: what RMSprop multiplies each gradient by, in a steep and a flat coordinate."""

import numpy as np

from c2.w2.s07_rmsprop_update import rmsprop
from plotting import BACKWARD, FORWARD, GRID, MUTED, Plot

SLOPES, NOISE, STEPS = np.array([1.0, 100.0]), 0.3, 60  # w1 flat, w2 steep
ALPHA = 0.01


def draw():
    """Return the plot."""
    plot = Plot(
        height=262, left=66, right=44, top=14, bottom=50, title="Effective rates of RMSprop",
        desc="On a logarithmic axis two curves over the steps. The rate of the flat coordinate is "
             "roughly 100 times that of the steep one; the fixed alpha of 0.01 lies between.")
    steep, flat = step_sizes().T
    step = np.arange(1, STEPS + 1)
    plot.axes.axhline(ALPHA, color=MUTED, linewidth=1.2)
    plot.axes.plot(step, flat, color=FORWARD)
    plot.axes.plot(step, steep, color=BACKWARD, linestyle="--")
    plot.axes.set_yscale("log")
    plot.axes.grid(True, axis="y", color=GRID)
    plot.axes.minorticks_off()
    plot.axes.set(xlim=(1, STEPS), ylim=(1e-4, 1), xticks=(1, 20, 40, 60),
                  yticks=(1e-4, 1e-3, 1e-2, 1e-1, 1))
    plot.axes.set_yticklabels(["$10^{-4}$", "$10^{-3}$", "$10^{-2}$", "$10^{-1}$", "$1$"])
    plot.axes.set_xlabel("$t$")
    for values, name, color in ((flat, "$w_1$", FORWARD), (steep, "$w_2$", BACKWARD)):
        plot.text(STEPS, values[-1], name, color=color, dx=8)
    plot.text(STEPS, ALPHA, r"$\alpha$", color=MUTED, dx=8)
    return plot


def step_sizes():
    """Return alpha / (sqrt(S) + eps) of w2 and of w1 at each step: (STEPS, 2).

    The gradients are noise around 0 of size 0.3 in w1, and 100 times that in w2.
    """
    rng = np.random.default_rng(3)
    parameters, s, sizes = {"W1": np.zeros((2, 1))}, {"dW1": np.zeros((2, 1))}, []
    for _ in range(STEPS):
        noise = NOISE * rng.standard_normal((2, 1))
        parameters, s = rmsprop(parameters, {"dW1": SLOPES[:, None] * noise}, s, ALPHA, beta=0.9)
        sizes.append(ALPHA / (np.sqrt(s["dW1"].ravel()[::-1]) + 1e-8))
    return np.array(sizes)
