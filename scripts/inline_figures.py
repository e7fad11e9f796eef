"""Put the SVG figures of a page into its HTML, so that they follow the theme and cost no request."""

import re
from pathlib import Path

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

PROLOG = re.compile(r"^\s*(?:<\?xml.*?\?>)?\s*(?:<!DOCTYPE.*?>)?\s*", re.S)
TITLE = re.compile(r"<title>.*?</title>", re.S)


def escape(text):
    """Escape text for HTML, in element content and in attributes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def inline_svg(svg, alt):
    """Return the SVG as an element of the page, named by the page's alternative text."""
    svg = PROLOG.sub("", svg, count=1)
    svg = TITLE.sub(f"<title>{escape(alt)}</title>", svg, count=1)
    return svg.replace("<svg", f'<svg role="img" aria-label="{escape(alt)}"', 1)


class FigureTreeprocessor(Treeprocessor):
    """Replace `![alt](…/figures/….svg)` by the drawing itself."""

    def __init__(self, md, page_path, report):
        super().__init__(md)
        self.page_path = page_path
        self.report = report

    def run(self, root):
        parents = {child: parent for parent in root.iter() for child in parent}
        for image in [element for element in root.iter("img") if "/figures/" in element.get("src", "")]:
            source = image.get("src")
            alt = image.get("alt", "").strip()
            path = Path(self.page_path).parent / source
            if not alt:
                self.report(source, f"figure {source} has no alternative text; write its conclusion")
            if not path.is_file():
                self.report(source, f"no such figure: {source}; draw it with `dev.py figures`")
                continue
            drawing = self.md.htmlStash.store(inline_svg(path.read_text(encoding="utf-8"), alt))
            image.tag, image.text = "span", drawing
            image.attrib = {"class": "figure-drawing"}
            frame = parents.get(parents[image])
            if frame is not None and frame.tag == "figure":
                frame.set("class", "notes-figure")


class FigureExtension(Extension):
    """Markdown extension for one page; `report(needle, message)` is told of every fault."""

    def __init__(self, page_path, report):
        super().__init__()
        self.page_path = page_path
        self.report = report

    def extendMarkdown(self, md):
        md.treeprocessors.register(FigureTreeprocessor(md, self.page_path, self.report), "figures", 14)
