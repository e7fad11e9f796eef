"""Figure 1.2-2: one neuron between size and price, and what happens inside it."""

from drawing import FORWARD, INK, MUTED, THIN, Diagram, pale


def draw():
    """Return the diagram."""
    d = Diagram(height=190, title="One neuron, opened",
                desc="The input x leads to a circle, the circle to the output y hat. Below, the "
                     "circle is opened: first z = w x + b, then max(0, z).")
    x, y_hat = d.label(60, 36, "$x$"), d.label(400, 36, r"$\hat{y}$")
    neuron = d.node(230, 36, r=24, color=FORWARD, fill=pale(FORWARD))
    d.arrow(x, neuron, gap=5)
    d.arrow(neuron, y_hat, gap=5)
    inside = d.node(230, 140, shape="box", width=330, height=76, color=FORWARD,
                    fill=pale(FORWARD))
    for side, sign in ((inside.left.x + 3, -1), (inside.right.x - 3, 1)):
        d.line((230 + sign * 23, 44), (side, inside.top.y + 3), color=MUTED, weight=THIN,
               dashed=True)
    linear = d.node(150, 140, "$z = wx + b$", shape="box", color=INK, height=40)
    bend = d.node(312, 140, r"$\max(0, z)$", shape="box", color=INK, height=40)
    d.arrow((20, 140), linear)
    d.arrow(linear, bend)
    d.arrow(bend, (440, 140))
    return d
