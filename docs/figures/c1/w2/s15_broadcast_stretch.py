"""Figure 2.15-1: a number, a row, a column and a rank-1 array, copied and added."""

import drawsvg
import numpy as np

from c1.w2.s15_broadcast_examples import add_copies
from drawing import FORWARD, INK, MUTED, THIN, Diagram, pale, stroke

CELL = (42, 28)
PLACES = (72, 230, 388)  # middles of the three grids of a case
GAP = 44  # between two cases, for the shapes above the grids
MATRIX = np.array([[1, 2, 3], [4, 5, 6]])
CASES = (
    (np.array([[1], [2], [3], [4]]), np.array(100)),
    (MATRIX, np.array([[100, 200, 300]])),
    (MATRIX, np.array([[100], [200]])),
    (np.repeat([[0], [10], [20], [30]], 3, axis=1), np.arange(3)),
)


def draw():
    heights = [CELL[1] * len(left) for left, _ in CASES]
    d = Diagram(height=sum(heights) + GAP * len(CASES) + 6, title="Four cases of broadcasting",
                desc="A column plus 100; a 2 by 3 matrix plus a row; the same plus a column; a 4 "
                     "by 3 matrix plus an array of length 3. Dashed cells are copies of the solid "
                     "ones.")
    top = GAP
    for (left, right), high in zip(CASES, heights, strict=True):
        case(d, top, left, right)
        top += high + GAP
    return d


def case(d, top, left, right):
    """Draw left + right = sum, right with its copies."""
    y = top + CELL[1] * len(left) / 2
    d.label((PLACES[0] + PLACES[1]) / 2, y, "$+$")
    d.label((PLACES[1] + PLACES[2]) / 2, y, "$=$")
    total = add_copies(left, right)
    for x, values in ((PLACES[0], left), (PLACES[2], total)):
        drawn = d.grid(x, y, labels(values), cell=CELL)
        shape(d, drawn.shape, values.shape)
    stretched(d, y, right, left.shape)


def stretched(d, y, values, size):
    """Draw an array copied out to a size: its own cells solid, the copies dashed."""
    own = np.atleast_2d(values).shape
    grid = d.grid(PLACES[1], y, size, cell=CELL, style="plain")
    copies = []
    for (r, c), value in np.ndenumerate(np.broadcast_to(values, size)):
        cell, copy = grid.cell(r, c), r >= own[0] or c >= own[1]
        d.label(cell.x, cell.y, f"${value}$", color=MUTED if copy else INK)
        if copy:
            copies.append(cell)
    dashed(d, copies)
    left, top = grid.shape.left.x, grid.shape.top.y
    solid = d.grid(left + own[1] * CELL[0] / 2, top + own[0] * CELL[1] / 2, own, cell=CELL)
    d.outline(solid.shape, color="none", fill=pale(FORWARD), weight=0, behind=True)
    shape(d, grid.shape, values.shape)


def dashed(d, cells):
    """Draw dashed borders just inside some cells, all in one path."""
    wide, high = CELL[0] - 4, CELL[1] - 4
    boxes = [f"M{cell.x - wide / 2} {cell.y - high / 2}h{wide}v{high}h{-wide}Z" for cell in cells]
    d.add(drawsvg.Path("".join(boxes), **stroke(MUTED, THIN, dashed=True)))


def labels(values):
    return [[f"${value}$" for value in row] for row in values]


def shape(d, box, size):
    """Write the shape of an array above it."""
    d.label(box.x, box.top.y - 14, f"{size}", color=MUTED)
