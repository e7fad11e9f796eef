"""Figure 2.15-2: three pairs of shapes, aligned at the right."""

from c1.w2.s15_broadcast_rule import broadcast_shape
from drawing import BACKWARD, FORWARD, INK, MUTED, Diagram, pale
from geometry import Shape

CELL = (46, 36)
CASES = (((4, 3), (3,)), ((2, 3), (2, 1)), ((3, 4), (3,)))
MIDDLES = (78, 230, 382)
FIRST, SECOND, LINE_AT, RESULT = 70, 112, 140, 168


def draw():
    d = Diagram(height=194, title="Shapes aligned at the right",
                desc="(4, 3) with (3,) gives (4, 3). (2, 3) with (2, 1) gives (2, 3). (3, 4) with "
                     "(3,) fails: in the last axis 4 meets 3.")
    for x, (a, b) in zip(MIDDLES, CASES, strict=True):
        panel(d, x, a, b)
    return d


def panel(d, x, a, b):
    """Draw one pair axis by axis, and what comes out."""
    text = f"{a} + {b}"
    d.code(x - 4.8 * len(text), 22, text)
    left = x - CELL[0] * len(a) / 2
    d.line((left - 6, LINE_AT), (left + CELL[0] * len(a) + 6, LINE_AT))
    missing = len(a) - len(b)
    for axis, length in enumerate(a):
        place = left + CELL[0] * (axis + 0.5)
        other = b[axis - missing] if axis >= missing else None
        column(d, place, length, other)


def column(d, x, length, other):
    """Draw one axis: both lengths and the result, or a cross."""
    fits = result((length,), (other or 1,))
    color = FORWARD if fits else BACKWARD
    box(d, x, FIRST, length, color)
    box(d, x, SECOND, other or 1, color, added=other is None)
    if fits:
        d.label(x, RESULT, f"${fits[0]}$")
    else:
        for way in (-1, 1):
            d.line((x - 8, RESULT - 8 * way), (x + 8, RESULT + 8 * way), color=BACKWARD, weight=2.6)


def result(a, b):
    """Return the shape of the result, or None if the operation fails."""
    try:
        return broadcast_shape(a, b)
    except ValueError:
        return None


def box(d, x, y, length, color, added=False):
    """Draw one length of a shape; an added 1 is dashed."""
    cell = Shape(x, y, CELL[0] - 6, CELL[1] - 4, "box", 5)
    d.outline(cell, color=MUTED if added else color, fill="none" if added else pale(color),
              dashed=added)
    d.label(x, y, f"${length}$", color=MUTED if added else INK)
