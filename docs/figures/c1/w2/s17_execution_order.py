"""The same three cells, run out of order and run from the top (section 2.17)."""

from c1.w2.s17_kernel_state import restart_and_run_all, run, start_kernel
from drawing import BACKWARD, FORWARD, MUTED, Diagram, Shape, pale

CELLS = ["x = 2", "x = x + 3", "y = x * 10"]
TOP, STEP, HEIGHT = 30, 58, 40


def draw():
    """Return the diagram: one column for each run, the variables at the foot."""
    d = Diagram(
        height=290, title="Out of order, and from the top",
        desc="Two columns with the cells x = 2, x = x + 3 and y = x * 10. The left ones ran in the "
             "order first, third, second, and leave x = 5, y = 20. The right ones ran from the "
             "top and leave x = 5, y = 50.")
    column(d, 4, [1, 3, 2], run(start_kernel(), CELLS, [1, 3, 2]), BACKWARD)
    column(d, 244, [1, 2, 3], restart_and_run_all(CELLS), FORWARD)
    return d


def column(d, left, counters, kernel, color):
    """Draw the cells with the numbers of their runs, arrows in that order, and the variables."""
    cells = []
    for place, (source, counter) in enumerate(zip(CELLS, counters, strict=True)):
        y = TOP + place * STEP
        d.code(left, y, f"[{counter}]", color=color)
        cells.append(d.node(left + 96, y, shape="box", width=120, height=HEIGHT, color=MUTED))
        d.code(left + 44, y, source)
    order = sorted(range(3), key=lambda place: counters[place])
    for start, end in zip(order, order[1:], strict=False):
        follow(d, cells[start], cells[end], color, dashed=counters != [1, 2, 3])
    values = Shape(left + 96, TOP + 3 * STEP + 22, 120, 64, "box", 6)
    d.outline(values, color=color, fill=pale(color))
    d.code(left + 66, values.y - 14, f"x = {kernel['x']}")
    d.code(left + 66, values.y + 14, f"y = {kernel['y']}")


def follow(d, start, end, color, dashed):
    """Draw an arrow from one run to the next, at the right of the cells."""
    style = {"color": color, "dashed": dashed}
    if end.y - start.y > STEP:  # past a cell: the outer way
        d.arrow(start.right, end.port("right", 0.8), bend=32, **style)
    elif end.y > start.y:
        d.arrow(start.port("right", 0.7), end.port("right", 0.3), bend=12, **style)
    else:
        d.arrow(start.port("right", 0.25), end.port("right", 0.75), bend=-9, **style)
