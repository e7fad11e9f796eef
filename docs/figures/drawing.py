r"""Diagrams: shapes, labels and arrows over drawsvg, in the one look of these notes.

The smallest diagram, docs/figures/c1/w2/s02_logistic_unit.py:

    from drawing import BACKWARD, Diagram

    def draw():
        d = Diagram(height=120, title="A logistic unit", desc="x leads to z; dz leads back.")
        x = d.node(60, 60, "$x^{(i)}$")                       # a circle; words need no dollars
        z = d.node(300, 60, r"$z = w^T x + b$", shape="box")
        d.arrow(x, z, r"$w$", shift=5)                        # border to border; label at its left
        d.arrow(z, x, "$dz$", shift=5, color=BACKWARD, dashed=True)
        return d

The smallest plot, docs/figures/c1/w2/s02_sigmoid_curve.py:

    import numpy as np
    from c1.w2.s02_sigmoid import sigmoid                     # the snippet's own function
    from plotting import FORWARD, Plot

    def draw():
        p = Plot(height=280, title="The sigmoid", desc="It rises from 0 to 1.")
        z = np.linspace(-6, 6, 121)
        p.axes.plot(z, sigmoid(z), color=FORWARD)             # p.axes: any method of matplotlib
        p.axes.set_xlabel("$z$")                              # the same little math as in diagrams
        p.text(-5.5, 0.8, r"$\sigma(z)$")
        return p

Then `python scripts/draw_figures.py c1/w2/s02` writes and checks s02_*.svg. With words in the
drawing define `draw(language)` ("zh" or "en"): it is written twice, as .zh.svg and .en.svg.

Units: the canvas is 460 wide (or less) and y runs down. (x, y) is the middle of a node, of a label,
of a matrix. Every shape returned has .x .y .left .right .top .bottom .port("left", 0.25) to aim at,
and arrows take shapes or (x, y). In an arrow, positive `bend` and `shift` go to the left of its
way, so a pair there and back with the same shift runs side by side. Blue is forward, orange and
dashed is backward. What a label may hold: labels.py. Grids, tensors, columns, braces, code:
blocks.py.
"""

import math

import drawsvg

import look
from blocks import Blocks
from geometry import Curve, Shape, around, between, cut, leaving, point
from labels import default_size, parse
from look import (  # noqa: F401  (for the programs that draw)
    BACKWARD, BOLD, FIFTH, FORWARD, FOURTH, GRID, INK, LINE, MUTED, PAPER, THIN, THIRD, pale)
from svg_text import finish
from typeset import BASELINE, LEADING, text_element, width


