"""The graph of J = 3(a + bc) with its values (section 2.7)."""

from c1.w2.s07_graph_forward import forward
from drawing import FORWARD, Diagram

INPUTS = {"a": 5, "b": 3, "c": 2}


def draw():
    """Return the diagram."""
    d = Diagram(
        height=240, title="Computation graph of J = 3(a + bc)",
        desc="b = 3 and c = 2 lead to u = bc = 6; a = 5 and u lead to v = a + u = 11; v leads to "
             "J = 3v = 33. All arrows point from left to right.")
    a, b, c = (d.node(42, y, f"${name} = {value}$", shape="box", width=68)
               for y, (name, value) in zip((40, 116, 202), INPUTS.items(), strict=True))
    u = d.node(170, 159, "$u = bc$", shape="box")
    v = d.node(296, 100, "$v = a + u$", shape="box")
    J = d.node(412, 100, "$J = 3v$", shape="box")
    ways = [(b, u.port("left", 0.3)), (c, u.port("left", 0.7)), (a, v.port("left", 0.3)),
            (u, v.port("left", 0.7)), (v, J)]
    for start, end in ways:
        d.arrow(start.right, end, color=FORWARD)
    for box, value in zip((u, v, J), forward(**INPUTS), strict=True):
        d.beside(box, "below", f"${value}$", color=FORWARD)
    return d
