"""Figure 3.10-2: births, mergers and ends of the frameworks, 2007 to 2026."""

from collections import namedtuple

from drawing import BACKWARD, FORWARD, GRID, INK, MUTED, THIN, THIRD, Diagram, pale

FIRST, NOW = 2007, 2027  # the bars of the living run to the end of 2026
LEFT, RIGHT, TOP, STEP, HIGH = 118, 452, 40, 27, 14

# start: first year with public code; end: the year of the last main release, of the retirement or
# of the merger, None for the living; listed: in the lecture's list
Row = namedtuple("Row", "name start end listed")
ROWS = (Row("Theano", 2008, 2017, True), Row("Lasagne", 2014, 2018, True),
        Row("CNTK", 2015, 2019, True), Row("MXNet", 2015, 2023, True),
        Row("Caffe", 2013, 2017, True), Row("Torch", 2007, 2017, True),
        Row("PyTorch", 2016, None, False), Row("Caffe2", 2017, 2018, True),
        Row("DL4J", 2014, None, True), Row("TensorFlow", 2015, None, True),
        Row("Keras", 2015, None, True), Row("PaddlePaddle", 2016, None, True),
        Row("JAX", 2018, None, False))
MARKS = {"TensorFlow": ((2019, "2"),), "Keras": ((2023, "3"),)}


def x_of(year):
    """Return the place of the beginning of a year."""
    return LEFT + (year - FIRST) * (RIGHT - LEFT) / (NOW - FIRST)


def draw():
    """Return the diagram."""
    d = Diagram(
        height=TOP + STEP * len(ROWS) + 4, title="Frameworks from 2007 to 2026",
        desc="One bar a framework. Ended: Theano 2017, Lasagne about 2018, CNTK 2019, MXNet 2023, "
             "Caffe 2017; Torch passed to PyTorch in 2017 and Caffe2 in 2018. Alive in 2026: "
             "PyTorch, DL4J, TensorFlow, Keras, PaddlePaddle and JAX.")
    bottom = TOP + STEP * len(ROWS)
    for year in (2010, 2015, 2020, 2025):
        d.line((x_of(year), TOP - 8), (x_of(year), bottom), color=GRID, weight=THIN)
        d.label(x_of(year), TOP - 20, f"${year}$", color=MUTED, size=16)
    rows = {row.name: bar(d, TOP + STEP * (number + 0.5), row)
            for number, row in enumerate(ROWS)}
    heir = rows["PyTorch"]
    torch, caffe2 = rows["Torch"], rows["Caffe2"]
    x = torch.right.x - 8
    d.arrow((x, torch.bottom.y), (x, heir.top.y), color=INK, gap=0)
    x = caffe2.right.x + 10
    d.arrow(caffe2.right, (x, heir.bottom.y), color=INK, gap=0, via=[(x, caffe2.y)])
    for name, marks in MARKS.items():
        for year, text in marks:
            y = rows[name].y
            d.line((x_of(year), y - HIGH / 2), (x_of(year), y + HIGH / 2), color=FORWARD)
            d.label(x_of(year) + 8, y, f"${text}$", size=16)
    return d


def bar(d, y, row):
    """Draw one framework; return the shape of its bar."""
    left, right = x_of(row.start), x_of(row.end or NOW)
    color = THIRD if not row.listed else FORWARD if row.end is None else MUTED
    d.label(LEFT - 12, y, row.name, anchor="end", color=INK if row.end is None else MUTED)
    box = d.node((left + right) / 2, y, shape="box", width=right - left, height=HIGH, color=color,
                 fill=pale(color))
    if row.end and row.name not in ("Torch", "Caffe2"):
        d.label(right + 9, y, r"$\times$", color=BACKWARD)
    return box
