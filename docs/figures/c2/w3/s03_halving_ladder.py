"""Figure 3.3-2: 27, 9, 3 and 1 settings with budgets of 1, 3, 9 and 27."""

import numpy as np

from c2.w3.s03_successive_halving import parallel_curves, successive_halving
from drawing import FORWARD, MUTED, Diagram, Shape, pale

LEFT, UNIT, HEIGHT, STEP = 80, 13.8, 30, 52


def draw():
    """Return the four rows of bars; what goes on is marked."""
    error = parallel_curves(np.random.default_rng(0), 27)
    rungs = successive_halving(error, n=27, r=1, eta=3)
    d = Diagram(
        height=224, title="The rungs of successive halving",
        desc="Four rows of equal width: 27 bars of width 1, 9 of width 3, 3 of width 9, 1 of width "
             "27. In each of the first three rows a third of the bars is marked and goes on.")
    for number, (alive, budget) in enumerate(rungs):
        y = 30 + number * STEP
        d.label(6, y, rf"${alive.size} \times {budget}$", anchor="start")
        going_on = set(rungs[min(number + 1, len(rungs) - 1)][0])
        for place, setting in enumerate(sorted(alive)):
            wide = budget * UNIT
            bar = Shape(LEFT + (place + 0.5) * wide, y, wide - 3, HEIGHT, "box", 2)
            color = FORWARD if setting in going_on else MUTED
            d.outline(bar, color=color, fill=pale(color) if color == FORWARD else "none")
    return d
