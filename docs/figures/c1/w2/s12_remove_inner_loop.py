"""Figure 2.12-1: the code of 2.10 beside the code with dw as one vector."""

from drawing import BACKWARD, FORWARD, MUTED, Diagram

LEFT, RIGHT, TOP, STEP = 4, 250, 68, 32
LETTER = 9.6  # width of a code letter
ROWS = (  # before, after; None: this line has no successor
    ("dw = zeros((n_x, 1))", "dw = zeros((n_x, 1))"),
    ("for i in range(m):", "for i in range(m):"),
    ("  z = score(w, b, x)", "  z = w.T @ x + b"),
    ("  a = sigmoid(z)", "  a = sigmoid(z)"),
    ("  dz = a - y", "  dz = a - y"),
    ("  for j in range(n_x):", None),
    ("    dw[j] += x[j]*dz", "  dw += x * dz"),
    ("  db += dz", "  db += dz"),
    ("dw, db = dw/m, db/m", "dw, db = dw/m, db/m"),
)


def draw():
    d = Diagram(height=TOP + STEP * (len(ROWS) - 1) + 30,
                title="The loop over features disappears",
                desc="Left, the code of section 2.10; right, the code with dw as a vector. The "
                     "line of the inner loop is struck through. Arrows lead from the call of score "
                     "and from the update of dw[j] to the lines that replace them.")
    for x, title in ((LEFT, "2.10"), (RIGHT, "2.12")):
        d.label(x, 24, title, anchor="start", bold=True)
    d.line((LEFT, 42), (452, 42), color=MUTED)
    for row, (before, after) in enumerate(ROWS):
        write(d, TOP + STEP * row, before, after)
    return d


def write(d, y, before, after):
    """Write one row; mark and join what was replaced, strike what was removed."""
    replaced = after is not None and after != before
    code(d, LEFT, y, before, BACKWARD if replaced else None, strike=after is None)
    if after is not None:
        code(d, RIGHT, y, after, FORWARD if replaced else None)
    if replaced:
        indent = LETTER * (len(after) - len(after.lstrip()))
        d.arrow((LEFT + LETTER * len(before) + 6, y), (RIGHT + indent - 6, y))


def code(d, x, y, line, mark, strike=False):
    """Write a line of code, its mark without the indent."""
    indent = len(line) - len(line.lstrip())
    d.code(x + LETTER * indent, y, line.lstrip(), mark=mark, strike=strike)
