"""Figure 2.10-2: the old picture of many dips, and a point with directions up and down."""

import math

import drawsvg

from drawing import BACKWARD, BOLD, FORWARD, INK, LINE, MUTED, Diagram, pale

SIGNS = (1, 1, -1, 1, 1, -1, 1, 1)  # which way each direction bends


def draw():
    """Return the diagram."""
    d = Diagram(height=244, title="Dips in one dimension, a saddle in many",
                desc="Left: a curve with several dips of different depth. Right: two parabolas "
                     "crossing at one point, one bends up, one down. Below: eight directions "
                     "through one point of zero gradient, six bend up and two down.")
    dips(d, 14, 196)
    d.line((222, 14), (222, 146), color=MUTED, weight=0.9)
    saddle(d, 342, 78)
    for place, sign in enumerate(SIGNS):
        parabola(d, 55 + 50 * place, 190, 17, 16 * sign)
        d.label(55 + 50 * place, 226, "$+$" if sign > 0 else "$-$",
                color=FORWARD if sign > 0 else BACKWARD)
    return d


def dips(d, left, right):
    """Draw a curve with several dips, a ball in each."""
    def height(share):
        return 82 - 30 * math.cos(6.6 * math.pi * share) - 26 * math.cos(5.0 * share + 2.6)
    places = [(left + (right - left) * k / 90, height(k / 90)) for k in range(91)]
    curve(d, places, INK)
    lows = [p for before, p, after in zip(places, places[1:], places[2:], strict=False)
            if p[1] >= before[1] and p[1] > after[1]]
    for x, y in lows:
        d.node(x, y - 7, r=5, color=FORWARD, fill=pale(FORWARD))


def saddle(d, x, y):
    """Draw two parabolas that cross at their extreme points."""
    up = [(x + 92 * s, y - 6 * s - 58 * s * s) for s in steps()]
    down = [(x + 36 * s, y + 14 * s + 56 * s * s) for s in steps()]
    curve(d, up, FORWARD)
    curve(d, down, BACKWARD, "6 4")
    d.node(x, y, r=5, color=INK, fill=INK)


def parabola(d, x, y, half, bend):
    """Draw one direction: bent up (positive) or down."""
    color, dashes = (FORWARD, None) if bend > 0 else (BACKWARD, "5 3")
    curve(d, [(x + half * s, y + bend / 2 - bend * s * s) for s in steps()], color, dashes)
    d.node(x, y + bend / 2, r=2.5, color=INK, fill=INK)


def steps():
    """Return numbers from -1 to 1."""
    return [k / 12 - 1 for k in range(25)]


def curve(d, places, color, dashes=None):
    """Draw a line through many points."""
    extra = {"stroke_dasharray": dashes} if dashes else {}
    d.add(drawsvg.Path("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places), fill="none",
                       stroke=color, stroke_width=BOLD if len(places) > 30 else LINE * 1.3,
                       **extra))
