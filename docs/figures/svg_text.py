"""The last step of every figure: a small, plain, deterministic SVG text."""

import itertools
import re
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from svg_paths import NUMBER, shortened

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
NUMERIC = {"d", "points", "transform", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx",
           "ry", "dx", "dy", "width", "height", "font-size", "stroke-width", "stroke-dasharray",
           "fill-opacity", "stroke-opacity", "opacity"}
INLINE = {"text", "tspan", "title", "desc"}
SHARED = {"font-size", "font-family", "font-style", "font-weight", "fill", "text-anchor"}


def finish(svg, width, height, title, desc):
    """Return the SVG text of a drawing: rounded, sized, named, without what nobody needs.

    svg: SVG text as a library wrote it   width, height: size of the canvas in units
    """
    source = ElementTree.fromstring(svg)
    for name, text in (("title", title), ("desc", desc)):
        if not text or not text.strip():
            raise ValueError(f"the figure has no {name}; give one sentence")
    size = f'width="{number(width)}" height="{number(height)}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="figure" {size} '
        f'viewBox="0 0 {number(width)} {number(height)}" fill="none">',
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(desc)}</desc>",
    ]
    for child in grouped(source):
        lines += written(child)
    return "\n".join([*lines, "</svg>"]) + "\n"


def number(value):
    """Write a number with at most two decimals and no needless zeros."""
    text = f"{float(value):.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def rounded(text):
    """Round every number in the value of an attribute."""
    return NUMBER.sub(lambda found: number(found.group()), text)


def tag(element):
    """Return the name of an element without its namespace."""
    return element.tag.rsplit("}", 1)[-1]


def opening(element):
    """Return the name and attributes of an element as they stand in its tag."""
    parts = [tag(element)]
    for name, value in element.attrib.items():
        name = name.rsplit("}", 1)[-1]
        if (name, value) == ("fill", "none"):  # as on the root
            continue
        value = rounded(value) if name in NUMERIC else value
        parts.append(f"{name}={quoteattr(shortened(value) if name == 'd' else value)}")
    return " ".join(parts)


def shared(element):
    """Return what a text may have in common with its neighbours; nothing for other elements."""
    return tuple(pair for pair in sorted(element.items()) if pair[0] in SHARED
                 and tag(element) == "text")


def grouped(elements):
    """Yield elements in order, neighbouring texts of one look in one group: a third less to load."""
    for look, texts in itertools.groupby(elements, shared):
        texts = list(texts)
        if not look or len(texts) == 1:
            yield from texts
            continue
        group = ElementTree.Element(f"{SVG}g", dict(look))
        for text in texts:
            for name, _ in look:
                del text.attrib[name]
            group.append(text)
        yield group


def written(element):
    """Return the lines of an element; text stays on one line, since line breaks would show."""
    if tag(element) in INLINE:
        return [inline(element)]
    inner = [line for child in grouped(element) for line in written(child)]
    if not inner:
        return [] if tag(element) in {"g", "defs"} else [f"<{opening(element)}/>"]
    return [f"<{opening(element)}>", *inner, f"</{tag(element)}>"]


def inline(element):
    inner = escape(element.text or "")
    for child in element:
        inner += inline(child) + escape(child.tail or "")
    return f"<{opening(element)}>{inner}</{tag(element)}>"


def prefix_ids(svg, stem):
    """Put `stem` before every id: several figures stand on one page."""
    svg = re.sub(r'(?<=\sid=")([^"]+)', rf"{stem}-\1", svg)
    return re.sub(r'(href="#|url\(#)([^")]+)', rf"\1{stem}-\2", svg)
