"""Figure 3.2-2: beta on an axis where 1 - beta is even in its logarithm, and on the plain one."""

import numpy as np

from c2.w3.s02_sample_beta import averaged
from drawing import FORWARD, MUTED, THIN, Diagram

LEFT, RIGHT = 112, 426
NAMED, FEW = (0.9, 0.95, 0.99, 0.999), (0.9, 0.99, 0.999)
UPPER, LOWER = 56, 222


def draw():
    """Return the two axes, joined at equal values."""
    d = Diagram(
        height=282, title="beta on a log axis of 1 minus beta",
        desc="On the upper axis 0.9, 0.99 and 0.999 are equally spaced; below them 1 minus beta, "
             "0.1, 0.01, 0.001, and the number of values averaged, 10, 100, 1000. On the plain "
             "axis at the bottom 0.99 lies at 91 percent of the way.")
    for y in (UPPER, LOWER):
        d.line((LEFT, y), (RIGHT, y))
    fine = np.concatenate([1 - np.linspace(0.1, 0.01, 10), 1 - np.linspace(0.01, 0.001, 10)])
    for beta in fine:
        d.line((log_place(beta), UPPER), (log_place(beta), UPPER - 5), weight=THIN)
    for beta in NAMED:
        color = FORWARD if beta in FEW else MUTED
        upper, lower = log_place(beta), plain_place(beta)
        d.line((upper, 124), (lower, LOWER), color=color)
        d.line((lower, LOWER), (lower, LOWER + (30 if beta == 0.99 else 6)))
        d.line((upper, UPPER), (upper, UPPER - 9))
        d.label(upper, UPPER - 24, f"${beta:g}$", color=color)
        d.label(upper, UPPER + 20, f"${1 - beta:g}$")
        d.label(upper, UPPER + 48, f"${averaged(beta):.0f}$", color=MUTED)
        d.label(lower, LOWER + (44 if beta == 0.99 else 20), f"${beta:g}$")
    for y, text in ((UPPER - 24, r"$\beta$"), (UPPER + 20, r"$1 - \beta$"),
                    (UPPER + 48, r"$1/(1 - \beta)$"), (LOWER, r"$\beta$")):
        d.label(6, y, text, anchor="start")
    return d


def log_place(beta):
    """Return x on the upper axis."""
    return LEFT + (RIGHT - LEFT) * (-1 - np.log10(1 - beta)) / 2


def plain_place(beta):
    """Return x on the lower axis."""
    return LEFT + (RIGHT - LEFT) * (beta - 0.9) / 0.099
