"""Hold the two languages of a page against each other, block for block."""

import re
from collections import Counter

from notes_blocks import INCLUDE
from notes_numbers import unmatched
from notes_source import meta_line

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
OUTPUT_TITLES = {"输出": "Output"}
SPANS = (("formulas", "formula", "${}$", "write every formula alike, to the letter"),
         ("codes", "code", "`{}`", "put the same names into backticks"),
         ("targets", "link to", "{}", "link the same pages"),
         ("images", "figure", "{}", "show the same figures"))
SUFFIX = re.compile(r"\.(?:zh|en)(?=\.svg$)")


def compare(zh, en):
    """Note on both pages where they differ; a page is a Page or a notebook cell."""
    compare_meta(zh, en)
    for first, second in zip(zh.blocks, en.blocks):
        if kind_of(first) != kind_of(second):
            report_parting(zh, en, first, second)
            return
        compare_blocks(zh, en, first, second)
    longer, shorter = (zh, en) if len(zh.blocks) > len(en.blocks) else (en, zh)
    if len(zh.blocks) != len(en.blocks):
        extra = longer.blocks[len(shorter.blocks)]
        longer.fault(extra.line, f"the twins part here: {extra.describe()}, where {shorter.path} has come to "
                                 "its end; the two pages must answer block for block")


def compare_meta(zh, en):
    """Compare what the front matter says about formulas."""
    key = "formulas_elsewhere_written"
    if zh.meta.get(key) != en.meta.get(key) and not (zh.meta_is_bad or en.meta_is_bad):
        zh.fault(meta_line(zh, key), f"{key} differs from that of {en.path}:{meta_line(en, key)}; "
                                     "list the same names on both pages")


def kind_of(block):
    """Return what must agree for two blocks to be the same kind of thing."""
    return block.kind, block.detail, block.depth


def report_parting(zh, en, first, second):
    """Name the first blocks that differ in kind; what follows would only be a cascade."""
    where = " one level deeper" if first.depth > second.depth else ""
    zh.fault(first.line, f"the twins part here: {first.describe()}{where}, but {second.describe()} at "
                         f"{en.path}:{second.line}; the two pages must answer block for block")


def compare_blocks(zh, en, first, second):
    """Compare two blocks of the same kind."""
    twin = f"{en.path}:{second.line}"
    if first.kind == "fence":
        compare_fences(zh, first, second, twin)
    elif first.content != second.content:
        if first.kind == "heading":
            zh.fault(first.line, f"heading id #{first.content}, but #{second.content} at {twin}; use one id in both")
        else:
            zh.fault(first.line, f"{first.describe()} {differing_line(first.content, second.content)} at {twin}; "
                                 "it must be the same to the letter")
    for name, what, form, remedy in SPANS:
        compare_spans(zh, en, (first, second), name, (what, form, remedy))
    for page, other, block, twin_block in ((zh, en, first, second), (en, zh, second, first)):
        for position, written in unmatched(block.inline.text, twin_block.inline.text):
            page.fault(block.inline.line(position), f"the number {written} is not at {other.path}:{twin_block.line}; "
                                                    "the twins must give the same numbers")


def compare_spans(zh, en, blocks, name, words):
    """Compare the formulas (code, links, figures) of two blocks, whatever their order."""
    what, form, remedy = words
    lists = [[(line, SUFFIX.sub("", text) if name == "images" else text)
              for line, text in getattr(block.inline, name) if name != "codes" or not HAN.search(text)]
             for block in blocks]
    counts = [Counter(text for _, text in spans) for spans in lists]
    sides = ((zh, en, 0, 1), (en, zh, 1, 0))
    for page, other, mine, its in sides:
        for text, number in (counts[mine] - counts[its]).items():
            line = next(line for line, span in lists[mine] if span == text)
            times = f" ({counts[mine][text]} times, there {counts[its][text]})" if counts[its][text] else ""
            page.fault(line, f"the {what} {form.format(text)} is not at {other.path}:{blocks[its].line}{times}; {remedy}")


def compare_fences(zh, first, second, twin):
    """Compare two fences: the title, what they include, and code written by hand."""
    titles = [block.inline.spans["title"] for block in (first, second)]
    is_translated = titles[0] not in OUTPUT_TITLES and HAN.search(titles[0]) and titles[1]
    if not is_translated and OUTPUT_TITLES.get(titles[0], titles[0]) != titles[1]:
        zh.fault(first.line, f"fence title {titles[0]!r}, but {titles[1]!r} at {twin}; "
                             "write the file's name, or 输出 / Output")
    included = [INCLUDE.findall(block.content.strip()) for block in (first, second)]
    has_words = HAN.search(first.content) or HAN.search(second.content)
    if included[0] != included[1] or (first.content != second.content and not has_words):
        zh.fault(first.line, f"fence that {differing_line(first.content, second.content)} at {twin}; "
                             "it must show the same")


def differing_line(first, second):
    """Say where two texts begin to differ."""
    pairs = [*zip(first.split("\n"), second.split("\n"))]
    one, other = next(((one, other) for one, other in pairs if one != other), (first[-40:], second[-40:]))
    return f"has {one.strip()!r}, but {other.strip()!r}"


def missing_twins(places):
    """Yield (language, place, other language) for each page that has no twin."""
    for language, other in (("zh", "en"), ("en", "zh")):
        for place in sorted(places[language] - places[other]):
            yield language, place, other
