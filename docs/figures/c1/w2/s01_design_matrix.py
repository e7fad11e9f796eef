"""X with one example per column, Y below it, column i marked in both (section 2.1)."""

from drawing import FORWARD, MUTED, Diagram, pale
from geometry import Shape

COLUMNS = (("(1)", 124), ("(2)", 180), ("(i)", 292), ("(m)", 404))
DOTS = (236, 348)
WIDE = 44


def draw():
    """Return the diagram."""
    d = Diagram(
        height=320, title="The matrices X and Y",
        desc="X is n_x high and m wide; its columns are x(1), x(2) up to x(m). Y below it is one "
             "row with y(1), y(2) up to y(m). Column i is marked in both.")
    matrix(d, "x", 145, 180)
    matrix(d, "y", 288, 36)
    d.brace((80, 235), (80, 55), "$n_x$", color=MUTED)
    d.brace((102, 42), (426, 42), "$m$", color=MUTED)
    d.label(22, 145, "$X$", size=22)
    d.label(22, 288, "$Y$", size=22)
    d.label(74, 288, "$1$", color=MUTED, anchor="end")
    return d


def matrix(d, letter, y, high):
    """Draw the columns of X or Y between brackets; column i is marked."""
    for number, x in COLUMNS:
        strip = Shape(x, y, WIDE, high, "box", 4)
        marked = number == "(i)"
        color = FORWARD if marked else MUTED
        d.outline(strip, color=color, fill=pale(color))
        d.label(x, y, f"${letter}^{{{number}}}$", color=color if marked else "currentColor")
    for x in DOTS:
        d.dots(x, y, "right")
    d.brackets(Shape(264, y, 324 + 16, high + 12, "box"))
