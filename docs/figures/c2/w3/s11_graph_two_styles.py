"""Figure 3.11-2: the graph of J with values in the nodes, and with operations in the nodes."""

from drawing import FORWARD, GRID, THIRD, Diagram, pale


def draw():
    """Return the diagram."""
    d = Diagram(
        height=374, title="One computation graph, drawn in two styles",
        desc="Above, boxes with values: w leads to v1 = w^2 and v2 = -10w, and they to J = v1 + "
             "v2 + 25. Below, circles with operations: square, times and plus; the values w, v1, "
             "v2 and J stand at the arrows.")
    values(d, 76)
    d.line((10, 166), (450, 166), color=GRID)
    operations(d, 262)
    return d


def values(d, y):
    """Draw the style of the course."""
    w = d.node(44, y, "$w$", shape="box", width=52)
    v1 = d.node(190, y - 42, "$v_1 = w^2$", shape="box", width=112)
    v2 = d.node(190, y + 42, "$v_2 = -10 w$", shape="box", width=112)
    J = d.node(370, y, "$J = v_1 + v_2 + 25$", shape="box", width=162)
    for start, end in ((w, v1), (w, v2), (v1, J), (v2, J)):
        d.arrow(start, end, color=FORWARD)


def operations(d, y):
    """Draw the style of TensorFlow's documentation."""
    style = {"color": THIRD, "fill": pale(THIRD), "r": 24}
    w = d.node(38, y, "$w$", shape="none")
    square = d.node(176, y - 56, "$(·)^2$", **style)
    times = d.node(176, y + 24, r"$\times$", **style)
    plus = d.node(316, y, "$+$", **style)
    J = d.node(428, y, "$J$", shape="none")
    ten = d.node(176, y + 96, "$-10$", shape="none")
    constant = d.node(316, y + 96, "$25$", shape="none")
    d.arrow(w, square, "$w$", color=FORWARD)
    d.arrow(w, times, "$w$", color=FORWARD, side=-1)
    d.arrow(ten, times, color=FORWARD)
    d.arrow(square, plus, "$v_1$", color=FORWARD)
    d.arrow(times, plus, "$v_2$", color=FORWARD, side=-1)
    d.arrow(constant, plus, color=FORWARD)
    d.arrow(plus, J, color=FORWARD)
