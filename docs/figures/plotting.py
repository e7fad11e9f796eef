r"""Plots: matplotlib's axes in the look of these notes. How to begin stands in drawing.py.

    p = Plot(height=280, title="...", desc="...", left=52, bottom=48)   # margins in units
    p.axes.plot(x, y, color=FORWARD)          # colours are look's constants, nothing else
    p.axes.set_xlabel("$z$")                  # labels as in diagrams, never matplotlib's mathtext
    p.text(x, y, r"$\sigma(z)$", color=FORWARD)             # in data coordinates, beside its curve
    p.grid(); p.zero_lines()

Several axes: Plot(rows=2, columns=1) and p.all[0], p.all[1]. Name a curve beside it rather than in
a legend, and give each its own dash as well: colour alone is not enough. Shades of a colour (areas,
filled contours) are its pale colour, or the full colour with `alpha=`.
"""

import io
import itertools
import math
import re
import warnings
from xml.etree import ElementTree

import drawsvg
import matplotlib
import matplotlib.colors
import numpy as np
from matplotlib.backends.backend_svg import FigureCanvasSVG, RendererSVG
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

import look
from labels import default_size, parse
from look import (  # noqa: F401  (for the programs that draw)
    BACKWARD, BOLD, FIFTH, FORWARD, FOURTH, GRID, INK, LINE, MUTED, PAPER, THIN, THIRD, pale)
from svg_text import SVG, XLINK, finish
from typeset import BASELINE, LEADING, text_element, width

HEX = {colour: look.fallback(colour) for colour in look.COLOURS}
COLOUR = {value: colour for colour, value in HEX.items()}
matplotlib.colors.get_named_colors_mapping().update(HEX)

STYLE = {
    "svg.fonttype": "none", "svg.hashsalt": "figure", "text.parse_math": False,
    "path.simplify": False, "font.family": "DejaVu Sans", "font.size": look.WORDS,
    "axes.labelsize": look.WORDS, "axes.titlesize": look.WORDS, "axes.titlepad": 8,
    "xtick.labelsize": look.WORDS, "ytick.labelsize": look.WORDS, "legend.fontsize": look.WORDS,
    "legend.frameon": False, "axes.linewidth": 1.1, "axes.spines.top": False,
    "axes.spines.right": False, "axes.facecolor": "none", "figure.facecolor": "none",
    "xtick.major.size": 4, "ytick.major.size": 4, "xtick.major.width": 1.1,
    "ytick.major.width": 1.1, "lines.linewidth": look.BOLD, "lines.solid_capstyle": "round",
    "lines.markersize": 7, "lines.scale_dashes": False,
    "lines.dashed_pattern": (6, 4), "lines.dotted_pattern": (1.6, 3.2),
    "lines.dashdot_pattern": (8, 3, 1.6, 3), "lines.dash_capstyle": "butt",
    "grid.color": HEX[look.GRID], "grid.linewidth": look.THIN,
    "axes.grid": False, "axes.axisbelow": True, "axes.unicode_minus": True,
    "axes.prop_cycle": matplotlib.cycler(color=[HEX[c] for c in look.SERIES]),
    "text.color": HEX[look.INK], "figure.dpi": 72,
}


class Plot:
    """A matplotlib figure on our canvas; `axes` (or `all`) takes what matplotlib draws."""

    def __init__(self, width=look.WIDTH, height=280, *, title, desc, rows=1, columns=1, left=54,
                 right=14, top=14, bottom=50, between=0.3, **options):
        self.width, self.height, self.title, self.desc = width, height, title, desc
        settle()
        self.figure = Figure(figsize=(width / 72, height / 72))
        FigureCanvasSVG(self.figure)
        grid = self.figure.subplots(rows, columns, squeeze=False, **options)
        self.all = list(grid.flat)
        self.axes = self.all[0]
        self.figure.subplots_adjust(left / width, bottom / height, 1 - right / width,
                                    1 - top / height, between, between)

    def text(self, x, y, text, *, color=INK, anchor="start", axes=None, dx=0, dy=0, **options):
        """Write a label with its start, middle or end at (x, y) in data coordinates.

        dx, dy: shift in units, dy down   A newline parts lines.
        """
        side = {"start": "left", "middle": "center", "end": "right"}[anchor]
        lines = text.split("\n")
        for row, line in enumerate(lines):
            size = default_size(parse(line))
            down = dy + (BASELINE + LEADING * (row - (len(lines) - 1) / 2)) * size
            (axes or self.axes).annotate(
                line, (x, y), (dx, -down), textcoords="offset points", color=color, ha=side,
                va="baseline", annotation_clip=False, **options)

    def point(self, x, y, *, color=INK, axes=None, **options):
        """Mark a point with a dot."""
        (axes or self.axes).plot([x], [y], "o", color=color, clip_on=False, zorder=5, **options)

    def grid(self, axis="both"):
        """Draw pale lines at the ticks."""
        for axes in self.all:
            axes.grid(True, axis=axis)

    def zero_lines(self, axes=None):
        """Move the axes to x = 0 and y = 0."""
        for side in ("left", "bottom"):
            (axes or self.axes).spines[side].set_position("zero")

    def svg(self):
        """Return the SVG text."""
        out = io.BytesIO()
        with warnings.catch_warnings(action="error"):
            self.figure.savefig(out, format="svg", metadata=dict.fromkeys(
                ("Date", "Creator", "Format", "Type")))
        return finish(cleaned(out.getvalue()), self.width, self.height, self.title, self.desc)


