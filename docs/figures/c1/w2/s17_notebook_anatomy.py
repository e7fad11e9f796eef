"""A notebook taken apart: commands, kernel indicator, text cell, code cell, output (section 2.17)."""

import drawsvg

from drawing import FORWARD, GRID, INK, MUTED, THIN, Diagram, Shape, pale

LEFT, RIGHT, MARKS = 8, 408, 438
CODE_LEFT = 112


def draw():
    """Return the diagram: the parts of the page, numbered at the right."""
    d = Diagram(
        height=302, title="The parts of a notebook",
        desc="From top to bottom: a bar with the commands Run and Restart and the kernel "
             "indicator, a text cell with a formula, a code cell numbered In [3], and its output, "
             "55.")
    d.outline(Shape((LEFT + RIGHT) / 2, 151, RIGHT - LEFT, 286, "box", 8), color=MUTED)
    bar(d)
    d.outline(box(16, 82, RIGHT - 8, 136), color=GRID)
    d.label(32, 109, r"$s = 1 + 2 + \cdots + n$", anchor="start")
    code_cell(d)
    d.code(16, 262, "Out[3]:", color=MUTED)
    d.code(CODE_LEFT, 262, "55")
    for number, y, start in ((2, 40, 344), (3, 109, 404), (4, 192, 404), (5, 262, 140)):
        mark(d, number, MARKS, y)
        d.line((start, y), (MARKS - 13, y), color=FORWARD, weight=THIN)
    mark(d, 1, 210, 40)
    return d


def mark(d, number, x, y):
    """Write the number of a part in a circle."""
    d.node(x, y, str(number), r=12, color=FORWARD, fill=pale(FORWARD), size=16)


def box(left, top, right, bottom):
    """Return the shape with these edges."""
    return Shape((left + right) / 2, (top + bottom) / 2, right - left, bottom - top, "box", 6)


def bar(d):
    """Draw the commands and the kernel indicator."""
    d.node(56, 40, "▶ Run", shape="box", width=80, height=32)
    d.node(147, 40, "Restart", shape="box", width=86, height=32)
    d.label(318, 40, "Python 3", anchor="end")
    d.node(334, 40, r=7)
    d.line((LEFT, 70), (RIGHT, 70), color=GRID)


def code_cell(d):
    """Draw the cell with its code and its number."""
    d.code(16, 178, "In [3]:", color=FORWARD)
    cell = box(CODE_LEFT - 10, 156, RIGHT - 8, 228)
    d.add(drawsvg.Rectangle(cell.left.x, cell.top.y, cell.width, cell.height, rx=6,
                            fill=pale(MUTED)), behind=True)
    for y, text in ((178, "n = 10"), (206, "sum(range(n + 1))")):
        d.code(CODE_LEFT, y, text, color=INK)
