"""What the bar above a page's title and the end of a page need to know of it."""

import re

import reading_time

PLACE = re.compile(r"^(?:zh|en)/(?P<key>c\d+/w\d+/(?:s\d+(?=_)|lab_\w+))\w*\.(?:md|ipynb)$")
REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")


def key(place):
    """Return the key under which a section or lab is marked as read, the same in both languages.

    zh/c1/w2/s09_name.md -> c1/w2/s09, en/c1/w2/lab_name.ipynb -> c1/w2/lab_name, other pages -> "".
    """
    found = PLACE.match(place)
    return found["key"] if found else ""


def colab(repository, place):
    """Return the address that opens the notebook at `place` (below docs/) in Colab.

    repository: owner/name on GitHub, or "" for none.  Raises ValueError for anything else.
    """
    if repository and not REPOSITORY.fullmatch(repository):
        raise ValueError(f"NOTES_REPOSITORY is {repository!r}; write it as owner/name")
    return f"https://colab.research.google.com/github/{repository}/blob/main/docs/{place}" if repository else ""


def _pages(section):
    for item in section.children:
        if item.is_section:
            yield from _pages(item)
        elif item.is_page:
            yield item


def _is_week(page):
    return bool(re.search(r"/c\d+/w\d+/index\.md$", page.file.src_uri))


def of(page, snippets, repository):
    """Return {mark, below, total, time, colab} of a page; what does not apply is empty or 0.

    mark: its key; below, total: for a week or course, what the keys of its pages begin with, and how
    many there are; time: the reading time in words, of a week the sum of its pages.
    """
    place, mark = page.file.src_uri, key(page.file.src_uri)
    facts = {"mark": mark, "below": "", "total": 0, "time": "", "colab": ""}
    timed = [page] if mark else []
    if page.is_index and page.parent is not None:
        marked = [each for each in _pages(page.parent) if key(each.file.src_uri)]
        facts |= {"below": place.partition("/")[2].removesuffix("index.md"), "total": len(marked)}
        timed = marked if _is_week(page) else []
    if timed:
        total = sum(reading_time.minutes(each.file.abs_src_path, snippets) for each in timed)
        facts["time"] = reading_time.words(total, page.file.locale)
    if place.endswith(".ipynb"):
        facts["colab"] = colab(repository, place)
    return facts
