"""Hold the two languages of a page against each other, block for block."""

import os
import re
from collections import Counter
from itertools import zip_longest

from notes_blocks import INCLUDE
from notes_numbers import unmatched
from notes_source import meta_line

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
OUTPUT_TITLES = {"输出": "Output"}
SUFFIX = re.compile(r"\.(?:zh|en)(?=\.svg$)")
MOST_SHOWN = 60
SPANS = (  # of a block: attribute, name, how to show one, remedy
    ("formulas", "formula", "${}$", "write the same formulas, to the letter"),
    ("codes", "code", "`{}`", "put the same names into backticks"),
    ("targets", "link to", "{}", "link to the same places"),
    ("images", "figure", "{}", "show the same figures"),
)


def compare(zh, en):
    """Note where two pages differ; tell whether they have the same sequence of blocks."""
    compare_meta(zh, en)
    for first, second in zip(zh.blocks, en.blocks):
        if kind_of(first) != kind_of(second):
            report_parting(zh, en, first, second)
            return False
        compare_blocks(zh, en, first, second)
    if len(zh.blocks) == len(en.blocks):
        return True
    longer, shorter = (zh, en) if len(zh.blocks) > len(en.blocks) else (en, zh)
    extra = longer.blocks[len(shorter.blocks)]
    longer.fault(extra.line, f"the twins part here: {extra.describe()}, while {shorter.path} ends",
                 "the two pages must answer block for block")
    return False


def compare_meta(zh, en):
    """Compare what the front matter says about formulas."""
    key = "formulas_elsewhere_written"
    if zh.meta.get(key) != en.meta.get(key) and not (zh.is_meta_bad or en.is_meta_bad):
        zh.fault(meta_line(zh, key), f"{key} differs from {en.path}:{meta_line(en, key)}",
                 "list the same names on both pages")


def kind_of(block):
    """Return what must agree for two blocks to be the same kind of thing."""
    return block.kind, block.detail, block.depth


def report_parting(zh, en, first, second):
    """Name the first blocks that differ in kind; what follows would only be a cascade."""
    one, other = (block.describe() + " (inside another block)" * (block.depth > twin.depth)
                  for block, twin in ((first, second), (second, first)))
    zh.fault(first.line, f"the twins part here: {one}, but {other} at {en.path}:{second.line}",
             "the two pages must answer block for block")


def compare_blocks(zh, en, first, second):
    """Compare two blocks of the same kind."""
    twin = f"{en.path}:{second.line}"
    if first.kind == "fence":
        compare_fences(zh, first, second, twin)
    elif first.kind == "heading" and first.content != second.content:
        zh.fault(first.line, f"heading id #{first.content}, but #{second.content} at {twin}",
                 "use one id in both languages")
    elif first.content != second.content:
        difference = differing_line(first.content, second.content)
        zh.fault(first.line, f"{first.describe()}: {difference} at {twin}",
                 "it must be the same to the letter")
    for span in SPANS:
        compare_spans(zh, en, (first, second), *span)
    compare_numbers(zh, first, second, twin)
    compare_numbers(en, second, first, f"{zh.path}:{first.line}")


def compare_spans(zh, en, blocks, attribute, what, form, remedy):
    """Compare the formulas (code, links, figures) of two blocks, whatever their order."""
    spans = [[(line, SUFFIX.sub("", text)) for line, text in getattr(block.inline, attribute)
              if attribute != "codes" or not HAN.search(text)] for block in blocks]
    counts = [Counter(text for _, text in pairs) for pairs in spans]
    for page, other, mine, its in ((zh, en, 0, 1), (en, zh, 1, 0)):
        for text, number in (counts[mine] - counts[its]).items():
            line = [line for line, span in spans[mine] if span == text][-1]
            twin = f"{other.path}:{blocks[its].line}"
            seen = counts[its][text]
            where = f"stands {seen + number} times here, {seen}" if seen else "is not"
            page.fault(line, f"the {what} {form.format(text)} {where} at {twin}", remedy)


def compare_numbers(page, block, other, twin):
    """Note numbers in the prose of a block that its twin does not have."""
    for position, written in unmatched(block.inline.text, other.inline.text):
        page.fault(block.inline.line(position), f"the number {written} is not at {twin}",
                   "the twins must give the same numbers")


def compare_fences(zh, first, second, twin):
    """Compare two fences: the title, what they include, and code written by hand."""
    title, other = (block.inline.spans["title"] for block in (first, second))
    is_translated = title not in OUTPUT_TITLES and HAN.search(title) and other
    if not is_translated and OUTPUT_TITLES.get(title, title) != other:
        zh.fault(first.line, f"fence title {title!r}, but {other!r} at {twin}",
                 "write the file's name, or 输出 and Output")
    included = [INCLUDE.findall(block.content.strip()) for block in (first, second)]
    has_words = HAN.search(first.content) or HAN.search(second.content)
    if included[0] != included[1] or (first.content != second.content and not has_words):
        zh.fault(first.line, f"fence: {differing_line(first.content, second.content)} at {twin}",
                 "it must show the same")


def differing_line(first, second):
    """Say where two texts begin to differ."""
    pairs = zip_longest(first.split("\n"), second.split("\n"), fillvalue="")
    one, other = next((one.strip(), other.strip()) for one, other in pairs if one != other)
    alike = len(os.path.commonprefix([one, other]))
    start = max(0, alike - MOST_SHOWN // 2) if max(len(one), len(other)) > MOST_SHOWN else 0
    return f"{one[start:start + MOST_SHOWN]!r}, but {other[start:start + MOST_SHOWN]!r}"


def missing_twins(places):
    """Yield (language, place, other language) for each page that has no twin."""
    for language, other in (("zh", "en"), ("en", "zh")):
        for place in sorted(places[language] - places[other]):
            yield language, place, other
