"""Figure 3.9-1: the same scores through hardmax and through softmax."""

from c2.w3.s08_softmax import softmax
from drawing import BACKWARD, FORWARD, Diagram

SCORES = (5, 2, -1, 3)


def draw():
    """Return the diagram."""
    d = Diagram(
        height=196, title="Hardmax and softmax of the same scores",
        desc="In the middle the scores 5, 2, -1, 3. A dashed arrow to the left gives hardmax: 1, "
             "0, 0, 0. An arrow to the right gives softmax: 0.842, 0.042, 0.002, 0.114.")
    soft = softmax([[value] for value in SCORES]).ravel()
    scores = column(d, 230, SCORES, 48)
    hard = column(d, 62, (1, 0, 0, 0), 48, BACKWARD, (1, 0, 0, 0))
    shares = column(d, 398, [f"${value:.3f}$" for value in soft], 70, FORWARD, soft)
    d.arrow(scores.shape, hard.shape, color=BACKWARD, dashed=True, gap=10)
    d.arrow(scores.shape, shares.shape, color=FORWARD, gap=10)
    for x, name in ((62, "hardmax"), (230, "$z$"), (398, "softmax")):
        d.label(x, 18, name)
    return d


def column(d, x, values, width, color=None, shares=()):
    """Draw a column of numbers in brackets, the cells as strongly coloured as their shares."""
    places = d.grid(x, 112, (4, 1), cell=(width, 36), style="plain")
    for row, share in enumerate(shares):
        d.fill(places.cell(row, 0), color, round(0.45 * share**0.5, 3))
    return d.grid(x, 112, [[value] for value in values], cell=(width, 36), style="brackets")
