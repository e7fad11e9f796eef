"""Figure 3.6-2: two units while a weight before them changes, without and with batch norm."""

import numpy as np

from c2.w3.s06_shifted_upstream import batch_norm_forward
from plotting import BACKWARD, FORWARD, INK, MUTED, THIRD, Plot, dots

FACTORS = ((0.5, FORWARD), (2.0, BACKWARD), (4.0, THIRD))  # of a weight upstream
RANGES = (((-2, 22), (-12, 10), (0, 10), (-10, 0, 10)), ((-4, 4), (-4, 4), (-3, 0, 3), (-3, 0, 3)))
M = 70


def draw():
    """Return the two plots."""
    plot = Plot(
        height=262, left=58, right=10, top=34, bottom=50, columns=2, between=0.34,
        title="Scores of two units before and after batch norm",
        desc="Left: three clouds of (z1, z2) for three values of a weight before them; the larger "
             "the weight, the farther the cloud lies from the origin and the wider it is. Right: "
             "after batch norm all three clouds lie around the origin with the same spread; they "
             "differ in tilt only.")
    for factor, color in FACTORS:
        Z = scores(factor)
        Z_tilde, _ = batch_norm_forward(Z, np.ones((2, 1)), np.zeros((2, 1)))
        for axes, cloud in zip(plot.all, (Z, Z_tilde), strict=True):
            dots(axes, cloud, color, 4)
            axes.plot(*cloud.mean(axis=1), "+", color=INK, markersize=11, markeredgewidth=2.2)
    for axes, name, (x, y, xticks, yticks) in zip(plot.all, ("z", r"\tilde z"), RANGES,
                                                  strict=True):
        axes.set(xlim=x, ylim=y, xticks=xticks, yticks=yticks)
        axes.set_xlabel(f"${name}_1$")
        axes.set_ylabel(f"${name}_2$", labelpad=-8)
    plot.text(1.5, 10, "$w =$", anchor="middle", dy=-15, color=MUTED)
    for x, (factor, color) in zip((6, 11, 16), FACTORS, strict=True):
        plot.text(x, 10, f"${factor:g}$", anchor="middle", dy=-15, color=color)
    return plot


def scores(factor):
    """Return Z: (2, M) of two units; `factor` is a weight of the layer before."""
    rng = np.random.default_rng(2)
    A = np.maximum(0.0, rng.standard_normal((2, M)) + np.array([[3.0], [1.5]]))
    return np.array([[1.0, 0.8], [-0.7, 1.6]]) @ (np.array([[factor], [1.0]]) * A)
