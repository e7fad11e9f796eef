"""Projects to measure: the notes as they are, and the notes several times over.

A copy of a week must cost what a new week costs.  The build draws each formula once and remembers
it, so every formula of a copy gets a harmless ending of its own (`{}`, an empty group).
"""

import json
import re
import shutil

import formula_audit

LANGUAGES = ("zh", "en")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)
H1 = re.compile(r"^# .*$", re.M)
HIDING = (FRONT_MATTER, formula_audit.FENCE, formula_audit.COMMENT, formula_audit.INLINE_CODE)


def copy_project(root, target):
    """Copy what a build needs from `root` into the new folder `target`; return `target`."""
    skipped = shutil.ignore_patterns("__pycache__")
    for name in ("docs", "snippets", "scripts"):
        shutil.copytree(root / name, target / name, ignore=skipped)
    shutil.copy(root / "mkdocs.yml", target)
    return target


def formula_ends(text):
    """Return the position just after each formula's TeX in Markdown `text`, in order."""
    for pattern in HIDING:
        text = formula_audit.blank(pattern, text)
    ends = []
    for pattern in (formula_audit.DISPLAY, formula_audit.INLINE):
        for found in pattern.finditer(text):
            ends.append(found.start("tex") + len(found["tex"].rstrip()))
        text = formula_audit.blank(pattern, text)
    return sorted(ends)


def vary_formulas(text, number):
    """Return `text` with `number` empty groups behind each formula: same look, new TeX."""
    for end in reversed(formula_ends(text)):
        text = text[:end] + "{}" * number + text[end:]
    return text


def renumber_heading(text, old, new):
    """Give the H1 of a page of week `old` the numbers and the id of week `new`."""
    def renumbered(found):
        line = re.sub(rf"^# {old}\.", f"# {new}.", found.group())
        line = re.sub(rf"(?<=# 第 ){old}(?= 周)|(?<=# Week ){old}\b", str(new), line)
        return line.replace(f"{{ #w{old} }}", f"{{ #w{new} }}")

    start = FRONT_MATTER.match(text)
    start = start.end() if start else 0
    return text[:start] + H1.sub(renumbered, text[start:], count=1)


def copied_page(text, old, new, number):
    """Return the Markdown of a page of week `old` as a page of week `new`, copy `number`."""
    text = renumber_heading(vary_formulas(text, number), old, new)
    return text.replace(f"(index.md#w{old})", f"(index.md#w{new})")


def copied_notebook(text, old, new, number):
    """Return the JSON of a notebook of week `old` as one of week `new`, copy `number`."""
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = copied_page("".join(cell["source"]), old, new, number)
    return json.dumps(notebook, ensure_ascii=False, indent=1)


def week_numbers(course):
    """Return the numbers of the weeks in the folder of a course, in order."""
    return sorted(int(path.name[1:]) for path in course.glob("w*") if path.name[1:].isdigit())


def copy_week(course, old, new, number):
    """Copy week `old` of a course to week `new`."""
    shutil.copytree(course / f"w{old}", course / f"w{new}")
    for kind, make in (("*.md", copied_page), ("*.ipynb", copied_notebook)):
        for path in (course / f"w{new}").rglob(kind):
            text = path.read_text(encoding="utf-8")
            path.write_text(make(text, old, new, number), encoding="utf-8")


def multiply(project, times):
    """Fill the courses of `project` with further weeks until each week is there `times` times."""
    for course in [path for language in LANGUAGES
                   for path in (project / "docs" / language).glob("c[0-9]*")]:
        weeks = week_numbers(course)
        for number in range(1, times):
            for week in weeks:
                copy_week(course, week, week + number * (weeks[-1] - weeks[0] + 1), number)
    return project


def page_sources(project, language="zh"):
    """Return the sources of the pages of one language, as paths relative to its folder."""
    notes = project / "docs" / language
    found = [path.relative_to(notes) for kind in ("*.md", "*.ipynb") for path in notes.rglob(kind)]
    return sorted(path for path in found if not any(part.startswith(".") for part in path.parts))


def page_url(source, language="zh"):
    """Return a page's address relative to the site's, as both sites lay it out."""
    start = ("en",) if language == "en" else ()
    parts = [part for part in source.with_suffix("").parts if part != "index"]
    return "".join(f"{part}/" for part in (*start, *parts))
