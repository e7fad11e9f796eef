"""Figure 2.8-2: four optimizers in one tilted valley, from one start."""

import numpy as np
from matplotlib.patches import Ellipse

from c2.w2.s06_momentum_update import momentum
from c2.w2.s07_rmsprop_update import rmsprop
from c2.w2.s08_adam_update import adam
from plotting import BACKWARD, FOURTH, FORWARD, GRID, INK, THIRD, Plot, dots

FLAT, STEEP, TURN = 1.0, 25.0, np.radians(20.0)
AXES = np.array([[np.cos(TURN), -np.sin(TURN)], [np.sin(TURN), np.cos(TURN)]])
HESSIAN = AXES @ np.diag([FLAT, STEEP]) @ AXES.T
START, STEPS = np.array([[-1.6], [0.2]]), 36
RATES = {"gd": 0.07, "momentum": 0.1, "rmsprop": 0.1, "adam": 0.2}
COLORS = (BACKWARD, THIRD, FOURTH, FORWARD)


def draw():
    """Return the four plots."""
    plot = Plot(
        height=380, left=52, right=10, top=34, bottom=48, rows=2, columns=2, sharex=True,
        sharey=True, title="Four optimizers in a tilted valley",
        desc="Four plots of w2 over w1 with the same tilted elliptic contours and 36 steps from "
             "the same start. Gradient descent zigzags along the valley, momentum swings past the "
             "minimum, RMSprop turns into the valley and follows it to the minimum, and Adam "
             "winds its way past it.")
    plot.figure.subplots_adjust(wspace=0.1, hspace=0.3)
    for axes, (name, path), color in zip(plot.all, paths().items(), COLORS, strict=True):
        for level in (0.4, 1.0, 1.6):
            axes.add_patch(Ellipse((0, 0), 2 * level, 2 * level * np.sqrt(FLAT / STEEP),
                                   angle=np.degrees(TURN), edgecolor=GRID, facecolor="none",
                                   linewidth=1.2))
        axes.plot(*path.T, color=color, linewidth=1.2)
        dots(axes, path.T, color, 3.4)
        axes.plot([0], [0], "+", color=INK, markersize=9)
        axes.set(xlim=(-1.9, 0.9), ylim=(-1.2, 0.8), xticks=(-1, 0), yticks=(-1, 0))
        plot.text(-0.5, 0.8, f"{name} " + rf"$\alpha = {RATES[name]:g}$", axes=axes, color=color,
                  anchor="middle", dy=-12)
    for axes in plot.all[2:]:
        axes.set_xlabel("$w_1$")
    for axes in plot.all[::2]:
        axes.set_ylabel("$w_2$")
    return plot


def paths():
    """Return the points of each path by the name of the optimizer: (STEPS + 1, 2)."""
    return {name: walk(name, alpha) for name, alpha in RATES.items()}


def walk(name, alpha):
    """Return the start and the place after each step."""
    parameters, path = {"W": START}, [START.ravel()]
    v = s = {"dW": np.zeros((2, 1))}
    for t in range(1, STEPS + 1):
        gradients = {"dW": HESSIAN @ parameters["W"]}
        if name == "gd":
            parameters, v = momentum(parameters, gradients, v, alpha, beta=0.0)
        elif name == "momentum":
            parameters, v = momentum(parameters, gradients, v, alpha)
        elif name == "rmsprop":
            parameters, s = rmsprop(parameters, gradients, s, alpha, beta=0.9)
        else:
            parameters, v, s = adam(parameters, gradients, v, s, t, alpha)
        path.append(parameters["W"].ravel())
    return np.array(path)
