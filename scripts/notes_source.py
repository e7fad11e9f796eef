"""Find the pages of the notes and read them, without ever failing on what stands in them."""

import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import yaml
from notes_blocks import read_blocks
from notes_inline import Inline, read_inline

LANGUAGES = ("zh", "en")
ANNEX = re.compile(r"^(?!index\.)(?P<name>\w+)\.md$")  # a page outside the weeks: notation.md
SECTION = re.compile(r"^c(?P<course>\d+)/w(?P<week>\d+)/s(?P<section>\d+)_\w+\.md$")


@dataclass
class Page:
    """A page or a notebook: `path` for messages, `place` without the language, its blocks."""

    path: str
    place: str
    language: str
    text: str = ""
    meta: dict = field(default_factory=dict)
    is_meta_bad: bool = False
    description: Inline = field(default_factory=Inline)
    blocks: list = field(default_factory=list)
    body_line: int = 1
    line_map: list = field(default_factory=list)  # of a notebook: line of `text` -> of the file
    is_torn: bool = False  # something is never closed, so what follows it cannot be judged
    faults: list = field(default_factory=list)  # (line, message)

    @property
    def section(self):
        """Return the match of a section's place, or None for other pages."""
        return SECTION.match(self.place)

    @property
    def annex(self):
        """Return the match of the place of a page outside the weeks, or None for other pages."""
        return ANNEX.match(self.place)

    def line_of(self, number):
        """Return the file's line of a line of `text`."""
        return self.line_map[number - 1] if self.line_map else number

    def fault(self, line, what, remedy):
        """Note a fault once, as one line."""
        message = re.sub(r"\s*\n\s*", " ", f"{what}; {remedy}")
        if (line, message) not in self.faults:
            self.faults.append((line, message))

    def prose(self):
        """Yield the prose of the description and of every block."""
        yield self.description
        for block in self.blocks:
            yield block.inline

    def read(self, lines):
        """Read (number, text) lines into blocks."""
        blocks, faults = read_blocks(lines)
        self.blocks += blocks
        for line, what, remedy in faults:
            self.is_torn = self.is_torn or what.endswith("never closed")
            self.fault(line, what, remedy)


def places(root, language):
    """Return the places of a language's pages: {'c1/w2/s09_name.md', …}."""
    base = Path(root, "docs", language)
    found = {path.relative_to(base) for path in base.rglob("*") if path.is_file()}
    return {path.as_posix() for path in found if path.suffix in (".md", ".ipynb")
            and not any(part.startswith(".") for part in path.parts)}


def is_wanted(place, keys):
    """Tell whether a place falls under one of the keys ('c1/w2', 'c1/w2/s09'), if there are any."""
    stem = PurePosixPath(place).with_suffix("").as_posix()
    return not keys or any(re.match(re.escape(key.strip("/")) + r"(?:[/_]|$)", stem)
                           for key in keys)


def read_text(root, page):
    """Return the text of a page's file, or None after noting why it cannot be read."""
    try:
        data = Path(root, page.path).read_bytes()
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        page.fault(data.count(b"\n", 0, error.start) + 1, "is not UTF-8", "save it as UTF-8")
    except OSError as error:
        page.fault(1, f"cannot be read: {error.strerror}", "look at the file")
    return None


def read_page(root, language, place):
    """Read one Markdown page."""
    page = Page(f"docs/{language}/{place}", place, language)
    page.text = read_text(root, page) or ""
    lines = list(enumerate(page.text.split("\n"), 1))
    if page.text.startswith("---\n"):
        lines = take_front_matter(page, lines)
    page.body_line = next((number for number, text in lines if text.strip()), 1)
    page.read(lines)
    return page


def take_front_matter(page, lines):
    """Read the front matter into `page.meta`; return the lines after it."""
    end = next((at for at, (_, text) in enumerate(lines) if at and text.rstrip() == "---"), None)
    if end is None:
        page.is_torn = page.is_meta_bad = True
        page.fault(1, "front matter that is never closed", "end it with a line ---")
        return []
    try:
        meta = yaml.safe_load("\n".join(text for _, text in lines[1:end])) or {}
    except (yaml.YAMLError, ValueError) as error:  # ValueError: an impossible date
        mark = getattr(error, "problem_mark", None)
        what = " ".join(str(getattr(error, "problem", None) or error).split())
        page.fault(mark.line + 2 if mark else 1, f"front matter that is no YAML: {what}",
                   "put the value into quotation marks")
        meta = None
    if isinstance(meta, dict):
        page.meta = meta
    elif meta is not None:
        page.fault(2, "front matter without `key: value` lines", "write `description: …`")
    page.is_meta_bad = not isinstance(meta, dict)
    described = page.meta.get("description")
    if isinstance(described, str):
        page.description = read_inline([(meta_line(page, "description"), described)])
    return lines[end + 1:]


def meta_line(page, key):
    """Return the line of a key of the front matter, or of its beginning."""
    for number, text in enumerate(page.text.split("\n"), 1):
        if text.startswith(f"{key}:"):
            return number
        if number > 1 and text.rstrip() == "---":
            break
    return 1