def dots(axes, X, color, size):
    """Draw the columns of X, (2, m), as one path of strokes without length."""
    places = np.repeat(X.T, 2, axis=0)
    path = Path(places, [Path.MOVETO, Path.LINETO] * X.shape[1])
    axes.add_patch(PathPatch(path, edgecolor=color, facecolor="none", linewidth=size,
                             capstyle="round"))


def boundary(axes, score, edge, steps, width=LINE * 1.4):
    """Draw the curve on which `score`, of (2, m) points, is 0, between -edge and edge."""
    ticks = np.linspace(-edge, edge, steps)
    grid = np.stack([part.ravel() for part in np.meshgrid(ticks, ticks)])
    axes.contour(ticks, ticks, score(grid).reshape(steps, steps), levels=[0.0], colors=[FORWARD],
                 linewidths=width)


def settle():
    """Set matplotlib to our style, whatever the reader's own settings are."""
    matplotlib.rcdefaults()
    matplotlib.rcParams.update(STYLE)


def sized(source, size):
    """Return the runs and the size of one of matplotlib's texts; bare numbers count as formulas."""
    runs = parse(f"${source}$" if re.fullmatch(r"[−-]?[\d.]+", source) else source)
    return runs, size * default_size(runs) / look.WORDS


def measured(renderer, source, font, ismath):
    """Tell matplotlib how wide, high and deep a text is: in our letters, not in its own."""
    runs, size = sized(source, font.get_size_in_points())
    return width(runs, size), 0.95 * size, 0.2 * size


RendererSVG.get_text_width_height_descent = measured


def cleaned(svg):
    """Return matplotlib's SVG with our colours and letters, and without its wrappings."""
    source = ElementTree.fromstring(svg)
    root = ElementTree.Element(f"{SVG}svg")
    clips = {clip.get("id"): clip for clip in source.iter(f"{SVG}clipPath")}
    paths = {path.get("id"): path for defs in source.iter(f"{SVG}defs") for path in defs
             if path.tag == f"{SVG}path"}
    used = {}
    body = ElementTree.SubElement(root, f"{SVG}g", {"stroke-linejoin": "round"})
    for element in flat(source):
        for made in converted(element, paths):
            body.extend(clipped(made, element, clips, used))
    if used:
        defs = ElementTree.Element(f"{SVG}defs")
        defs.extend(used.values())
        root.insert(0, defs)
    return ElementTree.tostring(root, encoding="unicode")


def flat(element):
    """Yield what draws, out of matplotlib's nested groups."""
    if element.tag == f"{SVG}g" or element.tag == f"{SVG}svg":
        for child in element:
            if element.get("clip-path"):
                child.set("clip-path", element.get("clip-path"))
            yield from flat(child)
    elif element.tag in {f"{SVG}{name}" for name in ("path", "use", "text", "image")}:
        yield element


def converted(element, paths):
    """Return our elements for one of matplotlib's."""
    style = declarations(element)
    if element.tag == f"{SVG}text":
        return [label(element, style)]
    if element.tag == f"{SVG}use":
        name = element.get(f"{XLINK}href")[1:]
        return [marker(element, paths[name], style)]
    if element.tag == f"{SVG}image":
        raise ValueError("a plot holds a bitmap (imshow, pcolormesh): use Diagram.grid and fill")
    if element.get("d") and (style.get("fill", "") != "none" or "stroke" in style):
        return [ElementTree.Element(element.tag, {"d": compact(element.get("d")), **ink(style)})]
    return []


def declarations(element):
    """Return the style attribute of an element as a dictionary."""
    pairs = (part.split(":", 1) for part in element.get("style", "").split(";") if ":" in part)
    return {name.strip(): value.strip() for name, value in pairs}


