"""The rules for a drawn SVG; draw_figures.py applies them to every figure.

`problems(svg, stem)` returns (line, what and remedy) pairs. The rules keep a figure safe to inline,
readable on a phone, and right in both themes.
"""

import math
import re
import sys
from pathlib import Path
from xml.parsers import expat

sys.path.append(str(Path(__file__).resolve().parents[1] / "docs" / "figures"))

import look  # noqa: E402
import typeset  # noqa: E402

ELEMENTS = {"svg", "title", "desc", "g", "defs", "clipPath", "path", "rect", "circle", "ellipse",
            "line", "polyline", "polygon", "text", "tspan", "use"}
PAINT = {"fill", "stroke", "color", "stop-color"}
COLOURS = {"none", "inherit", *look.COLOURS}
FACES = {style["font_family"]: face for face, style in typeset.FONT.items() if face != "bold"}
SCRIPT_SHARE = 0.65  # a script may be this much smaller than the smallest text
OVERLAP = 0.15  # share of the smaller label that another may cover, by estimate
EDGE = 1.5  # units a label may stand over the edge, by estimate


class Node:
    """An element with its line."""

    def __init__(self, name, attributes, line, parent):
        self.name, self.attributes, self.line, self.parent = name, attributes, line, parent
        self.content = []  # strings and nodes, in order
        if parent:
            parent.content.append(self)

    def walk(self):
        yield self
        for child in self.content:
            if isinstance(child, Node):
                yield from child.walk()

    def text(self):
        return "".join(c if isinstance(c, str) else c.text() for c in self.content)

    def inherited(self, name, default=None):
        if name in self.attributes:
            return self.attributes[name]
        return self.parent.inherited(name, default) if self.parent else default


def parse(svg):
    """Return the root of an SVG text; raise ValueError((line, what)) if there is none."""
    parser, open_nodes, root = expat.ParserCreate(), [], []

    def start(name, attributes):
        parent = open_nodes[-1] if open_nodes else None
        node = Node(name, attributes, parser.CurrentLineNumber, parent)
        root.append(node)
        open_nodes.append(node)

    def doctype(*_):
        raise ValueError((parser.CurrentLineNumber, "a DOCTYPE; leave it out"))

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: open_nodes.pop()
    parser.CharacterDataHandler = lambda data: open_nodes[-1].content.append(data)
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(svg.encode(), True)
    except expat.ExpatError as error:
        raise ValueError((error.lineno, f"not XML ({expat.errors.messages[error.code]}); "
                                        "return what Diagram or Plot gives")) from None
    return root[0]


def problems(svg, stem):
    """Return every broken rule as (line, what and remedy)."""
    found = []
    if len(svg.encode()) > look.MAX_BYTES:
        found.append((1, f"{len(svg.encode())} bytes, {look.MAX_BYTES} are the limit; draw fewer "
                         "points or fewer labels"))
    try:
        root = parse(svg)
    except ValueError as error:
        return [*found, error.args[0]]
    box = canvas(root, found)
    names(root, found)
    ids(root, stem, found)
    for node in root.walk():
        element(node, found)
    if box:
        texts(root, box, found)
    return sorted(found)


def canvas(root, found):
    """Check the size of the canvas; return its width and height."""
    attributes = root.attributes
    try:
        left, top, width, height = (float(n) for n in attributes.get("viewBox", "").split())
    except ValueError:
        found.append((root.line, "no viewBox of four numbers; return what Diagram or Plot gives"))
        return None
    if root.name != "svg" or (left, top) != (0, 0):
        found.append((root.line, "not an <svg> whose viewBox starts at 0 0; return what Diagram or "
                                 "Plot gives"))
    if width > look.WIDTH:
        found.append((root.line, f"{width:g} units wide, {look.WIDTH} are the limit; letters would "
                                 "be too small on a phone: stack what stands side by side"))
    if [attributes.get("width"), attributes.get("height")] != attributes["viewBox"].split()[2:]:
        found.append((root.line, "width and height are not those of the viewBox; state them, or "
                                 "the page jumps"))
    if attributes.get("fill") not in ("none", look.INK):
        found.append((root.line, 'no fill="none" on <svg>: what has no fill turns black on dark; '
                                 "state it"))
    return width, height


def names(root, found):
    """Check that title and description come first and say something."""
    first = [child for child in root.content if isinstance(child, Node)][:2]
    for place, name in enumerate(("title", "desc")):
        if len(first) <= place or first[place].name != name or not first[place].text().strip():
            found.append((root.line, f"no <{name}>; pass {name}= to Diagram or Plot"))


def ids(root, stem, found):
    """Check that ids are the figure's own and that references meet them."""
    known = set()
    for node in root.walk():
        name = node.attributes.get("id")
        if name is None:
            continue
        if name in known:
            found.append((node.line, f"id {name} twice; give each its own"))
        if not name.startswith(f"{stem}-"):
            found.append((node.line, f"id {name} does not begin with {stem}-; other figures stand "
                                     "on the same page"))
        known.add(name)
    for node in root.walk():
        for attribute, value in node.attributes.items():
            named = re.findall(r"url\(#([^)]*)\)", value)
            if attribute.endswith("href") and value.startswith("#"):
                named.append(value[1:])
            for name in named:
                if name not in known:
                    found.append((node.line, f"a reference to #{name}, which is not there; "
                                             "define it"))


