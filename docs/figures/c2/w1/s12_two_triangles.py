"""Figure 1.12-1: the cube near 1 with its tangent and two chords."""

import numpy as np

from c2.w1.s12_difference_quotients import cube, one_sided, two_sided
from look import MATH
from plotting import BACKWARD, FORWARD, INK, LINE, MUTED, THIN, Plot
from typeset import BASELINE

STEP = 0.5


def draw():
    """Return the plot."""
    plot = Plot(
        height=350, left=62, right=96, top=18,
        title="The tangent of the cube at 1 and two chords",
        desc="The curve of theta cubed from 0.4 to 1.6. Its tangent at 1 has the slope 3. The "
             "chord from 0.5 to 1.5 has the slope 3.25 and runs almost parallel to the tangent; "
             "the chord from 1 to 1.5 has the slope 4.75 and is much steeper.")
    axes, theta = plot.axes, np.linspace(0.36, 1.6, 80)
    axes.plot(theta, cube(theta), color=INK)
    ends = np.array([0.42, 1.6])
    axes.plot(ends, 1 + 3 * (ends - 1), color=MUTED, linestyle=(0, (2, 3)), linewidth=LINE)
    two, one = (quotient(cube, 1.0, STEP) for quotient in (two_sided, one_sided))
    triangle(axes, 1 - STEP, 1 + STEP, FORWARD, "-")
    triangle(axes, 1.0, 1 + STEP, BACKWARD, (0, (6, 3)))
    for place, color in ((1 - STEP, FORWARD), (1.0, BACKWARD), (1 + STEP, FORWARD)):
        plot.point(place, cube(place), color=color)
    plot.text(1.6, 1 + 3 * 0.6, "$3$", color=MUTED, dx=8)
    axes.set(xlim=(0.36, 1.62), ylim=(-0.8, 4.1), yticks=(0, 1, 2, 3, 4))
    along(plot, 1.12, 1 + 0.12 * one, one, BACKWARD)
    along(plot, 0.85, cube(1 - STEP) + 0.35 * two, two, FORWARD)
    axes.set_xticks((0.5, 1.0, 1.5), [r"$\theta-\varepsilon$", r"$\theta$",
                                      r"$\theta+\varepsilon$"])
    axes.set_ylabel(r"$f(\theta)$")
    plot.text(0.36, cube(0.36), r"$\theta^3$", dx=8, dy=-14)
    axes.axhline(0, color=MUTED, linewidth=THIN, zorder=0)
    return plot


def along(plot, x, y, slope, color):
    """Write the slope of a chord above its point (x, y), turned as the chord is."""
    (left, low), (right, high) = plot.axes.transData.transform([(0, 0), (1, slope)])
    turn = np.arctan2(high - low, right - left)
    plot.text(x, y, f"${slope:.2f}$", color=color, anchor="middle", dx=-7 * np.sin(turn),
              dy=-7 * np.cos(turn) - BASELINE * MATH, rotation=np.degrees(turn),
              rotation_mode="anchor")


def triangle(axes, start, end, color, dashes):
    """Draw a chord of the cube and the two legs below it."""
    axes.plot([start, end], [cube(start), cube(end)], color=color, linestyle=dashes)
    axes.plot([start, end, end], [cube(start), cube(start), cube(end)], color=color,
              linestyle=dashes, linewidth=THIN)
