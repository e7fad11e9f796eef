"""Cut the Markdown of a page into the blocks that its reader sees, each with its line.

The cut follows Python-Markdown with the extensions of the site. What Python-Markdown would read
otherwise than it looks (a list without an empty line before it, a body indented too little) is
named as a fault and then read as it was meant, so that one slip is one message.
"""

import re
from dataclasses import dataclass, field

from notes_inline import BREAK, Inline, read_inline

FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
DISPLAY = re.compile(r"^ {0,3}\$\$")
HEADING = re.compile(
    r"^(?P<marks>#{1,6})\s+(?P<title>.*?)(?:\s+\{(?P<attributes>[^{}]*)\})?\s*$")
ADMONITION = re.compile(
    r'^(?P<mark>!!!|\?\?\?\+?)\s+(?P<kind>[\w-]+)[^"]*(?:"(?P<title>.*)")?\s*$')
OPENING = re.compile(r"^/{3,}\s*(?P<kind>[a-z][\w-]*)")
CLOSING = re.compile(r"^/{3,}\s*$")
ITEM = re.compile(r"^ {0,3}(?P<mark>[-*+]|\d+\.)\s+(?=\S)")
DELIMITER = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
RULE = re.compile(r"^ {0,3}([-*_])(?: *\1){2,}\s*$")
UNDERLINE = re.compile(r"^(?:=+|-+)\s*$")
FIGURE = re.compile(r"^!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?\s*$")
HTML = re.compile(r"^<(?:!--|/?[a-zA-Z][^:@>]*>|[a-zA-Z][\w-]*\s)")
DEFINITION = re.compile(r"^\*?\[[^\]]+\]:\s+\S")
QUOTE = re.compile(r"^>")
INDENT = re.compile(r"^ {4}")
INCLUDE = re.compile(r'^;?-+8<-+[ \t]*"?(?P<path>[^"\n]*)"?', re.M)
MARKER = re.compile(r"^\{\{ .*\}\}\s*$")  # the build puts a collection in its place
CELL_END = re.compile(r"\\.|(`+)(?:.*?)\1|(?P<bar>\|)")
AFTER_EMPTY_LINE = ((ITEM, "list"), (DISPLAY, "display formula"), (ADMONITION, "block"),
                    (OPENING, "caption"), (FIGURE, "figure"), (MARKER, "marker"))


@dataclass
class Block:
    """One block: `kind` and `detail` name it; `content` is its id, TeX or code."""

    kind: str
    line: int
    detail: str = ""
    content: str = ""
    inline: Inline = field(default_factory=Inline)
    depth: int = 0

    def describe(self):
        """Return the block in words, for a message."""
        if self.kind == "heading":
            return f"heading of level {self.detail}"
        return f"{self.detail} {self.kind}".strip()


