"""Figure 2.7-1: the valley of 2.6 with gradient descent, momentum and RMSprop."""

import numpy as np
from matplotlib.patches import Ellipse

from c2.w2.s06_momentum_update import momentum
from c2.w2.s07_rmsprop_scale_invariance import gradients_of, update
from c2.w2.s07_rmsprop_update import rmsprop
from plotting import BACKWARD, FORWARD, GRID, INK, THIRD, Plot, dots

START, STEPS = np.array([[1.0], [0.2]]), 40
RATES = {"gd": 0.019, "momentum": 0.1, "rmsprop": 0.03}
LABELS = {"gd": r"$\alpha = 0.019$", "momentum": r"$\beta = 0.9, \alpha = 0.1$",
          "rmsprop": r"$\beta_2 = 0.9, \alpha = 0.03$"}


def draw():
    """Return the three plots."""
    plot = Plot(
        height=400, left=66, right=12, top=26, bottom=50, rows=3, columns=1, sharex=True,
        title="Three optimizers in one valley",
        desc="A valley along w1, a hundred times as steep across, and 40 steps from (1, 0.2). Top: "
             "gradient descent zigzags across the valley and has gone about half the way. Middle: "
             "momentum swings widely, overshoots the minimum and turns back. Bottom: RMSprop first "
             "descends at 45 degrees into the valley and then follows its floor to the minimum.")
    plot.figure.subplots_adjust(hspace=0.36)
    for axes, (name, path), color in zip(plot.all, paths().items(), (BACKWARD, THIRD, FORWARD),
                                         strict=True):
        for level in (0.25, 0.75, 1.25, 1.75):
            axes.add_patch(Ellipse((0, 0), 2 * level, 0.2 * level, edgecolor=GRID,
                                   facecolor="none", linewidth=1.2))
        axes.plot(*path.T, color=color, linewidth=1.2)
        dots(axes, path.T, color, 3.4)
        axes.plot([0], [0], "+", color=INK, markersize=9)
        axes.set(xlim=(-0.55, 1.1), ylim=(-0.22, 0.24), xticks=(-0.5, 0, 0.5, 1),
                 yticks=(-0.2, 0, 0.2))
        axes.set_ylabel("$w_2$", labelpad=-2)
        plot.text(1.1, 0.24, LABELS[name], axes=axes, color=color, anchor="end", dy=-9)
    plot.all[2].set_xlabel("$w_1$")
    return plot


def paths():
    """Return the points of each path: (STEPS + 1, 2)."""
    return {name: walk(name, alpha) for name, alpha in RATES.items()}


def walk(name, alpha):
    """Return the start and the place after each step."""
    parameters, state = {"W1": START}, {"dW1": np.zeros((2, 1))}
    path = [START.ravel()]
    for _ in range(STEPS):
        gradients = gradients_of(parameters, 1.0)
        if name == "gd":
            parameters = update(parameters, gradients, alpha)
        elif name == "momentum":
            parameters, state = momentum(parameters, gradients, state, alpha)
        else:
            parameters, state = rmsprop(parameters, gradients, state, alpha, beta=0.9)
        path.append(parameters["W1"].ravel())
    return np.array(path)
