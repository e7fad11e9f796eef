"""One example through the graph of logistic regression, there and back (section 2.9).

Beside or below each node stands its value (blue) and, in orange, the derivative of the loss.
"""

import numpy as np

from c1.w2.s09_logistic_step_one_example import backward, forward, loss
from drawing import BACKWARD, FORWARD, Diagram

MIDDLE = 152
ROW = 60
APART = 4  # half the distance between the two arrows of an edge


def number(value):
    """Write a number as the page does."""
    return f"{round(float(value), 4):g}"


def numbers():
    """Return value and derivative of every node, for x = (1, 2), y = 1 and zero parameters."""
    w, b, x, y = np.zeros((2, 1)), 0.0, np.array([[1.0], [2.0]]), 1
    z, a = forward(w, b, x)
    dz, dw, db = backward(x, a, y)
    da = -y / a + (1 - y) / (1 - a)
    pairs = {"x_1": (x[0], None), "w_1": (w[0], dw[0]), "x_2": (x[1], None), "w_2": (w[1], dw[1]),
             "b": (b, db), "z": (z, dz), "a": (a, da), "y": (y, None), "L": (loss(z, y), None)}
    return {name: tuple(v if v is None else number(np.squeeze(v)) for v in pair)
            for name, pair in pairs.items()}


def values(d, x, y, anchor, name, pair):
    """Write a value in blue and, under it, a derivative in orange."""
    value, slope = pair
    first = y if anchor == "middle" or slope is None else y - 12
    d.label(x, first, f"${value}$", anchor=anchor, color=FORWARD)
    if slope is not None:
        d.label(x, first + 23, f"$d{name} = {slope}$", anchor=anchor, color=BACKWARD)


def draw():
    """Return the diagram."""
    d = Diagram(
        height=304, title="Forward and backward pass of logistic regression on one example",
        desc="Forward: x1, w1, x2, w2 and b lead to z = 0, then to a = 0.5, then with y = 1 to the "
             "loss 0.6931. Backward, dashed: da = -2, dz = -0.5, dw1 = -0.5, dw2 = -1, db = -0.5.")
    known = numbers()
    z = d.node(232, MIDDLE, "$z$", r=40)
    a = d.node(334, MIDDLE, "$a$", r=24)
    end = d.node(422, MIDDLE, r"$\mathcal{L}$", r=24)
    label = d.node(422, MIDDLE - 92, "$y$", r=18)
    for row, name in enumerate(("x_1", "w_1", "x_2", "w_2", "b")):
        node = d.node(121, MIDDLE + (row - 2) * ROW, f"${name}$", r=18)
        values(d, 96, node.y, "end", name, known[name])
        there_and_back(d, node, z, known[name][1] is not None)
    there_and_back(d, z, a)
    there_and_back(d, a, end)
    d.arrow(label, end, color=FORWARD)
    values(d, 396, label.y, "end", "y", known["y"])
    for node, name in ((z, "z"), (a, "a"), (end, "L")):
        values(d, node.x, z.bottom.y + 14, "middle", name, known[name])
    return d


def there_and_back(d, start, end, back=True):
    """Draw the forward arrow and, beside it, the dashed backward arrow."""
    d.arrow(start, end, color=FORWARD, shift=APART if back else 0)
    if back:
        d.arrow(end, start, color=BACKWARD, dashed=True, shift=APART)
