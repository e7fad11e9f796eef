"""What courses draw again and again: networks, matrices, tensors, braces, code."""

import math

import drawsvg

import look
from geometry import Shape, around, point
from look import BACKWARD, FORWARD, INK, LINE, MUTED, THIN, pale

MONO = 0.6  # width of a code letter, of its size


class Grid:
    """A drawn matrix: its whole shape, and the shapes of its cells, rows and columns."""

    def __init__(self, x, y, shape, cell):
        self.rows, self.columns = shape
        self.cell_width, self.cell_height = cell
        self.shape = Shape(x, y, self.columns * cell[0], self.rows * cell[1], "box")

    def cell(self, row, column):
        """Return the shape of one cell; rows and columns count from 0."""
        return Shape(self.shape.left.x + (column + 0.5) * self.cell_width,
                     self.shape.top.y + (row + 0.5) * self.cell_height,
                     self.cell_width, self.cell_height, "box")

    def row(self, row):
        """Return the shape of a row."""
        return around([self.cell(row, 0), self.cell(row, self.columns - 1)])

    def column(self, column):
        """Return the shape of a column."""
        return around([self.cell(0, column), self.cell(self.rows - 1, column)])


class Network:
    """A drawn network: `layers`, the nodes of each layer, and `box`, the box around all."""

    def __init__(self, layers):
        self.layers = layers
        self.box = around([node for layer in layers for node in layer])

    def over(self, layer):
        """Return the place of a layer on the height of the whole network; 0.5 is between two."""
        before = self.layers[int(layer)][0].x
        after = self.layers[math.ceil(layer)][0].x
        return Shape(before + (layer % 1) * (after - before), self.box.y, 0, self.box.height, "box")


