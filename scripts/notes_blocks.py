"""Cut the Markdown of a page into the blocks that its reader sees, each with its line.

The cut follows Python-Markdown with the extensions of the site. What Python-Markdown would read
otherwise than it looks (a list without an empty line before it, a body indented too little) is
named as a fault and then read as it was meant, so that one slip is one message.
"""

import re
from dataclasses import dataclass, field

from notes_inline import BREAK, Inline, read_inline

FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
HEADING = re.compile(r"^(?P<marks>#{1,6})\s+(?P<title>.*?)(?:\s+\{ ?(?P<attributes>[^{}]*)\})?\s*$")
ADMONITION = re.compile(r'^(?P<mark>!!!|\?\?\?\+?)\s+(?P<kind>[\w-]+)[^"]*(?:"(?P<title>.*)")?\s*$')
OPENING = re.compile(r"^/{3,}\s*(?P<kind>[a-z][\w-]*)")
CLOSING = re.compile(r"^/{3,}\s*$")
ITEM = re.compile(r"^ {0,3}(?P<mark>[-*+]|\d+\.)\s+(?=\S)")
DELIMITER = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
RULE = re.compile(r"^ {0,3}([-*_])(?: *\1){2,}\s*$")
FIGURE = re.compile(r"^!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?\s*$")
HTML = re.compile(r"^<(?:!--|/?[a-zA-Z][^:@>]*>|[a-zA-Z][\w-]*\s)")
DEFINITION = re.compile(r"^(?:\*?\[[^\]]+\]:)\s+\S")
INCLUDE = re.compile(r'^;?-+8<-+\s*"?(?P<path>[^"]*)"?')
CELL_END = re.compile(r"\\.|(`+)(?:.*?)\1|(?P<bar>\|)")
NEEDS_SPACE = (("list", ITEM), ("display formula", re.compile(r"^\$\$")), ("block", ADMONITION),
               ("caption", OPENING), ("figure", FIGURE))


@dataclass
class Block:
    """One block: `kind` and `detail` say what it is, `content` is what is no prose (TeX, code, id)."""

    kind: str
    line: int
    detail: str = ""
    content: str = ""
    inline: Inline = field(default_factory=Inline)
    depth: int = 0

    def describe(self):
        """Return the block in words, for a message."""
        return f"{self.detail} {self.kind}".strip() if self.kind != "heading" else f"heading of level {self.detail}"