def ink(style):
    """Turn the style of a path into attributes, its colours into ours."""
    attributes = {}
    for name in ("fill", "stroke"):
        value = style.get(name, "#000000" if name == "fill" else "none")
        if value != "none":
            attributes[name] = COLOUR.get(value, value)
    wanted = ["fill-opacity", "opacity", "fill-rule"]
    if "stroke" in attributes:
        attributes["stroke-width"] = style.get("stroke-width", "1")
        wanted += ["stroke-opacity", "stroke-dasharray", "stroke-linecap"]
    attributes |= {name: style[name] for name in wanted if name in style}
    if attributes.get("stroke-dasharray") == "none":
        del attributes["stroke-dasharray"]
    return attributes


def compact(d):
    """Join a path's steps: our numbers are separated by one blank, its letters by none."""
    return re.sub(r"\s*([A-Za-z])\s*", r"\1", re.sub(r"\s+", " ", d)).strip()


def marker(element, path, style):
    """Return a marker in its place, as a path of its own; a circle as a circle."""
    x, y = float(element.get("x", 0)), float(element.get("y", 0))
    attributes = ink({**declarations(path), **style})
    d = compact(path.get("d"))
    if d.count("C") == 8 and d.upper().endswith("Z"):
        radius = re.match(r"M\S+ (\S+?)C", d).group(1)
        return ElementTree.Element(f"{SVG}circle", {
            "cx": str(x), "cy": str(y), "r": radius, **attributes})
    if "Z" not in d.upper():
        attributes.pop("fill", None)  # a tick has no inside
    return ElementTree.Element(path.tag, {"d": shifted(d, x, y), **attributes})


def shifted(d, x, y):
    """Move a path; matplotlib writes absolute coordinates in pairs."""
    offsets = itertools.cycle((x, y))
    return re.sub(r"-?[\d.]+(?:e-?\d+)?", lambda n: f"{float(n.group()) + next(offsets):.4f}", d)


def label(element, style):
    """Return one of matplotlib's texts, set anew by our own rules."""
    source = "".join(element.itertext())
    x, y, turn = position(element)
    runs, size = sized(source, float(style["font-size"].removesuffix("px")))
    extra = {"transform": f"rotate({turn} {x} {y})"} if turn else {}
    if "opacity" in style:
        extra["fill_opacity"] = style["opacity"]
    if "font-weight" in style:
        extra["font_weight"] = style["font-weight"]
    fill = style.get("fill", "#000000")
    drawing = drawsvg.Drawing(1, 1)
    drawing.append(text_element(runs, x, y, size, style.get("text-anchor", "start"),
                                fill=COLOUR.get(fill, fill), **extra))
    return ElementTree.fromstring(drawing.as_svg()).find(f"{SVG}text")


def position(element):
    """Return x, y and the turn in degrees of a text of matplotlib's."""
    x, y, turn = float(element.get("x", 0)), float(element.get("y", 0)), 0.0
    for name, values in re.findall(r"(\w+)\(([^)]*)\)", element.get("transform", "")):
        numbers = [float(value) for value in re.split(r"[ ,]+", values.strip())]
        if name == "translate":
            x, y = x + numbers[0], y + numbers[1]
        elif name == "rotate":
            turn = numbers[0]
            if len(numbers) == 1 and (element.get("x") or element.get("y")):
                raise ValueError("matplotlib turned a text in a way plotting.py does not know")
    return x, y, math.fmod(turn, 360)


def clipped(made, element, clips, used):
    """Return an element clipped where it leaves its axes; nothing where it lies outside."""
    found = re.search(r"#([^)]+)", element.get("clip-path", ""))
    box = clips[found.group(1)].find(f"{SVG}rect") if found else None
    if box is None:
        return [made]
    left, top, wide, high = (float(box.get(key)) for key in ("x", "y", "width", "height"))
    if "cx" in made.attrib:
        places, slack = [float(made.get("cx")), float(made.get("cy"))], 0.5
    elif "d" in made.attrib:
        places, slack = [float(n) for n in re.findall(r"-?[\d.]+", made.get("d"))], 2
    else:
        return [made]
    inside = [-slack <= x - left <= wide + slack and -slack <= y - top <= high + slack
              for x, y in zip(places[::2], places[1::2], strict=True)]
    if all(inside):
        return [made]
    if "cx" in made.attrib:
        return []  # a dot is there or not
    if found.group(1) not in used:
        clip = ElementTree.Element(f"{SVG}clipPath", {"id": f"clip{len(used) + 1}"})
        ElementTree.SubElement(clip, f"{SVG}rect", dict(box.attrib))
        used[found.group(1)] = clip
    made.set("clip-path", f"url(#{used[found.group(1)].get('id')})")
    return [made]