class Blocks:
    """The methods of a Diagram that draw these."""

    def column(self, x, y, labels, *, r=18, gap=12, dots_after=None, **style):
        """Draw neurons one below the other around (x, y); return their nodes.

        labels: one label each, or a number of neurons   dots_after: neurons before three dots
        """
        labels = [""] * labels if isinstance(labels, int) else list(labels)
        step = 2 * r + gap
        places = len(labels) + (dots_after is not None)
        top = y - (places - 1) * step / 2
        nodes = []
        for place in range(places):
            if place == dots_after:
                self.dots(x, top + place * step)
            else:
                nodes.append(self.node(x, top + place * step, labels[len(nodes)], r=r, **style))
        return nodes

    def network(self, places, y, layers, *, edges="all", r=18, gap=12, color=INK, dots=(),
                above=(), between=(), below=(), **style):
        """Draw layers of units around y, joined from left to right; return the Network.

        places: x of each layer   layers: for each its number of units, or their labels
        edges: "all" (every unit with every unit of the next layer, in full), "arrows" (one arrow
        from layer to layer stands for all of them) or "none"
        color: of the outlines, one for all or one a layer   dots: for each layer the number of
        units before three dots, or None
        above, below: a label for each layer   between: a label for each pair of neighbours, above
        style: what `node` takes; fill, too, may be one a layer
        """
        drawn = []
        for number, (x, units) in enumerate(zip(places, layers, strict=True)):
            own = {name: value if isinstance(value, str) else value[number]
                   for name, value in (("color", color), ("fill", style.get("fill", "none")))}
            drawn.append(self.column(x, y, units, r=r, gap=gap, **style | own,
                                     dots_after=dots[number] if dots else None))
        network = Network(drawn)
        for left, right in zip(drawn, drawn[1:], strict=False):
            if edges == "all":
                self.connect(left, right)
            elif edges == "arrows":
                self.arrow(around(left, 3), around(right, 3))
        for where, first, labels in (("above", 0, above), ("below", 0, below),
                                     ("above", 0.5, between)):
            for number, text in enumerate(labels):
                if text:
                    self.beside(network.over(first + number), where, text, gap=8)
        return network

    def connect(self, left, right, *, color=MUTED, weight=THIN, head=False, **style):
        """Join every node of one column with every node of the next."""
        for start in left:
            for end in right:
                self.arrow(start, end, color=color, weight=weight, head=head, **style)

    def dots(self, x, y, direction="down", *, color=INK):
        """Draw three dots: "down", "right" or "diagonal"."""
        across, along = {"down": (0, 7), "right": (7, 0), "diagonal": (6, 6)}[direction]
        for step in (-1, 0, 1):
            self.add(drawsvg.Circle(x + step * across, y + step * along, 1.7, fill=color))
        return Shape(x, y, 2 * across + 4, 2 * along + 4, "box")

    def grid(self, x, y, values, *, cell=(38, 30), style="cells", rows=(), columns=(), cells=(),
             mark=FORWARD, color=INK, text=INK, size=None):
        """Draw a matrix around (x, y); return its Grid.

        values: rows of labels (None leaves a cell empty), or a pair (number of rows, of columns)
        style: "cells" (ruled), "brackets" or "plain"
        rows, columns, cells: what is marked in a pale colour, by numbers from 0 or (row, column)
        """
        if isinstance(values, tuple):
            values = [[None] * values[1] for _ in range(values[0])]
        if len({len(row) for row in values}) != 1:
            raise ValueError("the rows of a grid differ in length")
        grid = Grid(x, y, (len(values), len(values[0])), cell)
        marked = [(r, c) for r in range(grid.rows) for c in range(grid.columns)
                  if r in rows or c in columns or (r, c) in cells]
        for place in marked:
            self.fill(grid.cell(*place), pale(mark))
        if style == "cells":
            self.rules(grid, color)
        elif style == "brackets":
            self.brackets(grid.shape, color)
        for r, row in enumerate(values):
            for c, value in enumerate(row):
                if value is not None and value != "":
                    place = grid.cell(r, c)
                    label = value if isinstance(value, str) else f"${value}$"
                    self.label(place.x, place.y, label, color=text, size=size)
        return grid

    def fill(self, shape, fill, opacity=None):
        """Fill a box without a border; an opacity shows a value between 0 and 1."""
        extra = {} if opacity is None else {"fill_opacity": opacity}
        self.add(drawsvg.Rectangle(shape.left.x, shape.top.y, shape.width, shape.height,
                                   fill=fill, **extra))

    def rules(self, grid, color=INK):
        """Draw the lines of a grid: thin inside, full around."""
        box = grid.shape
        inner = [f"M{box.left.x + i * grid.cell_width} {box.top.y}v{box.height}"
                 for i in range(1, grid.columns)]
        inner += [f"M{box.left.x} {box.top.y + i * grid.cell_height}h{box.width}"
                  for i in range(1, grid.rows)]
        if inner:
            self.add(drawsvg.Path("".join(inner), stroke=MUTED, stroke_width=THIN))
        self.outline(box, color=color)

    def brackets(self, box, color=INK, *, lip=7):
        """Draw square brackets left and right of a box."""
        for x, inward in ((box.left.x - 3, lip), (box.right.x + 3, -lip)):
            self.add(drawsvg.Path(f"M{x + inward} {box.top.y}H{x}v{box.height}h{inward}",
                                  stroke=color, stroke_width=LINE))

    def tensor(self, x, y, height, width, depth, label="", *, color=FORWARD, sizes=None):
        """Draw a 3-D block whose front is around (x, y); return the front's shape.

        sizes: labels of height, width and depth, written beside those edges
        """
        front = Shape(x, y, width, height, "box")
        left, top, right, bottom = (front.left.x, front.top.y, front.right.x, front.bottom.y)
        dx, dy = 0.55 * depth, -0.4 * depth
        edge = {"stroke": color, "stroke_width": LINE, "stroke_linejoin": "round"}
        hull = f"M{left} {bottom}V{top}l{dx} {dy}h{width}v{height}L{right} {bottom}Z"
        self.add(drawsvg.Path(hull, fill=pale(color), **edge))
        self.add(drawsvg.Path(f"M{left} {top}H{right}V{bottom}M{right} {top}l{dx} {dy}", **edge))
        if label:
            self.label(x, y, label)
        if sizes:
            self.beside(front, "left", sizes[0], color=color)
            self.beside(front, "below", sizes[1], color=color)
            self.label(right + dx / 2 + 6, bottom + dy / 2 + 8, sizes[2], anchor="start",
                       color=color)
        return front

    def brace(self, start, end, label=None, *, depth=9, color=INK, **style):
        """Draw a brace from start to end; it points, with its label, to the left of the way."""
        start, end = point(start), point(end)
        run, rise = end.x - start.x, end.y - start.y
        length = (run**2 + rise**2) ** 0.5
        along, left = (run / length, rise / length), (rise / length, -run / length)
        bow = min(depth, length / 4)

        def place(forward, out):
            return (f"{start.x + forward * along[0] + out * left[0]:.2f} "
                    f"{start.y + forward * along[1] + out * left[1]:.2f}")

        half, out = length / 2, depth / 2
        self.add(drawsvg.Path(
            f"M{place(0, 0)}Q{place(0, out)} {place(bow, out)}L{place(half - bow, out)}"
            f"Q{place(half, out)} {place(half, depth)}Q{place(half, out)} {place(half + bow, out)}"
            f"L{place(length - bow, out)}Q{place(length, out)} {place(length, 0)}",
            stroke=color, stroke_width=LINE))
        tip = ((start.x + end.x) / 2 + depth * left[0], (start.y + end.y) / 2 + depth * left[1])
        if label:
            self.label_beside_line(tip, left, label, 1, style.get("size"), color, False)
        return Shape(*tip)

    def code(self, x, y, text, *, color=INK, strike=False, mark=None, size=look.CODE):
        """Write a line of code that starts at x around y; return its box.

        strike: cross it out   mark: a colour whose pale field is laid behind it
        """
        box = Shape(x + MONO * size * len(text) / 2, y, MONO * size * len(text), 1.4 * size, "box")
        if mark:
            self.highlight(box, mark, pad=2)
        indent = MONO * size * (len(text) - len(text.lstrip()))
        self.add(drawsvg.Text(text.lstrip(), size, x + indent, y + 0.32 * size, fill=color,
                              font_family=look.CODE_FONT))
        if strike:
            self.strike(Shape(box.x + indent / 2, y, box.width - indent, 0, "box"), BACKWARD)
        return box
