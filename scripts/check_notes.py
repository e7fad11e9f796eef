"""Check the notes: each page against its twin, the template, the style and the terms.

    python scripts/check_notes.py               every page
    python scripts/check_notes.py c1/w2         a week
    python scripts/check_notes.py c1/w2/s09     a section

Prints one line for each fault, `path:line: what; remedy`, and ends with a verdict. The exit code
is 1 if there is any fault.
"""

import sys
import time
from pathlib import Path

from glossary import PLACE
from notes_en import check_en
from notes_notebooks import read_notebook
from notes_page import check_template
from notes_parity import compare, missing_twins
from notes_source import LANGUAGES, is_wanted, places, read_page
from notes_style import check_style
from notes_terms import check_terms, compare_terms, read_terms
from notes_zh import check_zh

ROOT = Path(__file__).resolve().parent.parent


def inspect(root, keys=()):
    """Return (number of pages, problems as sorted lines)."""
    terms = read_terms(root)
    found = {language: {place for place in places(root, language) if is_wanted(place, keys)}
             for language in LANGUAGES}
    problems = [(PLACE, line, message) for line, message in terms.faults]
    problems += tree_problems(found, keys)
    for place in found["zh"] | found["en"]:
        pages = [read(root, language, place) for language in LANGUAGES if place in found[language]]
        check_pages(pages, terms)
        problems += [(page.path, *fault) for page in pages for fault in page.faults]
    lines = [f"{path}:{line}: {message}" for path, line, message in sorted(set(problems))]
    return sum(map(len, found.values())), lines


def tree_problems(found, keys):
    """Yield (path, line, message) of pages that are missing."""
    both = found["zh"] | found["en"]
    if not both and not keys:
        yield "docs", 1, "no pages in docs/zh and docs/en; write some"
    for language, place, other in missing_twins(found):
        remedy = f"write docs/{other}/{place}, or delete this page"
        yield f"docs/{language}/{place}", 1, f"a page without its twin; {remedy}"
    for key in keys:
        if not any(is_wanted(place, [key]) for place in both):
            yield "docs", 1, f"no page under the key {key!r}; name a section, c1/w2/s09, or a week"


def read(root, language, place):
    """Read a page or a notebook."""
    reader = read_notebook if place.endswith(".ipynb") else read_page
    return reader(root, language, place)


def check_pages(pages, terms):
    """Judge each of one or two pages by itself, then the twins together."""
    for page in pages:
        check_style(page)
        check_template(page)
        check_terms(page, terms)
        (check_zh if page.language == "zh" else check_en)(page)
    if len(pages) == len(LANGUAGES) and not any(page.is_torn for page in pages):
        if compare(*pages):
            compare_terms(*pages)


def check(root, keys=()):
    """Return the problems of the notes under `root`, or of those that the keys name."""
    return inspect(root, keys)[1]


def main(arguments):
    """Print the problems and the verdict."""
    start = time.perf_counter()
    pages, problems = inspect(ROOT, arguments)
    print(*problems, sep="\n", end="\n" if problems else "")
    print(f"{pages} page{'s' * (pages != 1)}, {len(problems)} problem{'s' * (len(problems) != 1)} "
          f"({time.perf_counter() - start:.1f} s)")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
