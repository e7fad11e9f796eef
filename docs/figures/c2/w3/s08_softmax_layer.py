"""Figure 3.8-1: the softmax layer: every output depends on every score, through the sum."""

import drawsvg

from drawing import BACKWARD, FORWARD, Diagram, pale

ROWS = (("5", "148.4", "0.842"), ("2", "7.4", "0.042"), ("-1", "0.4", "0.002"),
        ("3", "20.1", "0.114"))
SUM = 244  # where the sum is collected


def draw():
    """Return the diagram."""
    d = Diagram(
        height=322, title="A softmax layer with four units",
        desc="Four scores z, 5, 2, -1 and 3. The exponential of each is t: 148.4, 7.4, 0.4, 20.1. "
             "Dashed lines collect the four t into their sum S, 176.3. Each t divided by S gives "
             "a: 0.842, 0.042, 0.002, 0.114.")
    column = []
    for number, (z, t, a) in enumerate(ROWS, 1):
        y = 72 + 52 * (number - 1)
        score = box(d, 66, y, z, 52, pale(FORWARD))
        power = box(d, 180, y, t, 68, "none")
        divide = d.node(306, y, r"$\div$", r=14)
        share = box(d, 386, y, a, 66, pale(FORWARD))
        d.beside(score, "left", f"$z_{number}$", gap=8)
        d.beside(share, "right", f"$a_{number}$", gap=8)
        for start, end in ((score, power), (power, divide), (divide, share)):
            d.arrow(start, end, color=FORWARD)
        column.append(divide)
    for x, text in ((66, "$z^{[L]}$"), (180, "$t = e^z$"), (386, "$a^{[L]}$")):
        d.label(x, 26, text)
    total = d.node(SUM, 294, "$S = 176.3$", shape="box", color=BACKWARD, text=BACKWARD)
    for divide in column:
        d.add(drawsvg.Circle(SUM, divide.y, 3.2, fill=BACKWARD))
    d.arrow((SUM, column[0].y), total, color=BACKWARD, dashed=True)
    d.arrow(total, column[-1], color=BACKWARD, dashed=True, via=[(306, 294)])
    for below, above in zip(column[:0:-1], column[-2::-1], strict=True):
        d.arrow(below, above, color=BACKWARD, dashed=True)
    return d


def box(d, x, y, number, width, fill):
    """Draw a number in a box."""
    return d.node(x, y, f"${number}$", shape="box", width=width, height=34, color=FORWARD,
                  fill=fill)
