"""Fill the pages that are collected from elsewhere: the glossary, the tables of symbols, the errata.

Such a page says where the collection goes by a line of its own: `{{ terms }}`, `{{ symbols: data }}`
or `{{ errata }}`.  What takes its place is Markdown, so that it passes through the same pipeline.
"""

import itertools
import posixpath
import re
import string
from pathlib import Path

import glossary
import yaml
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

MARKER = re.compile(r"^\{\{ (terms|symbols|errata)(?:: ([a-z-]+))? \}\}$", re.M)
SYMBOLS = "docs/symbols.yml"
ERRATUM = re.compile(r'^!!! erratum "(?P<title>.*)"\n(?P<body>(?:(?: {4}.*)?\n)+)', re.M)
TITLE = re.compile(r"^# (?P<title>.+?) \{ #[\w-]+ \}$", re.M)
LINK = re.compile(r"(\]\()(?![a-z]+:|/)([^)\s#]*)")
WORDS = {
    "zh": {"course": "课程{}", "numerals": "一二三四五", "week": "第 {} 周", "also": "也叫：{}。", "list": "、", "stop": "",
           "head": "| 符号 | 含义 | 形状 | 代码里的名字 | 节 |", "place": "在原处阅读", "index": "按英文字母查找"},
    "en": {"course": "Course {}", "numerals": "12345", "week": "Week {}", "also": "Also called: {}.", "list": ", ", "stop": " ",
           "head": "| Symbol | Meaning | Shape | Name in code | Section |", "place": "Read it in place", "index": "From A to Z"},
}


class Collector:
    """Write the Markdown of collections for pages of one language that lie at the top of its folder."""

    def __init__(self, root, language):
        self.root = Path(root)
        self.folder = self.root / "docs" / language
        self.language = language
        self.words = WORDS[language]

    def fill(self, markdown):
        """Return the page with every marker replaced; raise ValueError for one that names nothing."""
        return MARKER.sub(lambda found: getattr(self, found[1])(found[2]), markdown)

    def parts(self, markdown):
        """Return the paths of what is collected on a page, none for an ordinary one."""
        kinds = {found[1] for found in MARKER.finditer(markdown)}
        files = {"terms": [self.root / glossary.PLACE], "symbols": [self.root / SYMBOLS],
                 "errata": sorted(self.folder.glob("c*/**/*.md"))}
        return [path for kind in sorted(kinds) for path in files[kind]]

    def section_link(self, key):
        """Return the number of a section such as c1/w2/s04, as a link where its page is written."""
        course, week, section = (int(part[1:]) for part in key.split("/"))
        number = f"{week}.{section}"
        pages = sorted(self.folder.glob(f"{key}_*.md"))
        return f"[{number}]({pages[0].relative_to(self.folder).as_posix()})" if pages else number

    def course(self, number):
        return self.words["course"].format(self.words["numerals"][number - 1])

    def terms(self, _):
        """Every term in the order of the course, then their list by the English alphabet."""
        terms = sorted(glossary.read(self.root)[0], key=lambda term: term.section)
        lines = []
        for course, of_course in itertools.groupby(terms, key=lambda term: term.section[:2]):
            lines += ["", f"## {self.course(int(course[1]))} {{ #{course} }}"]
            for week, of_week in itertools.groupby(of_course, key=lambda term: term.section[:5]):
                lines += ["", f"### {self.words['week'].format(week[-1])} {{ #{week.replace('/', '-')} }}", ""]
                for term in of_week:
                    lines += self.entry(term)
        return "\n".join([*lines, *self.alphabet(terms)])

    def entry(self, term):
        other = glossary.LANGUAGES[self.language == "zh"]
        names = [*term.words[self.language][1:], *term.also.get(self.language, ())]
        also = self.words["stop"] + self.words["also"].format(self.words["list"].join(names)) if names else ""
        counterpart = f'<span lang="{other}">{term.head[other]}</span>'
        return [f"{term.head[self.language]} {counterpart} <span>{self.section_link(term.section)}</span> {{ #{term.id} }}",
                f":   {term.says[self.language]}{also}", ""]

    def alphabet(self, terms):
        lines = ["", f"## {self.words['index']} {{ #a-to-z }}", ""]
        names = sorted(((term.head["en"], term) for term in terms), key=lambda pair: pair[0].lower())
        for letter, group in itertools.groupby(names, key=lambda pair: pair[0][0].upper()):
            links = ", ".join(f"[{name}](#{term.id}) {term.head['zh']}" for name, term in group)
            lines += [f"**{letter if letter in string.ascii_uppercase else '#'}** {links}", ""]
        return lines

    def symbols(self, group):
        """One group of docs/symbols.yml as a table."""
        groups = yaml.load(Path(self.root, SYMBOLS).read_text(encoding="utf-8"), glossary.Loader)
        found = next((each for each in groups if each["id"] == group), None)
        if found is None:
            raise ValueError(f"{SYMBOLS} has no group {group!r}; it has {', '.join(each['id'] for each in groups)}")
        return "\n".join([self.words["head"], "|---|---|---|---|---|", *map(self.symbol, found["symbols"])])

    def symbol(self, entry):
        shape = entry.get("shape", "")
        shape = shape.get(self.language) if isinstance(shape, dict) else f"${shape}$" if shape else ""
        code = f"`{entry['code']}`" if "code" in entry else ""
        course = self.course(int(entry["section"][1]))
        section = f"{course} {self.section_link(entry['section'])}"
        cells = (f"${entry['tex']}$", entry["means"][self.language], shape, code, section)
        return "| " + " | ".join(cells) + " |"

    def errata(self, _):
        """The errata of every page, in reading order, each with a link to its place."""
        lines = []
        for path in sorted(self.folder.glob("c*/**/*.md")):
            text = path.read_text(encoding="utf-8")
            found = list(ERRATUM.finditer(text + "\n"))
            place = path.relative_to(self.folder)
            if found:
                key = "-".join([*place.parent.parts, place.stem.split("_")[0]])
                lines += ["", f"## {TITLE.search(text)['title']} {{ #{key} }}"]
            for number, each in enumerate(found, 1):
                body = LINK.sub(lambda link: link[1] + self.from_top(place, link[2]), each[0]).rstrip()
                lines += ["", body, "", f"    [{self.words['place']}]({place.as_posix()}#erratum-{number})"]
        return "\n".join(lines)

    @staticmethod
    def from_top(place, address):
        """Return a link of the page at `place` as a page at the top writes it; an empty one is the page itself."""
        return posixpath.normpath(posixpath.join(place.parent.as_posix(), address or place.name))


def is_collected(markdown):
    """Tell whether a page has a marker."""
    return bool(MARKER.search(markdown))


class _ErratumIds(Treeprocessor):
    """Give the errata of a page the ids erratum-1, erratum-2, …, for the links of their collection."""

    def run(self, root):
        errata = (element for element in root.iter("div") if (element.get("class") or "") == "admonition erratum")
        for number, element in enumerate(errata, 1):
            element.set("id", f"erratum-{number}")


class ErratumExtension(Extension):
    """Markdown extension that numbers errata."""

    def extendMarkdown(self, md):
        md.treeprocessors.register(_ErratumIds(md), "erratum-ids", 11)
