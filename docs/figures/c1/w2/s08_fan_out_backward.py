"""The two backward paths from e to b add up (section 2.8)."""

from c1.w2.s07_graph_forward import forward_fan_out
from c1.w2.s08_graph_backward import backward_fan_out
from drawing import BACKWARD, BOLD, FORWARD, FOURTH, LINE, MUTED, Diagram, pale

INPUTS = {"a": 2, "b": 1}


def step(d, x, y, formula, value, width):
    """Draw a box with the formula of one step and its value."""
    box = d.node(x, y, shape="box", width=width, height=56)
    d.label(x, y - 12, f"${formula}$")
    d.label(x, y + 13, f"${value}$", color=FORWARD)
    return box


def draw():
    """Return the diagram."""
    d = Diagram(
        height=244, title="Two paths back from e to b",
        desc="Derivatives on the edges: 2 from e to c, 3 from e to d, 1 from c to a, 1 from c to "
             "b, 1 from d to b. The path through c gives 2, that through d gives 3; db = 5.")
    values = forward_fan_out(**INPUTS)
    slopes = backward_fan_out(**INPUTS)
    a = d.node(60, 50, "$a = 2$", shape="box", width=72)
    b = d.node(60, 190, "$b = 1$", shape="box", width=72, fill=pale(BACKWARD))
    c = step(d, 230, 50, "c = a + b", values[0], 100)
    dd = step(d, 230, 190, "d = b + 1", values[1], 100)
    e = step(d, 400, 120, "e = c d", values[2], 80)
    through_c = {"color": BACKWARD, "weight": BOLD, "dashed": True}
    through_d = {"color": FOURTH, "weight": BOLD, "dashed": True}
    d.arrow(e, c, f"${slopes['dc']}$", side=-1, **through_c)
    d.arrow(c, b, "$1$", side=-1, **through_c)
    d.arrow(e, dd, f"${slopes['dd']}$", **through_d)
    d.arrow(dd, b, "$1$", **through_d)
    d.arrow(c, a, "$1$", side=-1, color=MUTED, dashed=True, weight=LINE)
    d.beside(a, "below", f"$da = {slopes['da']}$", color=MUTED)
    d.beside(b, "below", f"$db = 2 + 3 = {slopes['db']}$", color=BACKWARD)
    return d