class Parser:
    """Read (number, text) lines into blocks; `faults` collects (line, message)."""

    def __init__(self, lines, faults, depth=0):
        self.lines, self.faults, self.depth = lines, faults, depth
        self.at, self.blocks = 0, []

    def run(self):
        """Return the blocks, those inside others right after them, one deeper."""
        readers = ((FENCE, self.fence), (re.compile(r"^\$\$"), self.display), (OPENING, self.titled),
                   (HEADING, self.heading), (ADMONITION, self.admonition), (RULE, self.single("rule")),
                   (ITEM, self.list), (FIGURE, self.figure), (HTML, self.html), (INCLUDE, self.include),
                   (re.compile(r"^>"), self.quote), (DEFINITION, self.single("definition")),
                   (re.compile(r"^ {4}"), self.indented))
        while self.at < len(self.lines):
            text = self.lines[self.at][1]
            if not text.strip():
                self.at += 1
            elif self.is_table():
                self.table()
            else:
                reader = next((reader for pattern, reader in readers if pattern.match(text)), self.paragraph)
                reader()
        return self.blocks

    def add(self, kind, line, **parts):
        block = Block(kind, line, depth=self.depth, **parts)
        self.blocks.append(block)
        return block

    def inside(self, lines):
        """Read lines that stand inside the last block."""
        inner = Parser(lines, self.faults, self.depth + 1).run()
        self.blocks += inner
        return inner

    def until(self, is_end):
        """Take lines up to one for which `is_end` holds, and that line; None at the end of the file."""
        taken = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            if is_end(line[1]):
                return taken, line
            taken.append(line)
        return taken, None

    def fence(self):
        number, text = self.lines[self.at]
        self.at += 1
        opening = FENCE.match(text)
        end = re.compile(rf"^ {{0,3}}{re.escape(opening['fence'][0])}{{{len(opening['fence'])},}}\s*$")
        taken, last = self.until(end.match)
        if last is None:
            self.faults.append((number, f"a fence that is never closed; end it with {opening['fence']}"))
        language, _, rest = opening["info"].strip().partition(" ")
        title = re.search(r'title="([^"]*)"', rest)
        content = "\n".join(text for _, text in taken)
        block = self.add("fence", number, detail=language or "plain", content=content)
        block.inline.spans["title"] = title[1] if title else ""

    def display(self):
        number, text = self.lines[self.at]
        self.at += 1
        alone = text.strip() == "$$"
        if not alone:
            self.faults.append((number, "a display formula shares the line of its $$; put $$ alone on its line"))
        if not alone and text.rstrip().endswith("$$") and len(text.strip()) > 4:
            self.add("display formula", number, content=text.strip().strip("$").strip())
            return
        taken, last = self.until(lambda line: line.rstrip().endswith("$$"))
        if last is None:
            self.faults.append((number, "a display formula that is never closed; end it with $$ on its own line"))
        elif last[1].strip() != "$$":
            self.faults.append((last[0], "a display formula shares the line of its $$; put $$ alone on its line"))
            taken.append((last[0], last[1].rstrip()[:-2]))
        first = [] if alone else [text.strip()[2:]]
        self.add("display formula", number, content="\n".join(first + [line.strip() for _, line in taken]).strip())
        if self.at < len(self.lines) and self.lines[self.at][1].strip():
            self.faults.append((self.lines[self.at][0], "no empty line after a display formula; add one"))

    def titled(self):
        number, text = self.lines[self.at]
        self.at += 1
        kind = OPENING.match(text)["kind"]
        taken, last = self.until(CLOSING.match)
        if last is None:
            self.faults.append((number, f"a {kind} block that is never closed; end it with ///"))
        taken = [line for line in taken if line[1].strip()]
        self.add(kind, number, inline=read_inline(taken))

    def heading(self):
        number, text = self.lines[self.at]
        self.at += 1
        found = HEADING.match(text)
        explicit = re.match(r"#(\S+)", (found["attributes"] or "").strip())
        self.add("heading", number, detail=str(len(found["marks"])), content=explicit[1] if explicit else "",
                 inline=read_inline([(number, found["title"])]))

    def admonition(self):
        number, text = self.lines[self.at]
        self.at += 1
        found = ADMONITION.match(text)
        if found["title"] is not None and '"' in found["title"]:
            self.faults.append((number, "a double quote inside the title of a block cuts the title; "
                                        "write “…” or code without quotes"))
        kind = found["kind"] if found["mark"] == "!!!" else f"folded {found['kind']}"
        title = read_inline([(number, found["title"] or "")])
        self.add("block", number, detail=kind, content=found["kind"], inline=title)
        body = self.indented_lines()
        if not self.inside(body):
            self.faults.append((number, f"a {found['kind']} without a body; indent its text by 4 blanks"))

    def indented_lines(self):
        """Take the lines indented by 4 blanks, without the indent."""
        start = self.at
        while self.at < len(self.lines) and re.match(r" {4}|\s*$", self.lines[self.at][1]):
            self.at += 1
        return [(number, text[4:]) for number, text in self.lines[start:self.at]]

    def list(self):
        start, marks, items = self.lines[self.at][0], [], []
        while self.at < len(self.lines):
            number, text = self.lines[self.at]
            found = ITEM.match(text)
            is_text = bool(text.strip())
            after_blank = is_text and not self.lines[self.at - 1][1].strip()
            if found:
                marks.append(found["mark"])
                items.append([(number, text[found.end():])])
            elif is_text and after_blank and not text.startswith("  "):
                break
            else:
                items[-1].append((number, re.sub(r"^ {1,4}", "", text)))
            self.at += 1
        order = "numbered list" if marks[0][0].isdigit() else "list"
        self.add(f"{order} of {len(items)} item{'s' * (len(items) > 1)}", start, content="list")
        for lines in items:
            first = len(self.blocks)
            self.inside(lines)
            if len(self.blocks) > first and self.blocks[first].kind == "paragraph":
                self.blocks[first].kind = "list item"

    def is_table(self):
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
                self.faults.append((number, f"a table row of {len(parts)} cells under a header of {columns}; "
                                            "inside a formula write \\mid, in code no |"))
            for part in parts:
                inline.add(read_inline([(number, part)]), BREAK)
            self.add("table row", number, inline=inline)
        self.depth -= 1

    def figure(self):
        number, text = self.lines[self.at]
        self.at += 1
        self.add("figure", number, inline=read_inline([(number, text)]))

    def single(self, kind):
        """Return a reader of blocks that are one line long."""
        def read():
            self.add(kind, self.lines[self.at][0], inline=read_inline([self.lines[self.at]]))
            self.at += 1
        return read

    def html(self):
        number = self.lines[self.at][0]
        taken, _ = self.until(lambda line: not line.strip())
        self.add("raw HTML", number, content="\n".join(text for _, text in taken))

    def include(self):
        number, text = self.lines[self.at]
        self.at += 1
        self.add("include", number, content=INCLUDE.match(text)["path"])

    def quote(self):
        taken, _ = self.until(lambda line: not line.strip())
        self.add("quotation", taken[0][0])
        self.inside([(number, re.sub(r"^ ?> ?", "", text)) for number, text in taken])

    def indented(self):
        number = self.lines[self.at][0]
        content = "\n".join(text for _, text in self.indented_lines())
        self.faults.append((number, "an indented line that becomes a block of code; take the indent away, "
                                    "or close the gap to the block it belongs to"))
        self.add("indented code", number, content=content)

    def paragraph(self):
        taken = []
        while self.at < len(self.lines):
            number, text = self.lines[self.at]
            if not text.strip() or HEADING.match(text) or FENCE.match(text):
                break
            if taken and re.match(r"^(?:=+|-+)\s*$", text):
                self.faults.append((number, "an underlined heading; write it as `## title { #id }`"))
                self.at += 1
                break
            what = next((what for what, pattern in NEEDS_SPACE if pattern.match(text)), None)
            if taken and (what or self.is_table()):
                self.faults.append((number, f"no empty line before a {what or 'table'}; add one"))
                break
            taken.append((number, text))
            self.at += 1
        self.add("paragraph", taken[0][0], inline=read_inline(taken))


def cells(row):
    """Return the cells of a table row; a bar in code or after a backslash is no border."""
    row = row.strip()
    borders = [found.start() for found in CELL_END.finditer(row) if found["bar"]]
    parts = [row[start + 1:end] for start, end in zip([-1, *borders], [*borders, len(row)])]
    if parts and not parts[0].strip() and row.startswith("|"):
        parts = parts[1:]
    if len(parts) > 1 and not parts[-1].strip():
        parts = parts[:-1]
    return [part.strip() for part in parts]


def read_blocks(lines, faults):
    """Return the blocks of (number, text) lines; what is malformed goes into `faults`."""
    return Parser(lines, faults).run()