class Diagram(Blocks):
    """A canvas with shapes; `svg()` gives its text."""

    def __init__(self, width=look.WIDTH, height=200, *, title, desc):
        self.width, self.height, self.title, self.desc = width, height, title, desc
        self.back, self.front = [], []

    def svg(self):
        """Return the SVG text."""
        drawing = drawsvg.Drawing(self.width, self.height)
        for element in (*self.back, *self.front):
            drawing.append(element)
        return finish(drawing.as_svg(), self.width, self.height, self.title, self.desc)

    def add(self, element, behind=False):
        """Put a drawsvg element on the canvas, for what no method here draws."""
        (self.back if behind else self.front).append(element)

    # Labels

    def label(self, x, y, text, *, anchor="middle", color=INK, size=None, bold=False, rotate=0,
              halo=False):
        """Write a label with its middle (or start, or end) at (x, y); return the box it fills.

        Lines are parted by a newline. halo: clear what lies under the letters
        """
        lines = [parse(line) for line in str(text).split("\n")]
        size = size or max(default_size(runs) for runs in lines)
        extra = {"font_weight": "bold"} if bold else {}
        if halo:
            extra |= {"stroke": PAPER, "stroke_width": 5, "stroke_linejoin": "round",
                      "paint_order": "stroke"}
        if rotate:
            extra["transform"] = f"rotate({rotate} {x} {y})"
        top = y + BASELINE * size - (len(lines) - 1) * LEADING * size / 2
        for row, runs in enumerate(lines):
            self.add(text_element(runs, x, top + row * LEADING * size, size, anchor, fill=color,
                                  **extra))
        wide = max(width(runs, size) for runs in lines)
        middle = x + {"start": wide / 2, "middle": 0, "end": -wide / 2}[anchor]
        high = (len(lines) - 1) * LEADING * size + size
        if rotate % 180 == 90:
            return Shape(x, y, high, wide, "box")
        return Shape(middle, y, wide, high, "box")

    def beside(self, shape, where, text, *, gap=4, **style):
        """Write a label "above", "below", "left" or "right" of a shape."""
        shape = point(shape)
        lines = str(text).split("\n")
        size = style.setdefault("size", max(default_size(parse(line)) for line in lines))
        half = ((len(lines) - 1) * LEADING + 1) * size / 2
        x, y, anchor = {
            "above": (shape.x, shape.top.y - gap - half, "middle"),
            "below": (shape.x, shape.bottom.y + gap + half, "middle"),
            "left": (shape.left.x - gap, shape.y, "end"),
            "right": (shape.right.x + gap, shape.y, "start"),
        }[where]
        return self.label(x, y, text, anchor=anchor, **style)

    def fraction(self, x, y, above, below, *, color=INK, size=look.MATH):
        """Write a fraction with its bar at (x, y)."""
        wide = max(width(parse(part), size) for part in (above, below)) + 4
        self.line((x - wide / 2, y), (x + wide / 2, y), color=color, weight=1.1)
        self.label(x, y - 0.62 * size, above, color=color, size=size)
        self.label(x, y + 0.68 * size, below, color=color, size=size)
        return Shape(x, y, wide, 2.4 * size, "box")

    # Nodes

    def node(self, x, y, label="", *, shape="circle", r=20, width=None, height=None, color=INK,
             fill="none", text=INK, size=None, weight=LINE, dashed=False):
        """Draw a node and return its shape: "circle", "box", "diamond", or "none" (label alone).

        A box takes the size of its label unless told otherwise. text: colour of the label
        """
        lines = [parse(line) for line in str(label).split("\n")]
        size = size or max(default_size(runs) for runs in lines)
        if shape == "circle":
            node = Shape(x, y, 2 * r, 2 * r, "circle")
        else:
            node = Shape(x, y, width or self.text_width(label, size) + 20,
                         height or len(lines) * LEADING * size + 12,
                         "diamond" if shape == "diamond" else "box", 7 if shape == "box" else 0)
        if shape != "none":
            self.outline(node, color=color, fill=fill, weight=weight, dashed=dashed)
        if label:
            self.label(x, y, label, color=text, size=size)
        return node

    def text_width(self, label, size):
        """Return the estimated width of the widest line of a label."""
        return max(width(parse(line), size) for line in str(label).split("\n"))

    def outline(self, shape, *, color=INK, fill="none", weight=LINE, dashed=False, behind=False):
        """Draw the border of a shape."""
        style = stroke(color, weight, dashed) | {"fill": fill}
        x, y, wide, high = shape.left.x, shape.top.y, shape.width, shape.height
        if shape.form == "circle":
            element = drawsvg.Circle(shape.x, shape.y, wide / 2, **style)
        elif shape.form == "diamond":
            element = drawsvg.Path(f"M{x} {shape.y}L{shape.x} {y}L{x + wide} {shape.y}"
                                   f"L{shape.x} {y + high}Z", **style)
        else:
            corner = {"rx": shape.corner} if shape.corner else {}
            element = drawsvg.Rectangle(x, y, wide, high, **corner, **style)
        self.add(element, behind)

    def split_node(self, x, y, left, right, *, r=28, color=INK, fill="none", size=look.MATH):
        """Draw a neuron as a circle of two halves, usually z and the activation."""
        node = self.node(x, y, r=r, color=color, fill=fill)
        self.line((x, y - r), (x, y + r), color=color, weight=THIN)
        self.label(x - 0.48 * r, y, left, size=size)
        self.label(x + 0.48 * r, y, right, size=size)
        return node

    # Arrows

    def arrow(self, start, end, label=None, *, color=INK, dashed=False, bend=0, shift=0, via=(),
              head=True, tail=False, weight=LINE, at=0.5, side=1, text=None, size=None, gap=0.8,
              halo=False):
        """Draw an arrow from border to border; return the place of its middle.

        via: corners to go round   tail: a head at the start as well
        label: stands to the left of the way (side=1) or to the right (side=-1), `at` along it
        """
        legs = self.legs(start, end, bend, shift, via, gap)
        sharp = 2.6 + 4 * weight
        place = max(legs, key=lambda leg: math.dist(leg.p, leg.r)) if via else legs[0]
        middle, normal = place.at(at), place.normal(at)
        if head:
            legs[-1] = self.head(legs[-1], sharp, color)
        if tail:
            first = legs[0]
            short = self.head(Curve(first.r, first.q, first.p), sharp, color)
            legs[0] = Curve(short.r, short.q, short.p)
        self.add(drawsvg.Path(path(legs), **stroke(color, weight, dashed)))
        if label:
            self.label_beside_line(middle, normal, label, side, size, text or color, halo)
        return Shape(*middle)

    def line(self, start, end, label=None, **style):
        """Draw an arrow without its head."""
        return self.arrow(start, end, label, head=False, **{"gap": 0, **style})

    def legs(self, start, end, bend, shift, via, gap):
        """Return the curves of an arrow's way, one for each stretch between corners."""
        start, end = point(start), point(end)
        if not via:
            return [between(start, end, bend, shift, gap)]
        stops = [(start.x, start.y), *via, (end.x, end.y)]
        legs = [Curve(a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), b)
                for a, b in zip(stops, stops[1:], strict=False)]
        legs[0] = legs[0].part(leaving(start, legs[0], gap), 1)
        last = legs[-1]
        legs[-1] = last.part(0, 1 - leaving(end, Curve(last.r, last.q, last.p), gap))
        return legs

    def head(self, curve, sharp, color):
        """Draw the head at the end of a curve; return the curve that is left for the line."""
        tip, foot = curve.at(1), curve.at(cut(curve, sharp))
        along = ((tip[0] - foot[0]) / sharp, (tip[1] - foot[1]) / sharp)
        wing = 0.38 * sharp
        left = foot[0] - wing * along[1], foot[1] + wing * along[0]
        right = foot[0] + wing * along[1], foot[1] - wing * along[0]
        notch = foot[0] + 0.22 * sharp * along[0], foot[1] + 0.22 * sharp * along[1]
        corners = "L".join(f"{x:.2f} {y:.2f}" for x, y in (tip, left, notch, right))
        self.add(drawsvg.Path(f"M{corners}Z", fill=color))
        return curve.part(0, cut(curve, 0.75 * sharp))

    def label_beside_line(self, middle, normal, label, side, size, color, halo):
        """Write a label beside a line, as near as its own width and height allow."""
        lines = str(label).split("\n")
        size = size or max(default_size(parse(line)) for line in lines)
        wide, high = self.text_width(label, size), ((len(lines) - 1) * LEADING + 0.8) * size
        away = side * (abs(normal[0]) * wide / 2 + abs(normal[1]) * high / 2 + 5)
        return self.label(middle[0] + away * normal[0], middle[1] + away * normal[1], label,
                          color=color, size=size, halo=halo)

    def highlight(self, shapes, color=FORWARD, *, pad=5, border=False):
        """Lay a pale field behind one shape or several; return it."""
        shapes = [shapes] if isinstance(shapes, Shape) else shapes
        field = around(shapes, pad)
        edge = stroke(color, THIN, False) if border else {}
        self.add(drawsvg.Rectangle(field.left.x, field.top.y, field.width, field.height,
                                   rx=6, fill=pale(color), **edge), behind=True)
        return field

    def strike(self, shape, color=BACKWARD, *, weight=LINE):
        """Strike a shape through."""
        self.line((shape.left.x - 2, shape.y), (shape.right.x + 2, shape.y), color=color,
                  weight=weight)


def stroke(color, weight=LINE, dashed=False):
    """Return the attributes of a line."""
    style = {"stroke": color, "stroke_width": weight}
    if dashed:
        style["stroke_dasharray"] = look.DASHES
    return style


def path(legs, radius=8):
    """Return the path of an arrow's legs, with round corners between them."""
    steps = [f"M{xy(legs[0].p)}"]
    for leg, following in zip(legs, [*legs[1:], None], strict=True):
        if following is None:
            steps.append(f"L{xy(leg.r)}" if leg.straight else f"Q{xy(leg.q)} {xy(leg.r)}")
        else:
            before = min(radius, math.dist(leg.p, leg.r) / 2)
            after = min(radius, math.dist(following.p, following.r) / 2)
            enter = leg.at(cut(leg, before))
            leave = following.at(1 - cut(Curve(following.r, following.q, following.p), after))
            steps.append(f"L{xy(enter)}Q{xy(leg.r)} {xy(leave)}")
    return "".join(steps)


def xy(place):
    return f"{place[0]:.2f} {place[1]:.2f}"
