"""The template of a section's page (P1 to P5, P7, P8, P10, F4, M1), and of other pages."""

import re

from notes_inline import BREAK
from notes_source import meta_line

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff〇]")
WORD = re.compile(r"[A-Za-z0-9][\w’'.,-]*")
FIGURE = re.compile(r"(?:^|/)figures/[^?#]+\.svg$")
UNIT = {"zh": "Chinese characters", "en": "words"}
MOST_DESCRIPTION = {"zh": 80, "en": 160}  # Chinese characters; signs
MOST_OPENING = {"zh": 120, "en": 70}
LENGTH = {"zh": (300, 2250), "en": (200, 1350)}  # P10 aims at 500 to 1,500 and 350 to 900
OWN_HEADINGS = (2, 5)
MOST_WARNINGS = 4
QUESTIONS = 3
CAPTION = {"zh": "图 {} ", "en": "Figure {}. "}
TAIL = {  # the fixed headings, in their order: id -> titles
    "code": {"zh": "代码", "en": "Code"},
    "mistakes": {"zh": "常见错误", "en": "Common mistakes"},
    "check": {"zh": "自测", "en": "Check yourself"},
    "further": {"zh": "延伸阅读", "en": "Further reading"},
}
SYMBOL_TABLE = {
    "zh": ("符号", "含义", "形状", "代码里的名字"),
    "en": ("Symbol", "Meaning", "Shape", "Name in code"),
}


def check_template(page):
    """Note where a section departs from the template; of other pages less is asked."""
    place = page.section
    if not (place or page.annex) or page.is_torn:
        return
    if not page.blocks:
        if not page.faults:
            page.fault(1, "an empty page", "write the section, or delete the file")
        return
    if page.annex:  # the glossary, the notation: P1, P2, F4
        check_description(page)
        check_title(page, "", page.annex["name"])
        check_figures(page, "")
        return
    number = f"{int(place['week'])}.{int(place['section'])}"
    check_description(page)
    check_title(page, number, f"s{int(place['section']):02d}")
    check_headings(page)
    check_warnings(page)
    check_questions(page)
    check_figures(page, number)
    check_symbols(page)
    check_length(page)


def size(language, inline):
    """Return the length of prose in Chinese characters or English words; formulas count nothing."""
    return len((HAN if language == "zh" else WORD).findall(inline.text))


def check_description(page):
    """P1: one sentence for search engines."""
    if page.is_meta_bad:
        return
    line, text = meta_line(page, "description"), page.meta.get("description")
    if not isinstance(text, str) or not text.strip():
        page.fault(line, "no description in the front matter",
                   "begin the page with `description: …` between two lines --- (P1)")
        return
    most = MOST_DESCRIPTION[page.language]
    length = len(HAN.findall(text)) if page.language == "zh" else len(text)
    if length > most:
        unit = "Chinese characters" if page.language == "zh" else "signs"
        page.fault(line, f"a description of {length} {unit}, at most {most}", "shorten it (P1)")


def check_title(page, number, name):
    """P2: `# 2.9 title { #s09 }` once, before all else, and after it the answer, in short.

    number: empty for a page outside the weeks
    """
    titles = [at for at, block in enumerate(page.blocks)
              if block.kind == "heading" and block.detail == "1"]
    start = f"{number} " if number else ""
    remedy = f"begin with `# {start}title {{ #{name} }}` (P2)"
    if not titles:
        page.fault(page.body_line, "no title", remedy)
        return
    title = page.blocks[titles[0]]
    if titles[0]:
        page.fault(page.body_line, f"{page.blocks[0].describe()} before the title", remedy)
    if not re.match(re.escape(start) + r"\S", title.inline.text):
        page.fault(title.line, f"title {title.inline.original(0, 40)!r} without {number}", remedy)
    if title.content != name:
        page.fault(title.line, f"title with the id #{title.content}", remedy)
    for at in titles[1:]:
        page.fault(page.blocks[at].line, "a second title", "make it `## …` (P2)")
    check_opening(page, page.blocks[titles[0] + 1:])


def check_opening(page, blocks):
    """P2: the answer comes at once, and is short."""
    if not blocks:
        return
    length, most = size(page.language, blocks[0].inline), MOST_OPENING[page.language]
    if blocks[0].kind != "paragraph":
        page.fault(blocks[0].line, f"{blocks[0].describe()} right after the title",
                   "begin with a paragraph that gives the answer (P2)")
    elif length > most:
        page.fault(blocks[0].line, f"an opening paragraph of {length} {UNIT[page.language]}, "
                                   f"at most {most}", "shorten it (P2)")


