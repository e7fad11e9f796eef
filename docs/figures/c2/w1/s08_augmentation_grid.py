"""Figure 1.8-1: one picture, four label-preserving changes, and one that is crossed out."""

import drawsvg
import numpy as np

from c2.w1.s08_flip_and_random_crop import flip, random_crops, resize
from drawing import BACKWARD, FORWARD, INK, MUTED, Diagram

SIZE, CROP, PIXEL, STEP = 32, 26, 3.75, 154


def draw():
    """Return the diagram."""
    d = Diagram(
        height=322, title="A picture and its augmented versions",
        desc="Six frames with a sitting cat. 1: the original, looking left. 2: mirrored, looking "
             "right. 3 and 4: two crops, enlarged. 5: turned a little. 6: upside down, crossed "
             "out.")
    for number, picture in enumerate(pictures()):
        left, top = 16 + number % 3 * STEP, 32 + number // 3 * 162
        wrong = number == 5
        d.add(drawsvg.Path(pixels(picture, left, top), fill=MUTED if wrong else FORWARD))
        d.node(left + 60, top + 60, shape="box", width=120, height=120,
               color=MUTED if wrong else INK)
        d.label(left + 60, top - 16, f"${number + 1}$")
        if wrong:
            for one, other in ((top, top + 120), (top + 120, top)):
                d.line((left, one), (left + 120, other), color=BACKWARD)
    return d


def pictures():
    """Return the cat and its five changes: (6, SIZE, SIZE)."""
    one = cat(0.0)[None]
    rng = np.random.default_rng(2)
    crops = resize(random_crops(np.repeat(one, 2, axis=0), CROP, rng), SIZE, SIZE)
    return np.concatenate([one, flip(one), crops, cat(12.0)[None], one[:, ::-1]])


def cat(degrees):
    """Return a sitting cat, True where it is, turned about the middle: (SIZE, SIZE)."""
    ticks = np.arange(SIZE) + 0.5 - SIZE / 2
    turn = np.exp(1j * np.radians(degrees)) * (ticks + 1j * ticks[:, None])
    x, y = turn.real, turn.imag
    head = (x + 5)**2 + (y + 4)**2 < 27
    ears = (y > -13) & (y < -4) & (np.minimum(abs(x + 8.4), abs(x + 1.6)) < 0.38 * (y + 13))
    body = (x / 6.5)**2 + ((y - 6) / 7.5)**2 < 1
    tail = (abs(np.hypot(x - 6, y - 5) - 6) < 1.3) & (x > 4)
    eyes = np.hypot(x + 7.2, y + 5) < 1.1
    return (head | ears | body | tail) & ~eyes


def pixels(picture, left, top):
    """Return a path around the runs of True in every row."""
    parts = []
    for row, line in enumerate(picture):
        edges = np.flatnonzero(np.diff(np.concatenate([[0], line.astype(int), [0]])))
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            wide = (end - start) * PIXEL
            parts.append(f"M{left + start * PIXEL:g} {top + row * PIXEL:g}"
                         f"h{wide:g}v{PIXEL}h{-wide:g}z")
    return "".join(parts)
