"""Figure 1.4-2: where contours of a cost first touch a diamond and where a disc."""

import numpy as np

from c2.w1.s04_l1_gives_zeros import soft_threshold
from plotting import BACKWARD, FORWARD, GRID, INK, LINE, MUTED, THIN, Plot, pale

SHAPE = np.array([[1.0, 0.4], [0.4, 1.0]])  # the cost is (w - c)^T SHAPE (w - c) / 2
CENTER = np.array([0.6, 1.9])
RHO = 1.0


def draw():
    """Return the two plots."""
    plot = Plot(
        height=290, left=34, right=10, top=34, bottom=46, columns=2, sharey=True, between=0.12,
        title="A diamond and a disc under the same elliptic contours",
        desc="Two plots of w2 over w1 with the same tilted ellipses around their center. Left: "
             "the smallest ellipse that meets the diamond touches its upper corner, where w1 is "
             "0. Right: the one that meets the disc touches it away from both axes.")
    turn = np.linspace(0, 2 * np.pi, 61)
    circle = np.array([np.cos(turn), np.sin(turn)])
    corner = lasso()
    size = np.abs(corner).sum()
    diamond = size * np.array([[1, 0, -1, 0, 1], [0, 1, 0, -1, 0]])
    round_touch = on_circle(size)
    for axes, border, touch, name in (
            (plot.all[0], diamond, corner, r"$|w_1| + |w_2|$"),
            (plot.all[1], size * circle, round_touch, "$w_1^2 + w_2^2$")):
        axes.axhline(0, color=GRID, linewidth=THIN)
        axes.axvline(0, color=GRID, linewidth=THIN)
        axes.fill(*border, facecolor=pale(FORWARD), edgecolor=FORWARD, linewidth=LINE)
        level = height(touch)
        for share in (0.1, 0.4):
            axes.plot(*ellipse(share * level, circle), color=MUTED, linewidth=THIN)
        axes.plot(*ellipse(level, circle), color=BACKWARD, linestyle="--", linewidth=LINE)
        plot.point(*CENTER, axes=axes, color=MUTED, markersize=4)
        plot.point(*touch, axes=axes, color=INK)
        axes.set(xlim=(-1.5, 2.3), ylim=(-1.4, 3.3), xticks=(0,), yticks=(0,), aspect="equal")
        axes.set_xlabel("$w_1$")
        plot.text(0.4, 3.3, name, axes=axes, color=FORWARD, anchor="middle", dy=-16)
    plot.all[0].set_ylabel("$w_2$")
    return plot


def height(w):
    """Return the cost at w: (2,)."""
    return (w - CENTER) @ SHAPE @ (w - CENTER) / 2


def ellipse(level, circle):
    """Return the points (2, k) at which the cost has this level."""
    values, vectors = np.linalg.eigh(SHAPE)
    return CENTER[:, None] + np.sqrt(2 * level) * vectors @ (circle / np.sqrt(values)[:, None])


def lasso():
    """Return the w that minimizes the cost plus RHO times the L1 norm, by proximal steps."""
    w = np.zeros(2)
    for _ in range(500):
        w = soft_threshold(w - 0.5 * SHAPE @ (w - CENTER), 0.5 * RHO)
    return w


def on_circle(radius):
    """Return the w of least cost on a circle: ridge, its strength found by bisection."""
    low, high = 0.0, 100.0
    for _ in range(60):
        rho = (low + high) / 2
        w = np.linalg.solve(SHAPE + rho * np.eye(2), SHAPE @ CENTER)
        low, high = (rho, high) if np.linalg.norm(w) > radius else (low, rho)
    return w
