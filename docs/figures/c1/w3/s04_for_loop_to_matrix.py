"""Figure 3.4-1: the loop over examples beside the four matrix lines."""

from drawing import FORWARD, FOURTH, INK, MUTED, THIRD, Diagram, pale

LEFT, RIGHT, TOP, STEP = 4, 268, 26, 34
ROWS = (  # one example, all examples; None: this line is no longer needed
    ("for i in range(m):", None),
    ("  x = X[:, [i]]", None),
    ("  z1 = W1 @ x + b1", "Z1 = W1 @ X + b1"),
    ("  a1 = sigmoid(z1)", "A1 = sigmoid(Z1)"),
    ("  z2 = W2 @ a1 + b2", "Z2 = W2 @ A1 + b2"),
    ("  a2 = sigmoid(z2)", "A2 = sigmoid(Z2)"),
)
COLOURS = (FORWARD, THIRD, FOURTH)
INPUTS, OUTPUTS = 290, 378


def draw():
    """Return the diagram."""
    d = Diagram(height=424, title="From a loop over examples to matrices",
                desc="Left, a loop whose four lines treat one example, and below it three separate "
                     "columns x(1), x(2), x(3), each with its own output. Right, four lines for "
                     "all examples, and below them the columns joined to X and the outputs joined "
                     "to A2, in the same order and colors.")
    for row, (before, after) in enumerate(ROWS):
        y = TOP + STEP * row
        d.code(LEFT, y, before, strike=not after, color=INK if after else MUTED)
        if after:
            d.code(RIGHT, y, after, mark=FORWARD)
            d.arrow((LEFT + 9.6 * len(before) + 8, y), (RIGHT - 6, y))
    apart(d)
    joined(d)
    return d


def apart(d):
    """Draw three columns, each with its own output."""
    for i, color in enumerate(COLOURS):
        x = 40 + 68 * i
        column = d.grid(x, INPUTS, (3, 1), cell=(34, 24))
        output = d.grid(x, OUTPUTS, (1, 1), cell=(34, 24))
        for shape in (column.shape, output.shape):
            d.outline(shape, color="none", fill=pale(color), weight=0, behind=True)
        d.arrow(column.shape, output.shape, color=color)
        d.beside(column.shape, "above", f"$x^{{({i + 1})}}$", gap=6)
        d.beside(output.shape, "below", f"$a^{{[2]({i + 1})}}$", gap=6)


def joined(d):
    """Draw X and A2."""
    inputs = d.grid(350, INPUTS, (3, 3), cell=(34, 24))
    outputs = d.grid(350, OUTPUTS, (1, 3), cell=(34, 24))
    d.beside(inputs.shape, "right", "$X$", gap=10)
    d.beside(outputs.shape, "right", "$A^{[2]}$", gap=10)
    for i, color in enumerate(COLOURS):
        for grid in (inputs, outputs):
            d.outline(grid.column(i), color="none", fill=pale(color), weight=0, behind=True)
        d.arrow(inputs.column(i), outputs.column(i), color=color)
