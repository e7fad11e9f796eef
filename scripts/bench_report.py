"""Arithmetic and tables of the benchmarks."""

import statistics
from dataclasses import dataclass

NOTHING = "–"


def median(values):
    """Return the median of a non-empty list of numbers."""
    return statistics.median(values)


def ratio(ours, stock):
    """Return how many times the stock figure ours is, as text; a dash where there is none."""
    if ours is None or stock is None or ours < 0 or stock <= 0:  # differences may fall below 0
        return NOTHING
    value = ours / stock
    return f"{value:.3f}" if value < 0.1 else f"{value:.2f}"


def number(value, digits=0):
    """Return a number as text, thousands grouped; a dash for None."""
    return NOTHING if value is None else f"{value:,.{digits}f}"


def kilobytes(value):
    """Return bytes as kB (1,000 bytes) with one decimal."""
    return NOTHING if value is None else number(value / 1000, 1)


def table(head, rows):
    """Return a Markdown table; columns of figures, the first left out, are set to the right."""
    rows = [[str(cell).replace("|", "\\|") for cell in row] for row in rows]
    if any(len(row) != len(head) for row in rows):
        raise ValueError("a row of a table has not as many cells as its head")

    def is_figures(column):
        cells = [row[column] for row in rows]
        return column > 0 and all(cell == NOTHING or cell[:1] in "-0123456789" for cell in cells)

    rule = ["---:" if is_figures(column) else "---" for column in range(len(head))]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *rows)) + "\n"


@dataclass(frozen=True)
class Goal:
    """A goal of the design: a figure of ours, rounded as it is shown, is at most (or least) `limit`."""

    name: str
    limit: float
    unit: str = ""
    digits: int = 0
    below: bool = False  # the limit itself no longer meets the goal
    least: bool = False

    @property
    def text(self):
        words = "below " if self.below else "at least " if self.least else ""
        return f"{words}{self.limit:g} {self.unit}".strip()

    def met(self, value):
        if value is None:
            return "not measured"
        shown = round(value, self.digits)
        if self.least:
            is_met = shown >= self.limit
        else:
            is_met = shown < self.limit if self.below else shown <= self.limit
        return "met" if is_met else "**not met**"

    def row(self, name, ours, stock):
        """Return the cells: name, ours, stock, ratio, goal, met or not."""
        shown = [number(value, self.digits) for value in (ours, stock)]
        return [name, *shown, ratio(ours, stock), self.text, self.met(ours)]


def growth(points):
    """Return how much dearer a further page is at the end than at the start: 1 is linear.

    points: (pages, seconds) at three or more sizes, smallest first.
    """
    if len(points) < 3 or None in [seconds for _, seconds in points]:
        return None
    slopes = [(later[1] - earlier[1]) / (later[0] - earlier[0])
              for earlier, later in zip(points, points[1:])]
    return slopes[-1] / slopes[0] if slopes[0] > 0 else None
