"""Two equal triangles on the line f(a) = 3a, drawn enlarged (section 2.5)."""

from c1.w2.s05_nudge_slope import line, slope
from plotting import BACKWARD, FORWARD, GRID, LINE, THIN, Plot

WIDE = 1.0  # width of the drawn triangles; the true one is 0.001


def triangle(plot, a):
    """Draw the triangle that stands on the line at a."""
    corner = a + WIDE
    plot.axes.plot([a, corner], [line(a)] * 2, color=BACKWARD, linewidth=LINE)
    plot.axes.plot([corner] * 2, [line(a), line(corner)], color=BACKWARD, linewidth=LINE)
    plot.axes.plot([0, a], [line(a)] * 2, color=GRID, linewidth=THIN, linestyle="--")
    plot.axes.plot([a] * 2, [0, line(a)], color=GRID, linewidth=THIN, linestyle="--")
    plot.point(a, line(a))
    plot.text(a + WIDE / 2, line(a), "0.001", color=BACKWARD, anchor="middle", dy=14)
    plot.text(corner, line(a + WIDE / 2), f"{slope(line, a) * 0.001:.3f}", color=BACKWARD, dx=7)


def draw():
    """Return the plot."""
    plot = Plot(
        height=330, left=44, title="Two triangles on a straight line",
        desc="The line f(a) = 3a with two triangles at a = 2 and a = 5, of the same size: width "
             "0.001, height 0.003, drawn enlarged.")
    axes = plot.axes
    axes.plot([0, 6.9], [line(0), line(6.9)], color=FORWARD)
    for a in (2, 5):
        triangle(plot, a)
    axes.set(xlim=(0, 7.4), ylim=(0, 22), xlabel="$a$", xticks=[0, 2, 5], yticks=[0, 6, 15])
    plot.text(6.1, 20, "$f(a) = 3a$", color=FORWARD, anchor="end")
    return plot
