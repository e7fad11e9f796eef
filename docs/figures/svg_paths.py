"""Path data in its short form: each point is told from the one before it, not from the corner of the canvas."""

import re

LEGS = {"L": 1, "Q": 2, "C": 3}  # points of one leg of a command; it arrives at the last
PART = re.compile(r"([MLQC])([^A-Za-z]*)|[Zz]")
OTHER = re.compile(r"[^MLQCZz\d\s,.e+-]")
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
HUNDRED = 100  # places are whole hundredths of a unit, so that differences add up to them again


def shortened(data):
    """Return path data with the same places, rounded to hundredths, in about half the bytes.

    data: absolute commands M, L, Q, C and Z   Data with any other command comes back as it is.
    """
    if OTHER.search(data):
        return data
    out, last, here, start = [], "", (0, 0), (0, 0)
    for found in PART.finditer(data):
        name = found[1]
        if not name:
            out.append("z")
            last, here = "z", start
            continue
        places = [round(float(value) * HUNDRED) for value in NUMBER.findall(found[2])]
        points = list(zip(places[::2], places[1::2], strict=True))
        if name == "M":
            start = points.pop(0)
            out.append(f"{'m' if out else 'M'}{joined([start], here)}")
            last, here, name = "m", start, "L"  # further pairs of M are lines
        for at in range(0, len(points), LEGS[name]):
            leg = points[at:at + LEGS[name]]
            text, mark = joined(leg, here), name.lower()
            parting = "" if text[0] == "-" else " "
            out.append(f"{parting}{text}" if mark == last else f"{mark}{text}")
            last, here = mark, leg[-1]
    return "".join(out)


def joined(points, origin):
    """Return points as seen from `origin`, both in hundredths, with no more characters than needed."""
    values = [short(place - zero) for point in points for place, zero in zip(point, origin, strict=True)]
    return values[0] + "".join(value if value[0] == "-" else f" {value}" for value in values[1:])


def short(hundredths):
    """Write a number of hundredths as a decimal without needless zeros: 98 is .98, 150 is 1.5."""
    if not hundredths:
        return "0"
    digits = f"{abs(hundredths):03d}"
    return ("-" if hundredths < 0 else "") + f"{digits[:-2]}.{digits[-2:]}".strip("0").rstrip(".")
