"""Path data in its short form says the same as before; fontTools reads both."""

import random

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

from svg_paths import short, shortened


def places(data):
    """Return what a reader of path data sees: the commands with their absolute places."""
    pen = RecordingPen()
    parse_path(data, pen)
    return [(name, [value for point in points for value in point]) for name, points in pen.value]


def drawing(seed):
    """Return path data of some figures with lines and curves, as the libraries write them."""
    chance = random.Random(seed)

    def point():
        return f"{chance.uniform(-30, 460):.{chance.randrange(4)}f} {chance.uniform(-1, 1):.3f}"

    data = ""
    for _ in range(chance.randrange(1, 5)):
        data += f"M{point()}" + "".join(name + " ".join(point() for _ in range(size)) for name, size in chance.choices(
            [("L", 1), ("L", 2), ("Q", 2), ("C", 3), ("C", 6)], k=chance.randrange(1, 9))) + chance.choice(["", "Z", " z "])
    return data


@pytest.mark.parametrize("seed", range(50))
def test_the_places_stay_where_they_are(seed):
    data = drawing(seed)
    before, after = places(data), places(shortened(data))
    assert [name for name, _ in after] == [name for name, _ in before]
    for (_, old), (_, new) in zip(before, after, strict=True):
        assert new == pytest.approx(old, abs=0.00501)


def test_rounding_does_not_add_up_along_a_path():
    data = "M0 0" + "".join(f"L{0.004 * step:.3f} {0.014 * step:.3f}" for step in range(1, 5001))
    assert places(shortened(data))[-2][1] == pytest.approx([20, 70], abs=0.00501)


def test_a_curve_with_even_steps_takes_half_the_bytes():
    data = "M54 39.1" + "".join(f"L{54 + 0.98 * step:.2f} {100 + 0.37 * step:.2f}" for step in range(1, 300))
    assert len(shortened(data)) < 0.6 * len(data)


@pytest.mark.parametrize(("data", "expected"), [
    ("M54 39.1L54.98 46.06L54 39.1", "M54 39.1l.98 6.96-.98-6.96"),
    ("M1 2 3 4", "M1 2l2 2"),
    ("M1 1L2 1Z M1 1L1 3", "M1 1l1 0zm0 0l0 2"),
    ("M5 5L6 6M7 7L8 8", "M5 5l1 1m1 1l1 1"),
    ("M0 0Q1 1 2 0Q3 -1 4 0", "M0 0q1 1 2 0 1-1 2 0"),
], ids=["signs part numbers", "pairs of a move are lines", "a closed figure ends where it began", "moves are told alike", "curves"])
def test_what_is_written(data, expected):
    assert shortened(data) == expected


@pytest.mark.parametrize("data", ["M0 0A5 5 0 0 1 10 0", "M1 1h5v3", "m1 1l2 2"])
def test_other_commands_stay_as_they_are(data):
    assert shortened(data) == data


@pytest.mark.parametrize(("hundredths", "text"), [(0, "0"), (98, ".98"), (5, ".05"), (-5, "-.05"), (150, "1.5"), (10000, "100"), (-12345, "-123.45")])
def test_numbers_take_no_needless_character(hundredths, text):
    assert short(hundredths) == text
