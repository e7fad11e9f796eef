"""Figure 2.10-1: the surface x^2 - y^2, and three starts on it seen from above."""

import numpy as np

from c2.w2.s10_escape_from_a_saddle import HESSIAN, descend
from plotting import BACKWARD, FORWARD, GRID, INK, MUTED, THIN, THIRD, Plot

EDGE, ALPHA, POINTS = 1.15, 0.1, 17
RIGHT, DEEP, UP = np.array([0.95, -0.26]), np.array([0.34, 0.72]), 0.36  # of x, y and f on paper
STARTS = (((1.0, 0.0), 0.0, BACKWARD, (0, (5, 2.5))), ((1.0, -0.05), 0.0, FORWARD, "-"),
          ((-1.0, 0.0), 1e-2, THIRD, (0, (1.8, 2.2))))  # start, noise, colour, dashes


def draw():
    """Return the two plots."""
    plot = Plot(
        height=262, left=10, right=14, top=14, bottom=50, columns=2, between=0.16,
        title="Gradient descent on the saddle x squared minus y squared",
        desc="Left: a surface that rises along x and falls along y. Right, the same from above: "
             "from (1, 0) plain descent ends at the saddle; from (1, -0.05) it turns and leaves "
             "along y; from (-1, 0) with a little noise it leaves along y as well.")
    surface, above = plot.all
    wireframe(surface)
    contours(above)
    for start, noise, color, dashes in STARTS:
        path = walk(start, noise)
        above.plot(*path.T, color=color, linestyle=dashes, linewidth=2.2)
        on_paper = project(*path.T)
        surface.plot(*on_paper, color=color, linestyle=dashes, linewidth=2.2, zorder=4)
    for axes, places in ((surface, project), (above, lambda x, y: (x, y))):
        for (x, y), _, color, _ in STARTS:
            axes.plot(*places(np.array([x]), np.array([y])), "o", color=color, zorder=6)
        axes.plot(*places(np.zeros(1), np.zeros(1)), "+", color=INK, markersize=12,
                  markeredgewidth=2.2, zorder=6)
    return plot


def walk(start, noise):
    """Return the path up to the edge; with noise, each gradient has some added."""
    if not noise:
        path = descend(start, ALPHA, 60)
    else:
        rng, path = np.random.default_rng(2), [np.array(start)]
        for _ in range(60):
            gradient = HESSIAN @ path[-1] + noise * rng.standard_normal(2)
            path.append(path[-1] - ALPHA * gradient)
        path = np.array(path)
    return path[np.abs(path[:, 1]) <= EDGE]


def project(x, y):
    """Return where the points (x, y, x^2 - y^2) lie on paper: (2, points)."""
    return (np.outer(RIGHT, x) + np.outer(DEEP, y)
            + np.outer([0.0, UP], np.square(x) - np.square(y)))


def wireframe(axes):
    """Draw the surface as lines of constant x and of constant y."""
    along = np.linspace(-EDGE, EDGE, POINTS)
    for at in np.linspace(-EDGE, EDGE, 9):
        fixed = np.full(POINTS, at)
        for x, y in ((along, fixed), (fixed, along)):
            axes.plot(*project(x, y), color=GRID, linewidth=THIN, linestyle="-")
    for x, y in ((along, np.zeros(POINTS)), (np.zeros(POINTS), along)):
        axes.plot(*project(x, y), color=MUTED, linewidth=1.5, linestyle="-")
    axes.set_axis_off()


def contours(axes):
    """Draw lines on which x^2 - y^2 is constant."""
    for level in (0.15, 0.5, 1.0):
        along = np.linspace(-EDGE, EDGE, POINTS)
        for sign in (-1, 1):
            across = sign * np.sqrt(level + along**2)
            axes.plot(across, along, color=GRID, linewidth=1.2, linestyle="-")
            axes.plot(along, across, color=GRID, linewidth=1.2, linestyle="-")
    axes.plot([-EDGE, EDGE], [-EDGE, EDGE], color=GRID, linewidth=1.2, linestyle="-")
    axes.plot([-EDGE, EDGE], [EDGE, -EDGE], color=GRID, linewidth=1.2, linestyle="-")
    axes.set(xlim=(-EDGE, EDGE), ylim=(-EDGE, EDGE), xticks=(-1, 0, 1), yticks=(-1, 0, 1))
    axes.set_aspect("equal")
    axes.set_xlabel("$x$")
    axes.set_ylabel("$y$", rotation=0, labelpad=2)
