"""The three color planes of a 5x4 image and the one column made of them (section 2.1)."""

import numpy as np

from c1.w2.s01_image_to_vector import by_color
from drawing import BACKWARD, FORWARD, THIRD, Diagram

PLANES = (("$R$", BACKWARD, 72), ("$G$", THIRD, 200), ("$B$", FORWARD, 328))
CELL, COLUMN = (36, 22), 290


def draw():
    """Return the diagram."""
    d = Diagram(
        height=400, title="An image as one column of numbers",
        desc="Three tables of 5 rows and 4 columns, red, green and blue, lie one below the other; "
             "their 20 numbers each make the first, second and last third of a column of 60.")
    image = np.random.default_rng(0).integers(0, 256, size=(5, 4, 3))
    parts = np.split(by_color(image).ravel(), 3)
    for channel, ((name, color, y), part) in enumerate(zip(PLANES, parts, strict=True)):
        plane = d.grid(116, y, image[:, :, channel].tolist(), cell=CELL, color=color, mark=color,
                       rows=range(5))
        d.beside(plane.shape, "left", name, color=color, gap=10)
        stretch = segment(d, 200 + (channel - 1) * 110, part, color)
        d.arrow(plane.shape, stretch, color=color, gap=5)
    column = d.grid(COLUMN, 200, (15, 1), cell=(46, 22), style="plain").shape
    d.brackets(column)
    d.beside(column, "above", "$x$", gap=6)
    right = column.right.x + 12
    d.brace((right, column.top.y), (right, column.bottom.y),
            "$n_x = 5\\times4\\times3$\n$= 60$")
    return d


def segment(d, y, numbers, color):
    """Draw a third of the column: three numbers, dots, the last number."""
    shown = [*numbers[:3].tolist(), None, numbers[-1].item()]
    grid = d.grid(COLUMN, y, [[value] for value in shown], cell=(46, 22), style="plain",
                  columns=[0], mark=color)
    d.dots(COLUMN, grid.cell(3, 0).y)
    return grid.shape
