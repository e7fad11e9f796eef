"""Figure 3.10-1: J = w^2 - 10w + 25, forward and backward, for three values of w."""

from c2.w3.s10_tiny_autodiff import Node, backward
from drawing import BACKWARD, FORWARD, Diagram

VALUES = (2.0, 5.0, 8.0)
APART = 5  # half the distance between the two arrows of an edge
ROW = 168


def draw():
    """Return the diagram."""
    d = Diagram(
        height=3 * ROW - 8, title="J = w^2 - 10w + 25, forward and backward",
        desc="Three times the same graph: w leads to v1 = w^2 and to v2 = -10w, both lead to J. "
             "w = 2: J = 9; backward 4 through v1 and -10 through v2, together -6. w = 5: J = 0, "
             "10 and -10, together 0. w = 8: J = 9, 16 and -10, together 6.")
    for number, value in enumerate(VALUES):
        panel(d, 80 + number * ROW, value)
    return d


def panel(d, y, value):
    """Draw the graph for one value of w around the height y."""
    w = Node(value)
    parts = w**2, -10 * w
    J = parts[0] + parts[1] + 25
    backward(J)
    start = d.node(52, y, f"$w = {value:g}$", shape="box", width=84, height=38)
    end = d.node(396, y, shape="box", width=116, height=58)
    d.label(396, y - 13, "$v_1 + v_2 + 25$")
    d.label(396, y + 13, f"$J = {number(J.value)}$", color=FORWARD)
    places = ((y - 44, "v_1 = w^2"), (y + 44, "v_2 = -10 w"))
    for part, (height, formula) in zip(parts, places, strict=True):
        box = d.node(222, height, shape="box", width=108, height=56)
        d.label(222, height - 12, f"${formula}$")
        d.label(222, height + 13, f"${number(part.value)}$", color=FORWARD)
        d.arrow(start, box, color=FORWARD, shift=APART)
        slope = next(local for source, local in part.inputs if source is w)
        d.arrow(box, start, f"${number(slope * part.grad)}$", color=BACKWARD, dashed=True,
                shift=APART)
        d.arrow(box, end, color=FORWARD, shift=APART)
        d.arrow(end, box, f"${number(part.grad)}$", color=BACKWARD, dashed=True, shift=APART)
    d.beside(start, "below", f"${number(w.grad)}$", color=BACKWARD, gap=6)


def number(value):
    """Return a whole number with a true minus sign."""
    return f"{value:g}".replace("-", "−")
