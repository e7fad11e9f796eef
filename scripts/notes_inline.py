"""Read the inline Markdown of one block: its prose, and what stands in the prose.

Prose is what is left when code, formulas, link targets, attribute lists and emphasis marks are
taken out. A code span and a formula leave one sign each, so that a rule can still see what
stands beside them; every character knows the line that it comes from.
"""

import re
from dataclasses import dataclass, field

CODE, MATH = "\ue000", "\ue001"  # what a code span and a formula leave in the prose
BREAK = "\x1f"  # between the cells of a table row: no rule reaches across

TOKEN = re.compile(
    r"""
    (?P<escape>\\[\\`*_{}\[\]()\#+\-.!|$<>~])
    |(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?P<inner>(?:(?!\n\s*\n).)+?)(?<!`)(?P=ticks)(?!`))
    |(?P<math>(?<![\\$])\$(?![$\s])(?P<tex>[^$\n]*?[^$\s\\])\$(?![$\d]))
    |(?P<auto><(?P<address>(?:https?|mailto):[^>\s]+)>)
    |(?P<html><!--.*?-->|</?[a-zA-Z][^<>\n]*>)
    |(?P<open>!?\[)
    |(?P<close>\](?:\(\s*(?P<target>(?:[^()\s]|\([^()\s]*\))*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\))?)
    |(?P<attributes>(?<=[`*)\]])\{:?\s*[.\#][^}\n]*\})
    |(?P<stars>\*{1,3}(?!\s)|(?<!\s)\*{1,3})
    |(?P<underscores>(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w))
    """,
    re.X | re.S,
)


@dataclass
class Inline:
    """The prose of a block, and its spans: (line, text) pairs in the order of the source."""

    text: str = ""
    lines: list = field(default_factory=list)  # the line of each character of `text`
    codes: list = field(default_factory=list)
    formulas: list = field(default_factory=list)
    targets: list = field(default_factory=list)
    images: list = field(default_factory=list)
    html: list = field(default_factory=list)
    spans: dict = field(default_factory=dict)  # position in `text` -> the span as it was written

    def line(self, position):
        """Return the line of the character at `position`."""
        return self.lines[min(position, len(self.lines) - 1)]

    def original(self, start, end):
        """Return a part of the prose with its code and formulas put back."""
        start, end = max(start, 0), min(end, len(self.text))
        shown = (self.spans.get(at, self.text[at]) for at in range(start, end))
        return "".join(shown).replace(BREAK, " | ").replace("\n", " ").strip()

    def around(self, found, reach=8):
        """Return what a match stands in, for a message."""
        return self.original(found.start() - reach, found.end() + reach)

    def add(self, other, separator):
        """Append another piece, e.g. the next cell of a row."""
        if self.lines and other.lines:
            self.text += separator
            self.lines.append(other.lines[0])
        offset = len(self.text)
        self.text += other.text
        for name in ("lines", "codes", "formulas", "targets", "images", "html"):
            getattr(self, name).extend(getattr(other, name))
        self.spans.update({offset + at: span for at, span in other.spans.items()})


class _Reader:
    """Collect the prose of one piece of text, character by character."""

    def __init__(self):
        self.found, self.characters, self.open = Inline(), [], []

    def put(self, text, line):
        for character in text:
            self.characters.append(character)
            self.found.lines.append(line)
            line += character == "\n"

    def span(self, sign, written, line):
        self.found.spans[len(self.characters)] = written
        self.put(sign, line)

    def take(self, token, line):
        found = self.found
        if token["escape"]:
            self.put(token["escape"][1], line)
        elif token["code"]:
            found.codes.append((line, token["inner"].strip()))
            self.span(CODE, token["code"], line)
        elif token["math"]:
            found.formulas.append((line, token["tex"].strip()))
            self.span(MATH, token["math"], line)
        elif token["auto"]:
            found.targets.append((line, token["address"]))
            self.span(CODE, token["auto"], line)
        elif token["html"]:
            found.html.append((line, token["html"].split("\n")[0]))
        elif token["open"]:
            self.open.append((len(self.characters), token["open"]))
            self.put("\0" * len(token["open"]), line)
        elif token["close"]:
            self.close(token, line)

    def close(self, token, line):
        """Handle `]` or `](target)`: the brackets of a link vanish, others stay."""
        at, mark = self.open.pop() if self.open else (None, "")
        if token["target"] is None or at is None:
            if at is not None:
                self.characters[at:at + len(mark)] = mark
            self.put("]", line)
            return
        kept = self.found.images if mark == "![" else self.found.targets
        kept.append((line, token["target"]))

    def result(self):
        for at, mark in self.open:
            self.characters[at:at + len(mark)] = mark
        kept = [at for at, character in enumerate(self.characters) if character != "\0"]
        new = {old: place for place, old in enumerate(kept)}
        found = self.found
        found.text = "".join(self.characters[at] for at in kept)
        found.lines = [found.lines[at] for at in kept]
        found.spans = {new[at]: span for at, span in found.spans.items()}
        return found


def read_inline(pieces):
    """Read consecutive source lines, given as (line number, text) pairs."""
    if not pieces:
        return Inline()
    source, first = "\n".join(text.strip() for _, text in pieces), pieces[0][0]
    reader, position = _Reader(), 0
    for token in TOKEN.finditer(source):
        reader.put(source[position:token.start()], first + source.count("\n", 0, position))
        reader.take(token, first + source.count("\n", 0, token.start()))
        position = token.end()
    reader.put(source[position:], first + source.count("\n", 0, position))
    return reader.result()
