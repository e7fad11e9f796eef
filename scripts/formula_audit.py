"""Hold the formulas of a page's source against those that were drawn.

The scan below does not share code with the Markdown extension that finds formulas, so that one
that is lost on the way (left raw, swallowed by a table, drawn red) cannot go unnoticed.
"""

import re
from html.parser import HTMLParser

FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,}).*?^(?P=indent)(?P=fence)[ \t]*$", re.M | re.S)
COMMENT = re.compile(r"<!--.*?-->", re.S)
INLINE_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.S)
DISPLAY = re.compile(r"^[ \t]*\$\$(?P<tex>.+?)\$\$[ \t]*$", re.M | re.S)
INLINE = re.compile(r"(?<![\\$])\$(?![$\s])(?P<tex>[^$\n]*?[^$\s\\])\$(?![$\d])")
DOLLAR = re.compile(r"(?<!\\)\$")
HAN = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
RAW = re.compile(r"\$|\\[()\[\]]|\\(?:[a-zA-Z]{2,})")


def blank(pattern, text):
    """Replace each match by spaces, keeping line ends, so that line numbers stay right."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)


def scan(source):
    """Return (formulas, faults) of Markdown `source`.

    formulas: list of (line, tex, is_display); faults: list of (line, message).
    """
    text = source
    front = re.match(r"---\n.*?\n---\n", text, re.S)
    if front:
        text = re.sub(r"[^\n]", " ", front.group()) + text[front.end():]
    for pattern in (FENCE, COMMENT, INLINE_CODE):
        text = blank(pattern, text)
    formulas, faults = [], []
    for pattern, is_display in ((DISPLAY, True), (INLINE, False)):
        for found in pattern.finditer(text):
            line = text.count("\n", 0, found.start("tex")) + 1
            formulas.append((line, found["tex"].strip(), is_display))
            if HAN.search(found["tex"]):
                faults.append((line, f"Chinese characters inside a formula: {found['tex'].strip()!r}; "
                                     "move them out of the dollar signs"))
        text = blank(pattern, text)
    for found in DOLLAR.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        faults.append((line, "a dollar sign that belongs to no formula; close the formula, take out "
                             "blanks just inside the dollar signs, or write \\$"))
    return sorted(formulas), sorted(set(faults))


class _Drawn(HTMLParser):
    """Count formulas in HTML, and collect text that looks like TeX outside them and outside code."""

    VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

    def __init__(self):
        super().__init__()
        self.stack, self.count, self.raw, self.red = [], 0, [], 0

    def handle_starttag(self, tag, attributes):
        classes = (dict(attributes).get("class") or "").split()
        self.count += "katex" in classes
        self.red += "katex-error" in classes
        quiet = bool(self.stack and self.stack[-1][1]) or "katex" in classes or tag in ("code", "pre", "script", "style", "svg")
        if tag not in self.VOID:
            self.stack.append((tag, quiet))

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not (self.stack and self.stack[-1][1]):
            self.raw += RAW.findall(data)


def drawn(html):
    """Return (number of formulas, number drawn red, pieces of raw TeX) of finished page HTML."""
    parser = _Drawn()
    parser.feed(html)
    return parser.count, parser.red, parser.raw


def audit(source, html):
    """Return faults of one page as a list of (line, message): what was written against what was drawn."""
    formulas, faults = scan(source)
    count, red, raw = drawn(html)
    if count != len(formulas):
        faults.append((1, f"{len(formulas)} formulas written, {count} drawn; look for a formula next to a "
                          "digit, broken by a blank line, or in a table cell with a bare |"))
    if red:
        faults.append((1, f"{red} formulas drawn red; see KaTeX's messages"))
    if raw and count == len(formulas):
        faults.append((1, f"raw TeX is left on the page: {' '.join(sorted(set(raw))[:5])}; put it into dollar signs or code"))
    return faults
