"""Figure 2.1-1: X and Y cut into mini-batches."""

from drawing import BACKWARD, FORWARD, MUTED, Diagram, pale
from geometry import Shape

LEFT, WIDE, GAP = 72, 92, 100  # of the first strip, of each strip, of what the dots stand for
TOP_X, HIGH_X, TOP_Y, HIGH_Y = 50, 104, 190, 36
STRIPS = ((LEFT, "1"), (LEFT + WIDE, "2"), (LEFT + 2 * WIDE + GAP, "5000"))


def draw():
    """Return the diagram."""
    d = Diagram(height=274, title="X and Y cut into mini-batches",
                desc="The matrix X of n_x rows is cut into vertical strips of 1000 columns, X{1}, "
                     "X{2} and so on to X{5000}. Below it the row Y is cut at the same places "
                     "into Y{1}, Y{2} to Y{5000}. Together there are m columns.")
    right = STRIPS[-1][0] + WIDE
    for letter, top, high, color in (("X", TOP_X, HIGH_X, FORWARD), ("Y", TOP_Y, HIGH_Y, BACKWARD)):
        for x, number in STRIPS:
            strip(d, x, top, high, f"${letter}^{{\\{{{number}\\}}}}$", color)
        middle = LEFT + 2 * WIDE + GAP / 2
        d.dots(middle, top + high / 2, "right", color=MUTED)
        for y in (top, top + high):
            d.line((middle - GAP / 2, y), (middle + GAP / 2, y), color=color, dashed=True)
        d.brace((LEFT - 8, top + high), (LEFT - 8, top), "$n_x$" if letter == "X" else "$1$")
    for x, _ in STRIPS:
        d.brace((x + 4, TOP_X - 8), (x + WIDE - 4, TOP_X - 8), "$1000$")
    d.brace((right, TOP_Y + HIGH_Y + 8), (LEFT, TOP_Y + HIGH_Y + 8), "$m$")
    return d


def strip(d, x, top, high, name, color):
    """Draw one strip with its name."""
    box = Shape(x + WIDE / 2, top + high / 2, WIDE, high, "box")
    d.fill(box, pale(color))
    d.outline(box, color=color)
    d.label(box.x, box.y, name)
