"""A nudge of a, b or c runs through u, v and J (section 2.8)."""

from c1.w2.s07_graph_forward import forward
from c1.w2.s08_graph_backward import backward
from drawing import BACKWARD, FORWARD, MUTED, Diagram, pale

INPUTS = {"a": 5, "b": 3, "c": 2}
NUDGE = 0.001
COLUMNS = {"u": 143, "v": 243, "J": 343}
ROWS = (58, 166, 274)


def box(d, x, y, name, before, after):
    """Draw one node with its new value, and below it what the nudge changed."""
    change = after - before
    if not change:
        return d.node(x, y, f"${name} = {before}$", shape="box", width=78, color=MUTED,
                      text=MUTED, dashed=True)
    node = d.node(x, y, f"${after:.3f}$", shape="box", width=78, color=FORWARD,
                  fill=pale(FORWARD))
    d.beside(node, "above", f"${name}$")
    d.beside(node, "below", f"$+{change:.3f}$", color=FORWARD)
    return node


def panel(d, y, name):
    """Draw the nudge of one input and how far it gets."""
    moved = INPUTS | {name: INPUTS[name] + NUDGE}
    pairs = zip(COLUMNS.items(), forward(**INPUTS), forward(**moved), strict=True)
    start = box(d, 43, y, name, INPUTS[name], moved[name])
    u, v, J = (box(d, x, y, label, *values) for (label, x), *values in pairs)
    if name == "a":
        d.arrow(start.port("top", 0.9), v.port("top", 0.1), color=FORWARD, bend=22)
        d.arrow(u, v, color=MUTED, dashed=True)
    else:
        d.arrow(start, u, color=FORWARD)
        d.arrow(u, v, color=FORWARD)
    d.arrow(v, J, color=FORWARD)
    slope = backward(INPUTS["b"], INPUTS["c"])["d" + name]
    d.label(396, y, f"$d{name} = {slope}$", color=BACKWARD, anchor="start")


def draw():
    """Return the diagram."""
    d = Diagram(
        height=330, title="A nudge of 0.001 runs through the graph",
        desc="Three panels. a to 5.001 raises v and J by 0.001 and 0.003. b to 3.001 raises u, v "
             "and J by 0.002, 0.002 and 0.006. c to 2.001 raises them by 0.003, 0.003 and 0.009.")
    for y, name in zip(ROWS, INPUTS, strict=True):
        panel(d, y, name)
    return d
