"""Cross-entropy against the prediction for both labels, squared errors dashed (section 2.3)."""

import numpy as np

from c1.w2.s03_cross_entropy import loss
from plotting import BACKWARD, FORWARD, LINE, THIN, Plot


def draw():
    """Return the plot."""
    plot = Plot(
        height=330, left=44, title="Loss against prediction",
        desc="For label 1 the cross-entropy falls from infinity at prediction 0 to 0 at prediction "
             "1, through 2.303, 0.693 and 0.105 at 0.1, 0.5 and 0.9. For label 0 it is the mirror "
             "image. The squared errors, dashed, stay below 0.5.")
    y_hat = np.linspace(0.015, 0.985, 98)
    for y, color in ((1, FORWARD), (0, BACKWARD)):
        plot.axes.plot(y_hat, loss(y_hat, np.full_like(y_hat, y)), color=color)
        ends = np.linspace(0, 1, 31)
        plot.axes.plot(ends, 0.5 * (ends - y) ** 2, color=color, linewidth=LINE, linestyle="--")
    plot.axes.set(xlim=(0, 1.02), ylim=(0, 4.3), xticks=[0, 0.1, 0.5, 0.9, 1], yticks=range(5),
                  xlabel=r"$\hat{y}$")
    plot.axes.set_xticklabels(["0", "0.1", "0.5", "0.9", "1"])
    for value, text, anchor, dx, dy in ((0.1, "2.303", "start", 10, 0),
                                        (0.5, "0.693", "middle", 0, -16),
                                        (0.9, "0.105", "middle", 0, -38)):
        height = loss(np.array(value), np.array(1)).item()
        plot.point(value, height, color=FORWARD)
        plot.text(value, height, text, color=FORWARD, anchor=anchor, dx=dx, dy=dy)
    height = loss(np.array(0.9), np.array(1)).item()  # its number stands above the dashed line
    plot.axes.plot([0.9, 0.9], [height, 0.58], color=FORWARD, linewidth=THIN)
    plot.text(0.07, 3.6, r"$y = 1$: $-\log \hat{y}$", color=FORWARD)
    plot.text(0.93, 3.6, r"$y = 0$: $-\log(1 - \hat{y})$", color=BACKWARD, anchor="end")
    return plot
