"""Figure 3.8-2: each activation function, and its slope below on the same axis."""

import numpy as np

from c1.w3.s06_activations import leaky_relu, relu, sigmoid, tanh
from c1.w3.s08_activation_derivatives import (
    leaky_relu_slope, relu_slope, sigmoid_slope, tanh_slope)
from plotting import BACKWARD, FORWARD, GRID, MUTED, PAPER, THIN, Plot

SMOOTH = ((sigmoid, lambda z: sigmoid_slope(sigmoid(z)), r"$\sigma(z)$", r"$a(1 - a)$", 0.25),
          (tanh, lambda z: tanh_slope(tanh(z)), r"$\tanh(z)$", "$1 - a^2$", 1.0))
BENT = ((relu, relu_slope, r"$\max(0, z)$", 0.0),
        (leaky_relu, leaky_relu_slope, r"$\max(0.01 z, z)$", 0.01))


def draw():
    """Return the eight plots: two pairs of functions, each with its slope below."""
    plot = Plot(
        height=600, left=44, right=10, top=30, bottom=48, rows=4, columns=2, sharex=True,
        title="Four activation functions and their slopes",
        desc="Over z from -5 to 5. The slope of the sigmoid has its maximum 1/4 at 0, that of "
             "tanh its maximum 1 at 0; both near 0 at the ends. The slope of ReLU jumps from 0 to "
             "1 at z = 0, that of leaky ReLU from 0.01 to 1.")
    plot.figure.subplots_adjust(wspace=0.24, hspace=0.42)
    panels = dict(zip(((row, column) for row in range(4) for column in range(2)), plot.all,
                      strict=True))
    for column in range(2):
        smooth(plot, panels[0, column], panels[1, column], *SMOOTH[column])
        bent(plot, panels[2, column], panels[3, column], *BENT[column])
        panels[3, column].set_xlabel("$z$")
    return plot


def curve(axes, z, values, **style):
    """Draw a curve over pale axes."""
    for spine in (axes.axhline, axes.axvline):
        spine(0, color=GRID, linewidth=THIN)
    axes.plot(z, values, **style)
    axes.set(xlim=(-5, 5), xticks=(-4, 0, 4))


def smooth(plot, above, below, g, slope, name, from_a, top):
    """Draw a function without a kink, and its slope with the maximum marked."""
    z = np.linspace(-5, 5, 81)
    curve(above, z, g(z), color=FORWARD)
    curve(below, z, slope(z), color=BACKWARD, linestyle="--")
    above.set(ylim=(-1.1, 1.1), yticks=(-1, 0, 1))
    below.set(ylim=(-0.08, 1.15), yticks=(0, 0.25, 1))
    below.set_yticklabels(["0", "$1/4$", "1"])
    below.axhline(top, color=MUTED, linewidth=THIN, linestyle=":")
    plot.point(0, top, axes=below, color=BACKWARD)
    plot.text(-4.8, 1.1, name, axes=above, color=FORWARD, dy=-6)
    plot.text(-4.8, 0.62, from_a, axes=below, color=BACKWARD)


def bent(plot, above, below, g, slope, name, left):
    """Draw a function with a kink at 0, and its slope on both sides."""
    sides = np.array([-5.0, 0.0]), np.array([1e-9, 5.0])
    curve(above, np.array([-5.0, 0.0, 5.0]), g(np.array([-5.0, 0.0, 5.0])), color=FORWARD)
    for z in sides:
        curve(below, z, slope(z), color=BACKWARD, linestyle="--")
    above.set(ylim=(-0.8, 5.4), yticks=(0, 5))
    below.set(ylim=(-0.1, 1.2), yticks=(0, 1))
    for height in (left, 1.0):
        plot.point(0, height, axes=below, color=BACKWARD, markerfacecolor=PAPER)
    plot.text(-4.8, 5.4, name, axes=above, color=FORWARD, dy=-6)
    plot.text(-2.4, left, f"${left:g}$", axes=below, color=BACKWARD, anchor="middle", dy=-14)
    plot.text(2.4, 1, "$1$", axes=below, color=BACKWARD, anchor="middle", dy=13)
