"""Figure 2.10-1: the skeleton of the three loops; two will be removed."""

from drawing import BACKWARD, FORWARD, MUTED, THIN, Diagram, pale
from geometry import Shape

LEFT, TOP, STEP, RIGHT = 22, 28, 29, 450
LINES = (
    "for step in range(steps):",
    "  J, dw, db = 0, zeros((n_x, 1)), 0",
    "  for i in range(m):",
    "    x, y = X[:, i], Y[0, i]",
    "    z = score(w, b, x)",
    "    a = sigmoid(z)",
    "    J += loss(z, y)",
    "    dz = a - y",
    "    for j in range(n_x):",
    "      dw[j] += x[j] * dz",
    "    db += dz",
    "  J, dw, db = J/m, dw/m, db/m",
    "  w, b = update(w, b, dw, db, alpha)",
)
LOOPS = (  # first and last row, times its body runs, colour
    (0, 12, r"$\times\;\mathrm{steps}$", MUTED),
    (2, 10, r"$\times\; m$", FORWARD),
    (8, 9, r"$\times\; n_x$", BACKWARD),
)


def draw():
    d = Diagram(height=2 * TOP + STEP * (len(LINES) - 1),
                title="Three nested loops of gradient descent",
                desc="The outer loop repeats the step. Inside it a loop over m examples, and "
                     "inside that a loop over n_x features, are crossed out.")
    for depth, (first, last, times, color) in enumerate(LOOPS):
        box(d, depth, first, last, color)
        d.label(RIGHT - 10 * depth - 8, TOP + STEP * first, times, anchor="end", color=color)
    struck = [first for first, *_ in LOOPS[1:]]
    for row, line in enumerate(LINES):
        d.code(LEFT, TOP + STEP * row, line, strike=row in struck)
    return d


def box(d, depth, first, last, color):
    """Draw the field of a loop, deeper ones inside."""
    left, right = LEFT - 10 + 19.2 * depth, RIGHT - 10 * depth
    top, bottom = TOP + STEP * (first - 0.5) + depth, TOP + STEP * (last + 0.5) - depth
    field = Shape((left + right) / 2, (top + bottom) / 2, right - left, bottom - top, "box", 7)
    d.outline(field, color=color, fill=pale(color), weight=THIN, behind=True)
