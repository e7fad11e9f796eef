"""What the pages show of the snippets: each whole, once, with its output, and no Python by hand."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from snippet_rules import section_of

LANGUAGES = ("zh", "en")
OUTPUT_TITLE = {"zh": "输出", "en": "Output"}
PYTHON_LANGUAGES = {"cython", "ipython", "ipython3", "ipythonconsole", "numpy", "py", "pycon",
                    "py2", "py3", "python", "python-console", "python2", "python3", "sage"}
FENCE = re.compile(r"^[> \t]*(`{3,}(?=[^`]*$)|~{3,})[ \t]*(.*)$")
INCLUDE = re.compile(r"^[> \t]*-+8<-+(?:[ \t]+(?:\"([^\"]+)\"|'([^']+)'))?[ \t]*$")


@dataclass
class Include:
    """One include mark: the file it names (empty for the block form), the part, the place."""

    line: int
    target: str
    part: str = ""


@dataclass
class Fence:
    """One fenced block: its language, its info string, and its lines as (number, text)."""

    line: int
    language: str
    info: str
    body: list = field(default_factory=list)
    closed: bool = False

    @property
    def includes(self):
        """Return the include marks inside."""
        marks = (include_of(number, text) for number, text in self.body)
        return [mark for mark in marks if mark]

    @property
    def only_include(self):
        """Tell whether the block is one include and nothing else."""
        filled = [text for _, text in self.body if text.strip(" \t>")]
        return len(filled) == len(self.includes) == 1


@dataclass
class Shown:
    """Where snippets and outputs stand: (page, target) -> line numbers."""

    places: dict = field(default_factory=lambda: defaultdict(list))


def include_of(number, text):
    """Return the include mark on a line, or None."""
    match = INCLUDE.match(text)
    if not match:
        return None
    name, _, part = (match[1] or match[2] or "").partition(":")
    return Include(number, name, part)


def language_of(info):
    """Return the language that ```python, ```.python or ```{ #id .python } names, or ''."""
    if info.startswith("{"):
        match = re.search(r"\.([\w#+-]+)", info)
    else:
        match = re.match(r"\.?([\w#.+-]+)(?=[ \t]|$)", info)
    return match[1].lower() if match else ""


def parse(text):
    """Return the fences of a page, and the include marks outside of them."""
    fences, loose, current, mark = [], [], None, ""
    for number, line in enumerate(text.split("\n"), 1):
        if current is None:
            match = FENCE.match(line)
            if match:
                mark, info = match[1], match[2]
                current = Fence(number, language_of(info), info)
                fences.append(current)
            elif include := include_of(number, line):
                loose.append(include)
        elif line.strip(" \t>") == mark:
            current.closed, current = True, None
        else:
            current.body.append((number, line))
    return fences, loose


def example(target, language):
    """Return how a snippet or an output is put on a page, in one line of words."""
    kind, title = wanted_fence(target, language)
    return f'```{kind} title="{title}" with --8<-- "{target}"'


def page_problems(snippets, page, language, text, shown):
    """Yield the faults of one page as (line, text); note in `shown` what it includes."""
    fences, loose = parse(text)
    for include in loose:
        yield include.line, missing(snippets, include) or (
            f"includes {include.target} outside a block; write {example(include.target, language)}")
    for fence in fences:
        if not fence.closed:
            yield fence.line, "opens a block that no line closes; close it with the same marks"
        faults = [missing(snippets, include) for include in fence.includes]
        for include, fault in zip(fence.includes, faults):
            shown.places[page, include.target].append(include.line)
            if fault:
                yield include.line, fault
            elif include.part:
                yield include.line, (f"shows only a part of {include.target}; "
                                     f'include it whole: --8<-- "{include.target}"')
        if fence.language in PYTHON_LANGUAGES and not fence.only_include:
            yield fence.line, ("has Python typed by hand; put it in snippets/ and let the block be "
                               'one line, --8<-- "c1/w2/s09_name.py"')
        elif fence.includes and not any(faults):
            yield from include_problems(fence, language)


def missing(snippets, include):
    """Return the fault of an include that names no file, or ''."""
    if not include.target:
        return 'has an include without a name; write --8<-- "c1/w2/s09_name.py"'
    path = snippets / include.target
    if ".." in include.target or not path.is_file():
        return f"includes {include.target}, and snippets/ has no such file; mend the name"
    return ""


def include_problems(fence, language):
    """Yield what is wrong with a block that includes a file of snippets/."""
    if not fence.only_include:
        yield fence.line, "has more than the include in its block; leave the include only"
        return
    target = fence.includes[0].target
    wanted, title = wanted_fence(target, language)
    if fence.language != wanted:
        yield fence.line, (f"shows {target} as {fence.language!r}; "
                           f"write {example(target, language)}")
    elif f'title="{title}"' not in fence.info:
        yield fence.line, f"lacks the title of {target}; write {example(target, language)}"


def wanted_fence(target, language):
    """Return the language and the title of the block that shows a file."""
    if target.endswith(".out"):
        return "text", OUTPUT_TITLE[language]
    return "python", target.rpartition("/")[2]


def shown_problems(root, stems, shown):
    """Yield the lines of the snippets that their section's pages do not show exactly once."""
    for stem in stems:
        section = section_of(stem)[0]
        for language in LANGUAGES:
            folder = root / "docs" / language
            pages = sorted(folder.glob(f"{section}_*.md"))
            if not pages:
                yield (f"snippets/{stem}.py:1: has no page docs/{language}/{section}_*.md; "
                       "write the page and show it there")
            for page in pages:
                name = page.relative_to(root).as_posix()
                yield from order_problems(name, stem, language, shown)


def order_problems(page, stem, language, shown):
    """Yield the faults of one snippet and its output on one page."""
    code, output = (shown.places.get((page, f"{stem}.{kind}"), []) for kind in ("py", "out"))
    for target, lines in ((f"{stem}.py", code), (f"{stem}.out", output)):
        if not lines:
            yield f"{page}:1: does not show snippets/{target}; add {example(target, language)}"
        for line in lines[1:]:
            yield f"{page}:{line}: shows snippets/{target} a second time; leave one"
    if code and output and output[0] < code[0]:
        yield f"{page}:{output[0]}: shows the output before the code; swap the two blocks"
