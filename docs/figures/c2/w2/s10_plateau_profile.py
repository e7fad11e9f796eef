"""Figure 2.10-3: a long plateau and a drop; where descent and Adam are after equal steps."""

import numpy as np

from c2.w2.s10_plateau_escape import walk
from plotting import BACKWARD, FORWARD, INK, Plot

SLOPE, EDGE, BOTTOM = 1e-6, 8.0, 11.0
MARKS = (0, 200, 400, 600, 800, 1000)


def draw():
    """Return the plot."""
    plot = Plot(
        height=250, left=50, right=20, top=26, bottom=50,
        title="A long plateau, then a drop",
        desc="The cost stays at 1 from w = 0 to w = 8, then falls to 0 at w = 11. After 0, 200, "
             "400, 600, 800 and 1000 steps plain descent is at 0 throughout; Adam is at 0, 2, 4, "
             "6, 8 and 11, at the bottom of the drop.")
    w = np.linspace(0, 11.5, 116)
    plot.axes.plot(w, cost(w), color=INK, linestyle="-")
    adam, descent = (walk(slope, MARKS[-1], 0.01, name)[list(MARKS)]
                     for name in ("adam", "descent"))
    plot.axes.plot(adam, cost(adam), "o", color=FORWARD, markersize=9, clip_on=False, zorder=5)
    plot.axes.plot(descent, cost(descent), "s", color=BACKWARD, markersize=11, clip_on=False,
                   zorder=6)
    for step, place in zip(MARKS[1:], adam[1:], strict=True):
        up = 24 if step == MARKS[-1] else 17
        plot.text(place, cost(place), f"${step}$", color=FORWARD, anchor="middle", dy=-up)
    plot.text(0, 1, r"$0 \ldots 1000$", color=BACKWARD, dx=9, dy=20)
    plot.axes.set(xlim=(0, 11.5), ylim=(-0.05, 1.15), xticks=(0, 2, 4, 6, 8, 10), yticks=(0, 1))
    plot.axes.tick_params(axis="y", pad=8)
    plot.axes.set_xlabel("$w$")
    plot.text(0, 1.15, "$J$", anchor="end", dx=-8, dy=-10)
    return plot


def cost(w):
    """Return a cost that is almost flat up to the edge, then falls to its minimum."""
    share = np.clip((w - EDGE) / (BOTTOM - EDGE), 0.0, None)
    return 1.0 - SLOPE * w - share**2 * (3.0 - 2.0 * share)


def slope(w):
    """Return the derivative of the cost."""
    share = np.clip((w - EDGE) / (BOTTOM - EDGE), 0.0, None)
    return -SLOPE - 6.0 * share * (1.0 - share) / (BOTTOM - EDGE)