def check_headings(page):
    """P3, P4: two to five headings of its own, then the fixed ones in their order."""
    headings = [block for block in page.blocks if block.kind == "heading" and block.detail == "2"]
    own, last, order = [], "", list(TAIL)
    for block in headings:
        title, name = block.inline.text.strip(), block.content
        owner = next((key for key in TAIL if title in TAIL[key].values()), None)
        if name in TAIL:
            wanted = TAIL[name][page.language]
            if title != wanted:
                page.fault(block.line, f"#{name} is headed {title!r}", f"head it {wanted!r} (P4)")
            if last and order.index(name) < order.index(last):
                page.fault(block.line, f"#{name} stands after #{last}",
                           f"the order is {', '.join(order)} (P4)")
            last = name
        elif owner:
            page.fault(block.line, f"heading {title!r} with the id #{name}",
                       f"write {{ #{owner} }} (P4)")
        else:
            own.append(block)
            if last:
                page.fault(block.line, f"heading {title!r} stands after #{last}",
                           "the page's own headings come first (P4)")
    if not OWN_HEADINGS[0] <= len(own) <= OWN_HEADINGS[1]:
        page.fault(own[-1].line if own else page.body_line,
                   "{} headings of its own, {} to {} are right".format(len(own), *OWN_HEADINGS),
                   "split or join its parts (P3)")


def placed(page, *kinds):
    """Return [(id of the part, block)] of the admonitions of these kinds."""
    part, found = "", []
    for block in page.blocks:
        if block.kind == "heading" and block.detail == "2":
            part = block.content
        elif block.kind == "block" and block.content in kinds:
            found.append((part, block))
    return found


def heading(page, name):
    """Return the heading with an id, or None."""
    named = (block for block in page.blocks if block.kind == "heading" and block.content == name)
    return next(named, None)


def check_warnings(page):
    """P7: at most four warnings and errata, open, at least one of them under #mistakes."""
    found = placed(page, "warning", "erratum")
    if len(found) > MOST_WARNINGS:
        page.fault(found[MOST_WARNINGS][1].line,
                   f"{len(found)} warnings and errata, at most {MOST_WARNINGS}",
                   "keep those that matter most (P7)")
    for _, block in found:
        if block.detail != block.content:
            page.fault(block.line, f"a {block.content} folded away",
                       f"write `!!! {block.content} \"…\"` (P7)")
    mistakes = heading(page, "mistakes")
    if mistakes and all(part != "mistakes" for part, _ in found):
        page.fault(mistakes.line, "no warning under #mistakes",
                   'write `!!! warning "…"`, or leave the heading out (P7)')


def check_questions(page):
    """P8: exactly three questions under #check, their answers folded away."""
    found, check = placed(page, "question"), heading(page, "check")
    number = sum(part == "check" for part, _ in found)
    if not check:
        page.fault(page.blocks[-1].line, "no #check", f"end with {QUESTIONS} questions (P8)")
    elif number != QUESTIONS:
        page.fault(check.line, f"{number} question{'s' * (number != 1)} under #check",
                   f"exactly {QUESTIONS} are right (P8)")
    for part, block in found:
        if part != "check":
            page.fault(block.line, "a question outside #check", "move it there (P8)")
        if block.detail == block.content or not block.inline.text.strip():
            page.fault(block.line, "a question without words, or with an open answer",
                       'write `??? question "…"` (P8)')


def check_figures(page, number):
    """F4, M1: every picture is a figure of the notes with alternative text and its caption."""
    figures = [at for at, block in enumerate(page.blocks) if block.kind == "figure"]
    for inline in page.prose():
        for line, source in inline.images:
            if not FIGURE.search(source):
                page.fault(line, f"a picture that is no figure of the notes: {source}",
                           "draw it; a formula is written, never a picture (M1)")
    for count, at in enumerate(figures, 1):
        block, below = page.blocks[at], page.blocks[at + 1:at + 2]
        wanted = CAPTION[page.language].format(f"{number}-{count}" if number else count)
        if not block.inline.text.strip():
            page.fault(block.line, "a figure without alternative text", "write its conclusion (F4)")
        if not below or below[0].kind != "caption":
            page.fault(block.line, "a figure without a caption",
                       f"write /// caption, {wanted}…, /// below it (F4)")
        elif not below[0].inline.text.startswith(wanted):
            page.fault(below[0].line, f"caption {below[0].inline.original(0, 20)!r}",
                       f"begin it with {wanted.strip()!r} (F4)")


def check_symbols(page):
    """P5: a table of symbols has its four columns."""
    wanted = SYMBOL_TABLE[page.language]
    for table, header in zip(page.blocks, page.blocks[1:]):
        titles = tuple(cell.strip() for cell in header.inline.text.split(BREAK))
        if table.content == "table" and titles[0] == wanted[0] and titles != wanted:
            page.fault(table.line, f"a table of symbols headed {' | '.join(titles)}",
                       f"head it {' | '.join(wanted)} (P5)")


def check_length(page):
    """P10: neither a stub nor a chapter."""
    length = sum(size(page.language, block.inline) for block in page.blocks)
    least, most = LENGTH[page.language]
    if not least <= length <= most:
        page.fault(page.body_line,
                   f"{length} {UNIT[page.language]} of prose, {least} to {most} are right",
                   "say more (P10)" if length < least else "shorten it (P10)")