def element(node, found):
    """Check one element and its attributes."""
    if node.name not in ELEMENTS:
        found.append((node.line, f"<{node.name}> is not allowed; draw with shapes and text"))
    for name, value in node.attributes.items():
        if name.lower().startswith("on"):
            found.append((node.line, f"a script in {name}; a figure does nothing"))
        elif name == "style":
            found.append((node.line, "a style attribute; use attributes such as fill and stroke"))
        elif name in PAINT and value not in COLOURS:
            found.append((node.line, f"{name}={value!r} is not a colour of look.py; "
                                     "use its constants"))
        elif name == "font-family" and value not in FACES:
            found.append((node.line, f"font {value!r} is not one of look.py; use its constants"))
        elif (name.endswith("href") and not value.startswith("#")) or (
                re.search(r"url\((?!#)|data:|https?:|//", value) and name != "xmlns"):
            found.append((node.line, f"{name} points outside the figure; draw it here"))


def texts(root, box, found):
    """Check size, place and overlap of every text."""
    least = look.SMALLEST / min(1.0, look.PHONE / box[0])
    drawn = []
    for node in root.walk():
        if node.name == "text" and node.text().strip():
            found += sizes(node, least)
            try:
                low, high = extent(node)
            except ValueError as error:
                found.append((node.line, str(error)))
                continue
            label = " ".join(node.text().split())
            if min(low) < -EDGE or high[0] > box[0] + EDGE or high[1] > box[1] + EDGE:
                found.append((node.line, f"text {label!r} leaves the canvas; move it or enlarge "
                                         "the canvas"))
            drawn.append((node.line, label, low, high))
    found += overlaps(drawn)


def sizes(node, least):
    """Return what is too small in a text; only raised or lowered parts may be smaller."""
    out, height = [], 0.0
    for part in node.walk():
        height += float(part.attributes.get("dy", 0))
        size = float(part.inherited("font-size", 0))
        limit = least * (SCRIPT_SHARE if abs(height) > 0.5 else 1)
        if size < limit - 0.05 and part.text().strip():
            out.append((node.line, f"text {part.text()!r} has {size:g} units, {limit:.1f} are the "
                                   "least that reads on a phone; enlarge it"))
            break
    return out


def extent(node):
    """Estimate the corners of a text: ((left, top), (right, bottom))."""
    size = float(node.inherited("font-size"))
    wide = advance(node)
    x, y = float(node.attributes.get("x", 0)), float(node.attributes.get("y", 0))
    x -= wide * {"middle": 0.5, "end": 1.0}.get(node.inherited("text-anchor"), 0.0)
    corners = [(a, b) for a in (x, x + wide) for b in (y - 0.72 * size, y + 0.2 * size)]
    while node:
        corners = [moved(corner, node.attributes.get("transform", "")) for corner in corners]
        node = node.parent
    across, along = zip(*corners, strict=True)
    return (min(across), min(along)), (max(across), max(along))


def advance(node):
    """Estimate the width of a text with its parts."""
    size, family = float(node.inherited("font-size")), node.inherited("font-family")
    total = float(node.attributes.get("dx", 0))
    for part in node.content:
        if isinstance(part, Node):
            total += advance(part)
        else:
            total += size * sum(typeset.letter_width(c, FACES.get(family, "words")) for c in part)
    return total


def moved(place, transform):
    """Apply translate(x y) and rotate(degrees x y) to a point."""
    for name, values in reversed(re.findall(r"(\w+)\(([^)]*)\)", transform)):
        numbers = [float(value) for value in re.split(r"[ ,]+", values.strip())]
        x, y = place
        if name == "translate":
            place = x + numbers[0], y + (numbers[1] if len(numbers) > 1 else 0.0)
        elif name == "rotate":
            turn, (u, v) = math.radians(numbers[0]), (numbers[1:] or (0.0, 0.0))
            place = (u + (x - u) * math.cos(turn) - (y - v) * math.sin(turn),
                     v + (x - u) * math.sin(turn) + (y - v) * math.cos(turn))
        else:
            raise ValueError(f"{name} on a text; place and size it directly")
    return place


def overlaps(drawn):
    """Return the pairs of texts that cover each other."""
    out = []
    for place, (line, label, low, high) in enumerate(drawn):
        for _, other, low2, high2 in drawn[:place]:
            wide = min(high[0], high2[0]) - max(low[0], low2[0])
            tall = min(high[1], high2[1]) - max(low[1], low2[1])
            least = min((h[0] - w[0]) * (h[1] - w[1]) for w, h in ((low, high), (low2, high2)))
            if wide > 0 and tall > 0 and wide * tall > OVERLAP * least:
                out.append((line, f"text {label!r} covers {other!r}; move one of them"))
    return out
