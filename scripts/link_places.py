"""Give every display formula of a page an id and a link to itself; name the links of the headings.

The formulas are f1, f2 … in their order on the page, so both languages have the same ids.  A reader
sees the number with its section, (2.9-3), as figures have theirs; docs/assets/js/links.js copies the
address.  Without scripts the links are links.
"""

import re
import xml.etree.ElementTree as etree

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

SECTION = re.compile(r"(?:^|/)c\d+/w(?P<week>\d+)/s0*(?P<section>\d+)_")
WORDS = {
    "heading": {"zh": "本标题的链接", "en": "Link to this heading"},
    "formula": {"zh": "公式 {} 的链接", "en": "Link to formula {}"},
}


def number(place, at):
    """Return the number that the display formula `at` (from 1) of the page at `place` carries."""
    section = SECTION.search(place)
    return f"{section['week']}.{section['section']}-{at}" if section else str(at)


class FormulaTreeprocessor(Treeprocessor):
    """Number the formulas of a page; `report(needle, message)` is told of every id that is taken."""

    def __init__(self, md, place, language, report):
        super().__init__(md)
        self.place, self.language, self.report = place, language, report

    def run(self, root):
        taken = {element.get("id") for element in root.iter() if element.get("id")}
        formulas = [element for element in root.iter("div") if element.get("class") == "math-display"]
        for at, element in enumerate(formulas, 1):
            name = f"f{at}"
            if name in taken:
                self.report(f"#{name}", f"the id {name} belongs to formula {at} of the page; give the heading another id")
            element.set("id", name)
            label = number(self.place, at)
            etree.SubElement(element, "a", {  # the style sheet writes the number, so that no copied text holds it
                "class": "notes-formula-link", "href": f"#{name}", "data-number": label,
                "aria-label": WORDS["formula"][self.language].format(label),
            })


class HeadingTreeprocessor(Treeprocessor):
    """Name the links that the table of contents has put into the headings."""

    def __init__(self, md, language):
        super().__init__(md)
        self.words = WORDS["heading"][language]

    def run(self, root):
        for link in root.iter("a"):
            if link.get("class") == "headerlink":
                link.set("title", self.words)
                link.set("aria-label", self.words)


class LinkExtension(Extension):
    """Markdown extension for the page at `place` in `language` ("zh" or "en")."""

    def __init__(self, place, language, report):
        super().__init__()
        self.place, self.language, self.report = place, language, report

    def extendMarkdown(self, md):
        # after attributes are read (8), before mkdocs takes note of the ids (5)
        formulas = FormulaTreeprocessor(md, self.place, self.language, self.report)
        md.treeprocessors.register(formulas, "formula-links", 6)
        # after the table of contents is made (5)
        md.treeprocessors.register(HeadingTreeprocessor(md, self.language), "heading-links", 4)
