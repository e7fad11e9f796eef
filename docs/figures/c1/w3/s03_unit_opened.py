"""Figure 3.3-1: the two steps inside a circle, then the four units of the layer."""

from drawing import FORWARD, MUTED, Diagram, pale

OPENED = 70
ROWS = (196, 252, 308, 364)


def marked(letter, unit, more=""):
    """Return a name with its unit and layer 1."""
    return f"{letter}_{{{unit}}}^{{[1]{more}}}"


def draw():
    """Return the diagram."""
    d = Diagram(height=394, title="A unit opened, and the four units of layer 1",
                desc="Above, x1, x2, x3 lead to a circle whose left half is z and whose right half "
                     "is a = sigma(z). Below, the four units of layer 1 with their equations: z_i "
                     "= w_i^T x + b_i and a_i = sigma(z_i).")
    opened(d)
    d.line((8, 152), (452, 152), color=MUTED)
    inputs = d.column(26, (ROWS[0] + ROWS[-1]) / 2, ["$x_1$", "$x_2$", "$x_3$"], r=18, gap=26)
    for unit, y in enumerate(ROWS, 1):
        node = d.split_node(132, y, "$z$", "$a$", r=22, color=FORWARD,
                            fill=pale(FORWARD) if unit == 1 else "none", size=17)
        d.connect(inputs, [node], color=FORWARD if unit == 1 else MUTED)
        d.label(166, y, rf"${marked('z', unit)} = {marked('w', unit, 'T')}\,x + "
                        f"{marked('b', unit)}$", anchor="start")
        d.label(338, y, rf"${marked('a', unit)} = \sigma({marked('z', unit)}\,)$", anchor="start")
    return d


def opened(d):
    """Draw one unit large."""
    inputs = d.column(26, OPENED, ["$x_1$", "$x_2$", "$x_3$"], r=18, gap=6)
    unit = d.split_node(200, OPENED, "$w^T x + b$", r"$\sigma(z)$", r=64, color=FORWARD,
                        fill=pale(FORWARD), size=16)
    for node in inputs:
        d.arrow(node, unit, color=FORWARD)
    d.arrow(unit, d.label(330, OPENED, r"$a$"), gap=4)
    d.label(unit.x - 31, OPENED - 24, "$z$", color=FORWARD)
    d.label(unit.x + 31, OPENED - 24, "$a$", color=FORWARD)
