"""Figure 1.9-2: contours of J and gradient descent, before and after standardizing."""

import numpy as np
from matplotlib.patches import Ellipse

from c2.w1.s09_condition_number_before_after import hessian, standardize
from plotting import BACKWARD, FORWARD, INK, MUTED, THIN, Plot

REACH = 2.4
START = np.array([[1.2], [2.0]])
LEVELS = (0.35, 0.8, 1.25, 1.7, 2.15)  # half the length of the long axis


def draw():
    """Return the three plots."""
    rng = np.random.default_rng(6)
    X = np.vstack([rng.normal(0.0, 3.6, 200), rng.normal(0.0, 0.8, 200)])
    raw, round_ = hessian(X), hessian(standardize(X))
    limit = 2 / np.linalg.eigvalsh(raw)[-1]
    plot = Plot(
        height=226, left=48, right=6, top=54, bottom=50, columns=3, sharey=True, between=0.12,
        title="Contours of J and paths of gradient descent",
        desc="Left: narrow contours; with a step slightly above the limit the path swings ever "
             "wider across the valley. Middle: the same contours; with a step slightly below the "
             "limit the path zigzags and is far from the middle after 12 steps. Right: nearly "
             "round contours; with a much larger step the path is in the middle after 3 steps.")
    runs = ((raw, 1.03 * limit, 12, BACKWARD), (raw, 0.93 * limit, 12, FORWARD),
            (round_, 0.8, 3, FORWARD))
    for axes, (H, alpha, steps, color) in zip(plot.all, runs, strict=True):
        contours(axes, H)
        path = walk(H, alpha, steps)
        axes.plot(*path, color=color, linewidth=1.2, linestyle="-")
        axes.plot(*path, "o", color=color, markersize=3.4, clip_on=True)
        axes.plot([0], [0], "+", color=INK, markersize=9)
        axes.set(xlim=(-REACH, REACH), ylim=(-REACH, REACH), xticks=[-2, 0, 2], yticks=[-2, 0, 2])
        axes.set_aspect("equal")
        axes.set_xlabel("$w_1$")
        kappa = np.linalg.cond(H)
        plot.text(0, REACH, f"$\\kappa = {kappa:.1f}$", axes=axes, anchor="middle", dy=-32,
                  color=MUTED)
        plot.text(0, REACH, f"$\\alpha = {alpha:.3g}$", axes=axes, anchor="middle", dy=-13,
                  color=color)
    plot.axes.set_ylabel("$w_2$", labelpad=-4)
    return plot


def walk(H, alpha, steps):
    """Return the points of the path: (2, steps + 1)."""
    places = [START]
    for _ in range(steps):
        places.append(places[-1] - alpha * H @ places[-1])
    return np.hstack(places)


def contours(axes, H):
    """Draw ellipses on which J is constant."""
    (low, high), vectors = np.linalg.eigh(H)
    turn = np.degrees(np.arctan2(vectors[1, 0], vectors[0, 0]))
    for level in LEVELS:
        wide = 2 * level * (2.6 if low < 0.9 else 1.0)
        axes.add_patch(Ellipse((0, 0), wide, wide * np.sqrt(low / high), angle=turn,
                               edgecolor=MUTED, facecolor="none", linewidth=THIN))
