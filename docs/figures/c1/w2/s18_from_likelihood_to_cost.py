"""From the product of probabilities to the cost J in four steps (section 2.18)."""

import numpy as np

from c1.w2.s18_likelihood_equals_cost import cost, likelihood, log_likelihood
from drawing import FORWARD, MUTED, Diagram, pale

Y = np.array([[1, 0, 1]])
Y_HAT = np.array([[0.8, 0.4, 0.5]])
MIDDLE, NUMBERS = 160, 395


def draw():
    """Return the diagram: the formulas in a column, the worked numbers beside them."""
    d = Diagram(
        height=372, title="From likelihood to cost",
        desc="A column of four boxes joined by arrows: the product of the probabilities, its log, "
             "the sum of the logs, and the cost J after times minus one over m. Beside them the "
             "numbers of three examples.")
    product, log, total = likelihood(Y_HAT, Y), log_likelihood(Y_HAT, Y), cost(Y_HAT, Y)
    steps = [
        (r"$\prod_i \, p(y^{(i)} \mid x^{(i)})$", f"${product:.2f}$"),
        (r"$\log ( \prod_i \, p(y^{(i)} \mid x^{(i)}) )$", rf"$\log {product:.2f}$"),
        (r"$\sum_i \, \log p(y^{(i)} \mid x^{(i)})$", f"${log:.4f}$"),
        ("$J(w, b)$", f"${total:.4f}$"),
    ]
    ways = [r"$\log$", r"$\log(ab) = \log a + \log b$", r"$\times\;(-1/m)$"]
    boxes = []
    for place, (formula, number) in enumerate(steps):
        y = 32 + 102 * place
        last = place == len(steps) - 1
        boxes.append(d.node(MIDDLE, y, formula, shape="box", width=250, height=44,
                            color=FORWARD if last else MUTED, fill=pale(FORWARD) if last else "none"))
        d.label(NUMBERS, y, number, color=FORWARD if last else "currentColor")
    for upper, lower, way in zip(boxes, boxes[1:], ways, strict=False):
        d.arrow(upper, lower)
        d.label(MIDDLE + 12, (upper.y + lower.y) / 2, way, anchor="start")
    return d
