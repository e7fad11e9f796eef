"""Figure 3.2-1: 100 values of alpha, drawn two ways, on a plain and on a log axis."""

import drawsvg
import numpy as np

from c2.w3.s02_sample_log_uniform import sample_log_uniform
from drawing import BACKWARD, FORWARD, INK, MUTED, Diagram, stroke

LOW, N, SEED = 1e-4, 100, 0
PLAIN, LOG = (16, 196), (244, 440)  # ends of the axes
ROWS = (88, 226)  # heights of the axes
MARK = 24  # height of a mark


def draw():
    """Return both samples, each on both axes."""
    d = Diagram(
        height=266, title="100 learning rates, drawn on a plain and on a log axis",
        desc="Above, drawn uniformly on the plain axis: even there, but 90 of 100 crowd into the "
             "last decade of the log axis. Below, drawn uniformly on the log axis: about 25 in "
             "each decade, and crowded near 0 on the plain axis.")
    samples = (np.random.default_rng(SEED).uniform(LOW, 1.0, N),
               sample_log_uniform(LOW, 1.0, N, np.random.default_rng(SEED)))
    texts = r"$\alpha \sim \mathcal{U}[10^{-4}, 1]$", r"$r \sim \mathcal{U}[-4, 0],\ \alpha = 10^r$"
    for y, alpha, text, color in zip(ROWS, samples, texts, (BACKWARD, FORWARD), strict=True):
        d.label(PLAIN[0], y - 70, text, anchor="start", color=color)
        axis(d, y, PLAIN, alpha, color, (0, 0.5, 1), ("$0$", "$0.5$", "$1$"))
        r = np.log10(alpha) / 4 + 1
        edges = np.linspace(0, 1, 5)
        axis(d, y, LOG, r, color, edges,
             ("$10^{-4}$", "$10^{-3}$", "$10^{-2}$", "$0.1$", "$1$"))
        for count, middle in zip(np.histogram(r, edges)[0], edges[:-1] + 0.125, strict=True):
            d.label(place(middle, LOG), y - MARK - 18, f"${count}$", color=color)
    return d


def axis(d, y, ends, shares, color, ticks, labels):
    """Draw an axis with its labels, and a mark for each share of its length."""
    d.line((ends[0], y), (ends[1], y))
    marks = "".join(f"M{place(share, ends):.1f} {y - 3}v{-MARK}" for share in shares)
    d.add(drawsvg.Path(marks, **stroke(color, 1.1)))
    for tick, label in zip(ticks, labels, strict=True):
        d.line((place(tick, ends), y), (place(tick, ends), y + 5), color=INK)
        d.label(place(tick, ends), y + 18, label, color=MUTED)


def place(share, ends):
    """Return x at a share of an axis."""
    return ends[0] + share * (ends[1] - ends[0])
