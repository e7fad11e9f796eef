"""Shapes with borders, and the curves that run from border to border.

Every shape answers one question: how far is a point from my border (negative inside)? That is
all an arrow needs to end exactly where its target begins, whatever the target's form.
"""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    """A shape around (x, y), `width` by `height`; the corners of a box are round.

    form: "circle", "box", "diamond" or "point"
    """

    x: float
    y: float
    width: float = 0.0
    height: float = 0.0
    form: str = "point"
    corner: float = 0.0

    @property
    def left(self):
        return Shape(self.x - self.width / 2, self.y)

    @property
    def right(self):
        return Shape(self.x + self.width / 2, self.y)

    @property
    def top(self):
        return Shape(self.x, self.y - self.height / 2)

    @property
    def bottom(self):
        return Shape(self.x, self.y + self.height / 2)

    def port(self, side, share=0.5):
        """Return a point on a side ("left", "right", "top", "bottom"), `share` along it."""
        across = (share - 0.5) * (self.height if side in ("left", "right") else self.width)
        middle = getattr(self, side)
        if side in ("left", "right"):
            return Shape(middle.x, middle.y + across)
        return Shape(middle.x + across, middle.y)

    def distance(self, x, y):
        """Return how far (x, y) lies outside the border; negative inside."""
        across, along = abs(x - self.x), abs(y - self.y)
        wide, high = self.width / 2, self.height / 2
        if self.form == "circle":
            return math.hypot(across, along) - wide
        if self.form == "diamond":
            return (across / wide + along / high - 1) * wide * high / math.hypot(wide, high)
        right, below = across - wide + self.corner, along - high + self.corner
        outside = math.hypot(max(right, 0.0), max(below, 0.0))
        return outside + min(max(right, below), 0.0) - self.corner


def point(place):
    """Return a Shape for a shape or an (x, y) pair."""
    return place if isinstance(place, Shape) else Shape(*place)


def around(shapes, pad=0.0):
    """Return the box around some shapes."""
    shapes = [point(shape) for shape in shapes]
    left = min(s.left.x for s in shapes) - pad
    right = max(s.right.x for s in shapes) + pad
    top = min(s.top.y for s in shapes) - pad
    bottom = max(s.bottom.y for s in shapes) + pad
    return Shape((left + right) / 2, (top + bottom) / 2, right - left, bottom - top, "box", 6)


class Curve:
    """A quadratic curve through control points p, q, r."""

    def __init__(self, p, q, r):
        self.p, self.q, self.r = p, q, r

    def at(self, t):
        p, q, r = self.p, self.q, self.r
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        return a * p[0] + b * q[0] + c * r[0], a * p[1] + b * q[1] + c * r[1]

    def part(self, start, end):
        """Return the part between two values of t."""
        p, r = self.at(start), self.at(end)
        a, b, c = (1 - start) * (1 - end), start + end - 2 * start * end, start * end
        q = tuple(a * u + b * v + c * w
                  for u, v, w in zip(self.p, self.q, self.r, strict=True))
        return Curve(p, q, r)

    def normal(self, t):
        """Return the unit vector to the left of the way: up, where the curve runs right."""
        (x0, y0), (x1, y1) = self.at(max(t - 0.01, 0)), self.at(min(t + 0.01, 1))
        length = math.hypot(x1 - x0, y1 - y0) or 1.0
        return (y1 - y0) / length, (x0 - x1) / length

    @property
    def straight(self):
        (px, py), (qx, qy), (rx, ry) = self.p, self.q, self.r
        return abs((qx - px) * (ry - py) - (qy - py) * (rx - px)) < 1e-6


def first(condition, low, high):
    """Return the place between low and high where a condition that holds at high begins to."""
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (low, middle) if condition(middle) else (middle, high)
    return high


def leaving(shape, curve, gap):
    """Return t where a curve that starts inside `shape` is `gap` outside its border."""
    def outside(t):
        return shape.distance(*curve.at(t)) >= gap

    steps = [i / 200 for i in range(201)]
    inside = [t for t in steps if not outside(t)]
    if not inside or inside[0] > 0.5:
        return 0.0
    for before, after in zip(steps, steps[1:], strict=False):
        if not outside(before) and outside(after):
            return first(outside, before, after)
    raise ValueError("an arrow has no room between its ends; move them apart")


def between(start, end, bend=0.0, shift=0.0, gap=0.0):
    """Return the curve from border to border.

    bend: how far the middle swings out to the left of the way   shift: how far the whole moves
    """
    start, end = point(start), point(end)
    length = math.hypot(end.x - start.x, end.y - start.y)
    if not length:
        raise ValueError("an arrow starts where it ends")
    left = (end.y - start.y) / length, (start.x - end.x) / length
    ends = [(s.x + shift * left[0], s.y + shift * left[1]) for s in (start, end)]
    middle = [(a + b) / 2 + 2 * bend * n for a, b, n in zip(*ends, left, strict=True)]
    whole = Curve(ends[0], tuple(middle), ends[1])
    back = Curve(whole.r, whole.q, whole.p)
    return whole.part(leaving(start, whole, gap), 1 - leaving(end, back, gap))


def cut(curve, length):
    """Return t where the rest of the curve, up to its end, is `length` long (as the crow flies)."""
    tip = curve.at(1)
    return 1 - first(lambda t: math.dist(curve.at(1 - t), tip) >= length, 0.0, 1.0)
