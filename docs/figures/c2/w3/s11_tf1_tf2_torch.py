"""Figure 3.11-3: what replaced the parts of TensorFlow 1, in TensorFlow 2 and in PyTorch."""

from drawing import FORWARD, INK, MUTED, THIRD, Diagram, pale
from look import CODE

COLUMNS = (("TensorFlow 1", 78, MUTED), ("TensorFlow 2", 236, FORWARD), ("PyTorch", 388, THIRD))
ROWS = (  # variable, data, computing, differentiating and stepping
    (("Variable", "initializer"), ("Variable",), ("zeros", "requires_grad")),
    (("placeholder", "feed_dict"), ("x",), ("x",)),
    (("Session.run",), ("cost(w, x)",), ("cost(w, x)",)),
    (("minimize", "Session.run"), ("GradientTape", "gradient", "apply_gradients"),
     ("zero_grad", "backward", "step")),
)
LINE, PAD, WIDE, GAP = 20, 8, {78: 124, 236: 156, 388: 134}, 16


def draw():
    """Return the diagram."""
    d = Diagram(
        height=330, title="TensorFlow 1, TensorFlow 2 and PyTorch side by side",
        desc="Three columns, four rows. Variable and initializer became Variable, and zeros with "
             "requires_grad; placeholder and feed_dict became an argument x; Session.run became a "
             "call of cost(w, x); minimize within Session.run became GradientTape, gradient and "
             "apply_gradients, and zero_grad, backward and step.")
    for name, x, color in COLUMNS:
        d.label(x, 16, name, color=color if color != MUTED else INK, bold=True)
    y = 38
    for row in ROWS:
        high = LINE * max(map(len, row)) + 2 * PAD
        boxes = [cell(d, x, y + high / 2, high, lines, color)
                 for (_, x, color), lines in zip(COLUMNS, row, strict=True)]
        d.arrow(boxes[0], boxes[1], color=MUTED)
        y += high + GAP
    return d


def cell(d, x, y, high, lines, color):
    """Draw a box with lines of code; return its shape."""
    box = d.node(x, y, shape="box", width=WIDE[x], height=high, color=color, fill=pale(color),
                 dashed=color == MUTED)
    for number, line in enumerate(lines):
        place = y + (number - (len(lines) - 1) / 2) * LINE
        d.code(x - 0.3 * CODE * len(line), place, line)
    return box
