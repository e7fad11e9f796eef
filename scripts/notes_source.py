"""Find the pages of the notes and read them, without ever failing on what stands in them."""

import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import yaml
from notes_blocks import read_blocks

LANGUAGES = ("zh", "en")
SECTION = re.compile(r"^c(?P<course>\d+)/w(?P<week>\d+)/s(?P<section>\d+)_\w+\.md$")


@dataclass
class Page:
    """A page or one notebook cell: `path` for messages, `place` without language, its blocks."""

    path: str
    place: str
    language: str
    text: str = ""
    meta: dict = field(default_factory=dict)
    blocks: list = field(default_factory=list)
    meta_is_bad: bool = False
    faults: list = field(default_factory=list)  # (line, message)
    body_line: int = 1
    line_map: list = field(default_factory=list)  # of a notebook: line of `text` -> line of the file

    @property
    def section(self):
        """Return the match of a section's place, or None for other pages."""
        return SECTION.match(self.place)

    def line_of(self, number):
        """Return the file's line of a line of `text`."""
        return self.line_map[number - 1] if self.line_map else number

    def fault(self, line, message):
        """Note a fault once."""
        if (line, message) not in self.faults:
            self.faults.append((line, message))


def places(root, language):
    """Return the places of a language's pages: 'c1/w2/s09_name.md'."""
    base = Path(root, "docs", language)
    return {path.relative_to(base).as_posix() for path in base.rglob("*")
            if path.suffix in (".md", ".ipynb") and path.is_file()
            and not any(part.startswith(".") for part in path.relative_to(base).parts)}


def is_wanted(place, keys):
    """Tell whether a place falls under one of the keys ('c1/w2', 'c1/w2/s09'); no keys: all do."""
    stem = PurePosixPath(place).with_suffix("").as_posix()
    return not keys or any(re.match(re.escape(key.strip("/")) + r"(?:[/_]|$)", stem) for key in keys)


def read_text(root, page):
    """Return the text of a page's file, or None after noting why it cannot be read."""
    try:
        data = Path(root, page.path).read_bytes()
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        page.fault(data.count(b"\n", 0, error.start) + 1, "is not UTF-8; save it as UTF-8")
    except OSError as error:
        page.fault(1, f"cannot be read: {error.strerror}; look at the file")
    return None


def read_page(root, language, place):
    """Read one Markdown page."""
    page = Page(f"docs/{language}/{place}", place, language)
    text = read_text(root, page)
    if text is None:
        return page
    page.text = text
    lines = list(enumerate(text.split("\n"), 1))
    if text.startswith("---\n"):
        lines = take_front_matter(page, lines)
    page.body_line = lines[0][0] if lines else 1
    page.blocks = read_blocks(lines, page.faults)
    return page


def take_front_matter(page, lines):
    """Read the front matter into `page.meta`; return the lines after it."""
    end = next((at for at, (_, text) in enumerate(lines) if at and text.rstrip() == "---"), None)
    if end is None:
        page.fault(1, "front matter that is never closed; end it with ---")
        return lines[1:]
    try:
        meta = yaml.safe_load("\n".join(text for _, text in lines[1:end]))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = " ".join((getattr(error, "problem", "") or str(error)).split())
        page.fault(mark.line + 2 if mark else 1, f"front matter that is no YAML: {what}; quote the value")
        meta = None
    else:
        if meta is not None and not isinstance(meta, dict):
            page.fault(2, "front matter that is no list of `key: value` lines; write `description: …`")
    page.meta = meta if isinstance(meta, dict) else {}
    page.meta_is_bad = not isinstance(meta, dict)
    return lines[end + 1:]


def meta_line(page, key):
    """Return the line of a key of the front matter."""
    for number, text in enumerate(page.text.split("\n")[:page.body_line], 1):
        if text.startswith(f"{key}:"):
            return number
    return 1
