"""Figure 2.14-2: the version with loops beside the vectorized one."""

from drawing import BACKWARD, FORWARD, INK, MUTED, Diagram

LEFT, RIGHT, TOP, STEP = 4, 258, 68, 34
LETTER = 9.6  # width of a code letter
ROWS = (  # one example at a time, all examples; None: this line has no successor
    ("for i in range(m):", None),
    ("  z = score(w, b, x)", "Z = w.T @ X + b"),
    ("  a = sigmoid(z)", "A = sigmoid(Z)"),
    ("  dz = a - y", "dZ = A - Y"),
    ("  for j in range(n_x):", None),
    ("    dw[j] += x[j]*dz", "dw = X @ dZ.T / m"),
    ("  db += dz", "db = np.sum(dZ) / m"),
    ("dw, db = dw/m, db/m", None),
)


def draw():
    d = Diagram(height=TOP + STEP * (len(ROWS) - 1) + 28,
                title="From loops to matrices, line by line",
                desc="Left, the code of section 2.10 with its two for lines struck through; right, "
                     "five lines without a loop. Arrows join each line with its successor.")
    for x, title in ((LEFT, "2.10"), (RIGHT, "2.14")):
        d.label(x, 24, title, anchor="start", bold=True)
    d.line((LEFT, 42), (452, 42), color=MUTED)
    for row, (before, after) in enumerate(ROWS):
        write(d, TOP + STEP * row, before, after)
    return d


def write(d, y, before, after):
    """Write one row: what was replaced, with an arrow, or what is no longer needed."""
    indent = len(before) - len(before.lstrip())
    loop = before.lstrip().startswith("for")
    d.code(LEFT + LETTER * indent, y, before.lstrip(), mark=BACKWARD if after else None,
           color=INK if after else MUTED, strike=loop)
    if after:
        d.code(RIGHT, y, after, mark=FORWARD)
        d.arrow((LEFT + LETTER * len(before) + 5, y), (RIGHT - 5, y))
