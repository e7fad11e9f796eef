"""The graph of e = (a + b)(b + 1), where b feeds two boxes (section 2.7)."""

from c1.w2.s07_graph_forward import forward_fan_out
from drawing import FORWARD, Diagram

INPUTS = {"a": 2, "b": 1}


def draw():
    """Return the diagram."""
    d = Diagram(
        height=196, title="Computation graph of e = (a + b)(b + 1)",
        desc="a = 2 and b = 1 lead to c = a + b = 3; b alone leads to d = b + 1 = 2; c and d lead "
             "to e = cd = 6. Two arrows leave b.")
    a, b = (d.node(52, y, f"${name} = {value}$", shape="box", width=72)
            for y, (name, value) in zip((50, 140), INPUTS.items(), strict=True))
    c = d.node(220, 50, "$c = a + b$", shape="box", width=100)
    dd = d.node(220, 140, "$d = b + 1$", shape="box", width=100)
    e = d.node(396, 95, "$e = c d$", shape="box")
    ways = [(a, c.left), (b, c.port("left", 0.8)), (b, dd.left), (c, e.port("left", 0.3)),
            (dd, e.port("left", 0.7))]
    for start, end in ways:
        d.arrow(start.right, end, color=FORWARD)
    for box, value in zip((c, dd, e), forward_fan_out(**INPUTS), strict=True):
        d.beside(box, "below", f"${value}$", color=FORWARD)
    return d
