"""Figure 3.7-2: means of mini-batches, and running means for two values of rho."""

import numpy as np

from c2.w3.s07_batchnorm_running_stats import BatchNorm
from plotting import BACKWARD, FORWARD, LINE, MUTED, Plot, dots

STEPS, SIZE, MEAN, DEVIATION = 200, 16, 3.0, 2.0


def running_means(rho):
    """Return the batch means and the running means, (STEPS,) each."""
    rng, layer = np.random.default_rng(3), BatchNorm(1, rho=rho)
    means, running = [], []
    for _ in range(STEPS):
        Z = MEAN + DEVIATION * rng.standard_normal((1, SIZE))
        layer.train(Z)
        means.append(Z.mean())
        running.append(layer.mu_run.item())
    return np.array(means), np.array(running)


def draw():
    """Return the plot."""
    plot = Plot(
        height=290, left=50, bottom=48,
        title="Running means for rho 0.9 and 0.99",
        desc="Dots, the means of 200 mini-batches, scatter around 3, from 2 to 4.2. The curve "
             "for rho 0.9 is near 3 after 30 batches and then wavers. The dashed curve for 0.99 "
             "is smooth, but after 100 batches still below 2, after 200 at 2.6.")
    t = np.arange(1, STEPS + 1)
    means, quick = running_means(0.9)
    _, slow = running_means(0.99)
    dots(plot.axes, np.stack([t, means]), MUTED, 3)
    plot.axes.axhline(MEAN, color=MUTED, linewidth=LINE, linestyle=":")
    plot.axes.plot(np.r_[0, t], np.r_[0, quick], color=FORWARD, linewidth=LINE * 1.3)
    plot.axes.plot(np.r_[0, t], np.r_[0, slow], color=BACKWARD, linestyle="--")
    plot.axes.set(xlim=(0, 204), ylim=(0, 4.8), xticks=(0, 50, 100, 150, 200),
                  yticks=(0, 1, 2, 3, 4))
    plot.axes.set_xlabel("$t$")
    plot.text(24, 1.7, r"$\rho = 0.9$", color=FORWARD)
    plot.text(110, 1.55, r"$\rho = 0.99$", color=BACKWARD)
    return plot