class Parser:
    """Read (number, text) lines into blocks; `faults` collects (line, what, remedy)."""

    def __init__(self, lines, faults, depth=0, is_item=False):
        self.lines, self.faults, self.depth, self.is_item = lines, faults, depth, is_item
        self.at, self.blocks = 0, []

    def run(self):
        """Return the blocks, those inside others right after them, one deeper."""
        readers = (
            (FENCE, self.fence), (DISPLAY, self.display), (OPENING, self.titled),
            (HEADING, self.heading), (ADMONITION, self.admonition), (RULE, self.rule),
            (ITEM, self.list), (FIGURE, self.figure), (HTML, self.html), (INCLUDE, self.include),
            (QUOTE, self.quote), (DEFINITION, self.definition), (INDENT, self.indented),
            (MARKER, self.marker),
        )
        while self.at < len(self.lines):
            text = self.lines[self.at][1]
            if not text.strip():
                self.at += 1
            elif self.is_table():
                self.table()
            else:
                fitting = (read for pattern, read in readers if pattern.match(text))
                next(fitting, self.paragraph)()
        return self.blocks

    def take(self):
        """Return the next line and go on."""
        self.at += 1
        return self.lines[self.at - 1]

    def add(self, kind, line, **parts):
        """Append a block and return it."""
        self.blocks.append(Block(kind, line, depth=self.depth, **parts))
        return self.blocks[-1]

    def inside(self, lines, is_item=False):
        """Read lines that stand inside the last block; in an item a list may follow at once."""
        inner = Parser(lines, self.faults, self.depth + 1, is_item).run()
        self.blocks += inner
        return inner

    def until(self, is_end):
        """Take lines up to one for which `is_end` holds; return them and that one, or None."""
        taken = []
        while self.at < len(self.lines):
            line = self.take()
            if is_end(line[1]):
                return taken, line
            taken.append(line)
        return taken, None

    def fence(self):
        number, text = self.take()
        found = FENCE.match(text)
        sign, length = found["fence"][0], len(found["fence"])
        taken, last = self.until(re.compile(rf"^ {{0,3}}{sign}{{{length},}}\s*$").match)
        if last is None:
            self.faults.append((number, "a fence that is never closed",
                                f"end it with {found['fence']}"))
        language, _, rest = found["info"].strip().partition(" ")
        title = re.search(r'title="([^"]*)"', rest)
        block = self.add("fence", number, detail=language or "plain",
                         content="\n".join(text for _, text in taken))
        block.inline.spans["title"] = title[1] if title else ""

    def display(self):
        number, text = self.take()
        tex, first = [], text.strip()[2:]
        if first.endswith("$$"):
            tex, last = [first[:-2]], (number, first)
        else:
            taken, last = self.until(lambda line: not line.strip() or line.rstrip().endswith("$$"))
            tex = [first, *(line for _, line in taken)]
            if last and last[1].strip():
                tex.append(last[1].rstrip()[:-2])
        if last is None or not last[1].strip():
            self.faults.append((number, "a display formula that is never closed",
                                "end it with $$ on a line of its own, without empty lines before"))
        elif first or last[1].strip() != "$$":
            self.faults.append((number if first else last[0], "a display formula beside its $$",
                                "put each $$ alone on its line (M1)"))
        elif self.at < len(self.lines) and self.lines[self.at][1].strip():
            self.faults.append((last[0], "no empty line after a display formula", "add one"))
        self.add("display formula", number, content="\n".join(line.strip() for line in tex).strip())

    def titled(self):
        number, text = self.take()
        kind = OPENING.match(text)["kind"]
        taken, last = self.until(CLOSING.match)
        if last is None:
            self.faults.append((number, f"a {kind} that is never closed", "end it with a line ///"))
        self.add(kind, number, inline=read_inline([line for line in taken if line[1].strip()]))

    def heading(self):
        number, text = self.take()
        found = HEADING.match(text)
        name = re.match(r":?\s*#(\S+)", (found["attributes"] or "").strip())
        if name and not re.match(r" #\S.* $", found["attributes"]):
            self.faults.append((number, f"heading id written {{{found['attributes']}}}",
                                f"write {{ #{name[1]} }}"))
        self.add("heading", number, detail=str(len(found["marks"])),
                 content=name[1] if name else "", inline=read_inline([(number, found["title"])]))

    def admonition(self):
        number, text = self.take()
        found = ADMONITION.match(text)
        title = found["title"] or ""
        if '"' in title:
            self.faults.append((number, "a double quote inside the title of a block",
                                "the title ends there; write “…”, or code without quotes"))
        kind = found["kind"] if found["mark"] == "!!!" else f"folded {found['kind']}"
        self.add("block", number, detail=kind, content=found["kind"],
                 inline=read_inline([(number, title)]))
        if not self.inside(self.indented_lines()):
            self.faults.append((number, f"a {found['kind']} without a body",
                                "indent it by 4 blanks"))

    def indented_lines(self):
        """Take the lines indented by 4 blanks, without the indent."""
        start = self.at
        while self.at < len(self.lines) and re.match(r" {4}|\s*$", self.lines[self.at][1]):
            self.at += 1
        return [(number, text[4:]) for number, text in self.lines[start:self.at]]

    def list(self):
        start = self.at
        items = []
        while self.at < len(self.lines):
            number, text = self.lines[self.at]
            found = ITEM.match(text)
            is_after_empty = not self.lines[self.at - 1][1].strip()
            if found:
                items.append([(number, text[found.end():])])
            elif text.strip() and is_after_empty and not text.startswith("  "):
                break
            else:
                items[-1].append((number, re.sub(r"^ {1,4}", "", text)))
            self.at += 1
        number, text = self.lines[start]
        order = "numbered list" if ITEM.match(text)["mark"][0].isdigit() else "list"
        self.add(f"{order} of {len(items)} item{'s' * (len(items) > 1)}", number)
        for lines in items:
            inner = self.inside(lines, is_item=True)
            if inner and inner[0].kind == "paragraph":
                inner[0].kind = "list item"

    def is_table(self):
        """Tell whether a table begins here."""
        if self.at + 1 >= len(self.lines):
            return False
        (_, first), (_, second) = self.lines[self.at:self.at + 2]
        return "|" in first and "|" in second and bool(DELIMITER.match(second))

    def table(self):
        start = self.at
        while self.at < len(self.lines) and "|" in self.lines[self.at][1]:
            self.at += 1
        header, _, *rows = self.lines[start:self.at]
        columns = len(cells(header[1]))
        self.add(f"table of {len(rows)}×{columns}", header[0], content="table")
        self.depth += 1
        for number, text in (header, *rows):
            parts, inline = cells(text), Inline()
            if len(parts) != columns:
                self.faults.append((number, f"{len(parts)} cells under a header of {columns}",
                                    "write \\mid for a bar in a formula"))
            for part in parts:
                inline.add(read_inline([(number, part)]), BREAK)
            self.add("table row", number, inline=inline)
        self.depth -= 1

    def figure(self):
        line = self.take()
        self.add("figure", line[0], inline=read_inline([line]))

    def rule(self):
        self.add("rule", self.take()[0])

    def definition(self):
        line = self.take()
        self.add("definition", line[0], inline=read_inline([line]))

    def html(self):
        number = self.lines[self.at][0]
        taken, _ = self.until(lambda line: not line.strip())
        self.add("raw HTML", number, content="\n".join(text for _, text in taken))

    def include(self):
        number, text = self.take()
        self.add("include", number, content=INCLUDE.match(text)["path"])

    def marker(self):
        number, text = self.take()
        if self.at < len(self.lines) and self.lines[self.at][1].strip():
            self.faults.append((number, "no empty line after a marker", "add one"))
        self.add("marker", number, content=text.strip())

    def quote(self):
        taken, _ = self.until(lambda line: not line.strip())
        self.add("quotation", taken[0][0])
        self.inside([(number, re.sub(r"^ ?> ?", "", text)) for number, text in taken])

    def indented(self):
        number = self.lines[self.at][0]
        content = "\n".join(text for _, text in self.indented_lines())
        self.faults.append((number, "an indented line that becomes a block of code",
                            "take the indent away, or mend the block that it belongs to"))
        self.add("indented code", number, content=content)

    def paragraph(self):
        taken = []
        while self.at < len(self.lines):
            number, text = self.lines[self.at]
            if not text.strip() or HEADING.match(text) or FENCE.match(text):
                break
            if taken and UNDERLINE.match(text):
                self.faults.append((number, "an underlined heading", "write `## title { #id }`"))
                self.at += 1
                break
            what = next((what for pattern, what in AFTER_EMPTY_LINE if pattern.match(text)),
                        "table" if self.is_table() else "")
            if taken and what == "list" and self.is_item:
                break
            if taken and what:
                self.faults.append((number, f"no empty line before a {what}", "add one"))
                break
            taken.append(self.take())
        self.add("paragraph", taken[0][0], inline=read_inline(taken))


def cells(row):
    """Return the cells of a table row; a bar in code or after a backslash is no border."""
    row = row.strip()
    borders = [found.start() for found in CELL_END.finditer(row) if found["bar"]]
    parts = [row[start + 1:end] for start, end in zip([-1, *borders], [*borders, len(row)])]
    if row.startswith("|"):
        parts = parts[1:]
    if len(parts) > 1 and not parts[-1].strip():
        parts = parts[:-1]
    return [part.strip() for part in parts]


def read_blocks(lines):
    """Return the blocks of (number, text) lines, and the faults as (line, what, remedy)."""
    faults = []
    return Parser(lines, faults).run(), faults
