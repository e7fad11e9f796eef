"""The graph of J = 3(a + bc) with its backward pass (section 2.8)."""

from c1.w2.s07_graph_forward import forward
from c1.w2.s08_graph_backward import backward
from drawing import BACKWARD, FORWARD, Diagram

INPUTS = {"a": 5, "b": 3, "c": 2}
APART = 5  # half the distance between the two arrows of an edge


def edge(d, start, end, slope, side=1):
    """Draw an edge in both directions; the derivative of the step stands at the way back."""
    d.arrow(start, end, color=FORWARD, shift=APART)
    d.arrow(end, start, slope, color=BACKWARD, dashed=True, shift=APART, side=side)


def step(d, x, y, formula, value, width):
    """Draw a box with the formula of one step and its value."""
    box = d.node(x, y, shape="box", width=width, height=56)
    d.label(x, y - 12, f"${formula}$")
    d.label(x, y + 13, f"${value}$", color=FORWARD)
    return box


def draw():
    """Return the diagram."""
    d = Diagram(
        height=334, title="Backward pass through the graph of J = 3(a + bc)",
        desc="Beside each forward arrow a dashed one leads back. From J: dv = 3, then da = 3 and "
             "du = 3, then db = 6 and dc = 9.")
    u, v, J = forward(**INPUTS)
    a, b, c = (d.node(42, y, f"${name} = {value}$", shape="box", width=68)
               for y, (name, value) in zip((40, 150, 278), INPUTS.items(), strict=True))
    nodes = {
        "a": a, "b": b, "c": c,
        "u": step(d, 182, 214, "u = bc", u, 78),
        "v": step(d, 304, 110, "v = a + u", v, 96),
        "J": step(d, 421, 110, "J = 3v", J, 72),
    }
    edge(d, nodes["a"], nodes["v"], "$1$")
    edge(d, nodes["b"], nodes["u"], "$c = 2$")
    edge(d, nodes["c"], nodes["u"], "$b = 3$")
    edge(d, nodes["u"], nodes["v"], "$1$")
    edge(d, nodes["v"], nodes["J"], "$3$")
    for name, value in backward(INPUTS["b"], INPUTS["c"]).items():
        d.beside(nodes[name[1:]], "below", f"${name} = {value}$", color=BACKWARD)
    return d
