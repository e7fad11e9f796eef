"""Figure 3.8-1: tangents of tanh at three places; the flatter, the smaller the slope."""

import numpy as np

from c1.w3.s06_activations import tanh
from c1.w3.s08_activation_derivatives import tanh_slope
from plotting import BACKWARD, FORWARD, GRID, THIN, Plot

PLACES = (0.0, 1.0, 2.5)
REACH = 1.7  # half the length of a tangent


def draw():
    """Return the three plots."""
    plot = Plot(
        height=232, left=34, right=10, top=44, bottom=46, columns=3, sharey=True, between=0.16,
        title="Tangents of tanh at three places",
        desc="Three plots of tanh with a tangent: at z = 0 its slope is 1, at z = 1 it is 0.42, "
             "at z = 2.5 it is 0.03.")
    z = np.linspace(-3.5, 3.5, 71)
    for axes, place in zip(plot.all, PLACES, strict=True):
        for spine in (axes.axhline, axes.axvline):
            spine(0, color=GRID, linewidth=THIN)
        axes.plot(z, tanh(z), color=FORWARD)
        a = tanh(place)
        slope = tanh_slope(a)
        run = REACH / np.hypot(1.0, slope) * np.array([-1.0, 1.0])
        axes.plot(place + run, a + slope * run, color=BACKWARD, linestyle="--")
        plot.point(place, a, axes=axes, color=BACKWARD)
        axes.set(xlim=(-3.5, 3.7), ylim=(-1.3, 1.4), xticks=(0, place) if place else (0,),
                 yticks=(-1, 0, 1))
        axes.set_xticklabels([f"{tick:g}" for tick in axes.get_xticks()])
        plot.text(0, 1.4, rf"$g^{{\prime}}({place:g}) = {slope:.2f}$" if place else
                  r"$g^{\prime}(0) = 1$", axes=axes, color=BACKWARD, anchor="middle", dy=-14)
    plot.all[1].set_xlabel("$z$")
    return plot
