"""Hold the formulas of a page's source against those that were drawn.

The scan below does not share code with the Markdown extension that finds formulas, so that one
that is lost on the way (left raw, swallowed by a table, drawn red) cannot go unnoticed.
"""

import html
import re

FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,}).*?^(?P=indent)(?P=fence)[ \t]*$", re.M | re.S)
COMMENT = re.compile(r"<!--.*?-->", re.S)
INLINE_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.S)
DISPLAY = re.compile(r"^[ \t]*\$\$(?P<tex>.+?)\$\$[ \t]*$", re.M | re.S)
INLINE = re.compile(r"(?<![\\$])\$(?![$\s])(?P<tex>[^$\n]*?[^$\s\\])\$(?![$\d])")
DOLLAR = re.compile(r"(?<!\\)\$")
HAN = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
QUIET = re.compile(r"<(?:(?P<tag>code|pre|script|style|svg)\b|span class=\"(?P<name>katex|katex-error)\")")
TAG = re.compile(r"<[^>]*>")
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


def _end(page, tag, start):
    """Return where the element `tag` that begins at `start` ends."""
    depth = 0
    for found in re.finditer(rf"<(/?){tag}\b", page[start:]):
        depth += -1 if found[1] else 1
        if depth == 0:
            return page.index(">", start + found.start()) + 1
    return len(page)


def drawn(page):
    """Return (number of formulas, number drawn red, pieces of raw TeX) of finished page HTML.

    Text that looks like TeX counts as raw outside formulas, code and drawings.
    """
    count = red = position = 0
    prose = []
    while found := QUIET.search(page, position):
        count += found["name"] == "katex"
        red += found["name"] == "katex-error"
        prose.append(page[position:found.start()])
        position = _end(page, found["tag"] or "span", found.start())
    prose.append(page[position:])
    return count, red, RAW.findall(html.unescape(TAG.sub(" ", "".join(prose))))


def audit(source, page):
    """Return faults of one page as a list of (line, message): what was written against what was drawn.

    source: Markdown; page: the HTML that became of it.
    """
    formulas, faults = scan(source)
    count, red, raw = drawn(page)
    if count != len(formulas):
        faults.append((1, f"{len(formulas)} formulas written, {count} drawn; look for a formula next to a "
                          "digit, broken by a blank line, or in a table cell with a bare |"))
    if red:
        faults.append((1, f"{red} formulas drawn red; see KaTeX's messages"))
    if raw and count == len(formulas):
        faults.append((1, f"raw TeX is left on the page: {' '.join(sorted(set(raw))[:5])}; put it into dollar signs or code"))
    return faults
