"""Figure 1.13-1: parameters laid end to end, and the gradients in the same order."""

from drawing import FIFTH, FORWARD, FOURTH, THIRD, Diagram

BLOCKS = (  # name, rows, columns, colour, middle
    ("W", 1, 2, 2, FORWARD, 84), ("b", 1, 2, 1, THIRD, 208),
    ("W", 2, 1, 2, FOURTH, 312), ("b", 2, 1, 1, FIFTH, 408))
CELL = 32
ABOVE, STRIP, BELOW = 78, 184, 334


def draw():
    """Return the diagram."""
    d = Diagram(height=396, title="The parameters cut up and laid end to end",
                desc="Above, the blocks W[1] (2 by 2), b[1] (2 by 1), W[2] (1 by 2) and b[2] (1 "
                     "by 1). In the middle, the vector theta of 9 cells, filled by the blocks in "
                     "this order, row by row. Below, the blocks dW[1], db[1], dW[2], db[2] "
                     "fill d-theta in the same order.")
    strips = [d.grid(246, y, [list(range(1, 10))], cell=(38, CELL))
              for y in (STRIP, STRIP + 50)]
    d.beside(strips[0].shape, "left", r"$\theta$", gap=14)
    d.beside(strips[1].shape, "left", r"$d\theta$", gap=14)
    done = 0
    for letter, layer, rows, columns, color, x in BLOCKS:
        size = rows * columns
        values = [[done + r * columns + c + 1 for c in range(columns)] for r in range(rows)]
        for y, strip, name, sign in ((ABOVE, strips[0], letter, -1),
                                     (BELOW, strips[1], "d" + letter, 1)):
            block = d.grid(x, y, values, cell=(CELL, CELL), color=color)
            d.highlight(block.shape, color, pad=0)
            place = [strip.cell(0, done + k) for k in range(size)]
            d.highlight(place, color, pad=0)
            d.beside(block.shape, "above" if sign < 0 else "below",
                     f"${name}^{{[{layer}]}}$", color=color, gap=4 if sign < 0 else 9)
            middle = (place[0].left.x + place[-1].right.x) / 2
            start, end = ((block.shape.bottom, (middle, STRIP - CELL / 2)) if sign < 0 else
                          (block.shape.top, (middle, STRIP + 50 + CELL / 2)))
            d.arrow(start, end, color=color, dashed=sign > 0, gap=3)
        done += size
    return d
