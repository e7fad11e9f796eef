"""The template of a section's page (P1 to P5, P7, P8, P10, F4, M1)."""

import re

from notes_inline import BREAK
from notes_source import meta_line

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff〇]")
WORD = re.compile(r"[A-Za-z0-9][\w’'.,-]*")
TAIL = {"code": ("代码", "Code"), "mistakes": ("常见错误", "Common mistakes"), "check": ("自测", "Check yourself"),
        "further": ("延伸阅读", "Further reading")}
DESCRIPTION = {"zh": (80, "Chinese characters"), "en": (160, "signs")}
OPENING = {"zh": 120, "en": 70}
LENGTH = {"zh": (300, 2400), "en": (200, 1500)}
UNIT = {"zh": "Chinese characters", "en": "words"}
OWN_HEADINGS = (2, 5)
MOST_WARNINGS, QUESTIONS = 4, 3
SYMBOL_TABLE = {"zh": ("符号", "含义", "形状", "代码里的名字"), "en": ("Symbol", "Meaning", "Shape", "Name in code")}
CAPTION = {"zh": "图 {} …", "en": "Figure {}. …"}


def check_template(page):
    """Note where a section departs from the template; other pages have none."""
    place = page.section
    if not place or not page.blocks:
        if place and not page.faults:
            page.fault(1, "an empty page; write the section, or delete the file")
        return
    number = f"{int(place['week'])}.{int(place['section'])}"
    check_description(page)
    check_title(page, number, f"s{int(place['section']):02d}")
    check_opening(page)
    check_headings(page)
    check_admonitions(page)
    check_figures(page, number)
    check_symbols(page)
    check_length(page)


def size(language, inline):
    """Return the length of prose: Chinese characters or English words, formulas and code left out."""
    return len((HAN if language == "zh" else WORD).findall(inline.text))


def check_description(page):
    """P1: one sentence for search engines."""
    if page.meta_is_bad:
        return
    text = page.meta.get("description")
    if not isinstance(text, str) or not text.strip():
        page.fault(meta_line(page, "description"), "no description in the front matter; "
                                                   "begin the page with `description: …` between two lines --- (P1)")
        return
    most, unit = DESCRIPTION[page.language]
    length = len(HAN.findall(text)) if page.language == "zh" else len(text)
    if length > most:
        page.fault(meta_line(page, "description"), f"a description of {length} {unit}, at most {most}; shorten it (P1)")


def check_title(page, number, wanted_id):
    """P2: `# 2.9 title { #s09 }`, once, before anything else."""
    titles = [block for block in page.blocks if block.kind == "heading" and block.detail == "1"]
    wanted = f"`# {number} title {{ #{wanted_id} }}`"
    if not titles:
        page.fault(page.body_line, f"no title; begin with {wanted} (P2)")
        return
    first = titles[0]
    if first is not page.blocks[0]:
        page.fault(first.line, f"something stands before the title; begin with {wanted} (P2)")
    if not re.match(re.escape(number) + r" \S", first.inline.text):
        page.fault(first.line, f"the title {first.inline.original(0, 40)!r} does not begin with {number}; write {wanted} (P2)")
    if first.content != wanted_id:
        page.fault(first.line, f"the title has the id {first.content!r}; write {wanted} (P2)")
    for other in titles[1:]:
        page.fault(other.line, f"a second title, {other.inline.original(0, 40)!r}; make it `## …` (P2)")


def check_opening(page):
    """P2: the answer comes at once, and is short."""
    title = next((at for at, block in enumerate(page.blocks) if block.kind == "heading" and block.detail == "1"), None)
    if title is None:
        return
    opening = page.blocks[title + 1] if title + 1 < len(page.blocks) else page.blocks[title]
    if opening.kind != "paragraph":
        page.fault(opening.line, f"{opening.describe()} right after the title; begin with a paragraph that "
                                 "gives the answer (P2)")
        return
    length, most = size(page.language, opening.inline), OPENING[page.language]
    if length > most:
        page.fault(opening.line, f"an opening paragraph of {length} {UNIT[page.language]}, at most {most}; shorten it (P2)")


def check_headings(page):
    """P3, P4: two to five headings of its own, then the fixed ones in their order."""
    headings = [block for block in page.blocks if block.kind == "heading" and block.detail == "2"]
    own, last, order = [], None, list(TAIL)
    for block in headings:
        title = block.inline.text.strip()
        fixed = next((key for key, titles in TAIL.items() if title in titles), None)
        if block.content in TAIL:
            wanted = TAIL[block.content][page.language == "en"]
            if title != wanted:
                page.fault(block.line, f"#{block.content} is headed {title!r}; head it {wanted!r} (P4)")
            if last and order.index(block.content) < order.index(last):
                page.fault(block.line, f"#{block.content} stands after #{last}; the order is {', '.join(order)} (P4)")
            last = block.content
        elif fixed:
            page.fault(block.line, f"the heading {title!r} has the id #{block.content}; write {{ #{fixed} }} (P4)")
        elif last:
            page.fault(block.line, f"the heading {title!r} stands after #{last}; the page's own headings come first (P4)")
        else:
            own.append(block)
    least, most = OWN_HEADINGS
    if not least <= len(own) <= most:
        page.fault(own[-1].line if own else page.body_line,
                   f"{len(own)} headings of its own, {least} to {most} are right; split or join parts (P3)")


def parts(page):
    """Yield (id of the part, block) for every block below a heading of level 2."""
    part = ""
    for block in page.blocks:
        if block.kind == "heading" and block.detail == "2":
            part = block.content
        yield part, block


def check_admonitions(page):
    """P7, P8: at most four warnings, exactly three questions."""
    placed = [(part, block) for part, block in parts(page) if block.kind == "block"]
    warnings = [block for _, block in placed if block.content in ("warning", "erratum")]
    if len(warnings) > MOST_WARNINGS:
        page.fault(warnings[MOST_WARNINGS].line, f"{len(warnings)} warnings and errata, at most {MOST_WARNINGS}; "
                                                 "keep those that matter most (P7)")
    for block in warnings:
        if block.detail.startswith("folded"):
            page.fault(block.line, f"a {block.content} that is folded away; write `!!! {block.content} \"…\"` (P7)")
    headings = {block.content: block for _, block in parts(page) if block.kind == "heading"}
    if "mistakes" in headings and not any(part == "mistakes" for part, block in placed if block in warnings):
        page.fault(headings["mistakes"].line, "no warning under #mistakes; write `!!! warning \"…\"`, or leave it out (P7)")
    questions = [block for part, block in placed if block.content == "question" and part == "check"]
    if "check" not in headings:
        page.fault(page.blocks[-1].line, f"no #check; end with {QUESTIONS} questions under it (P8)")
    elif len(questions) != QUESTIONS:
        page.fault(headings["check"].line, f"{len(questions)} questions under #check, exactly {QUESTIONS} are right (P8)")
    for part, block in placed:
        if block.content != "question":
            continue
        if block.detail != "folded question":
            page.fault(block.line, "a question whose answer lies open; write `??? question \"…\"` (P8)")
        if part != "check":
            page.fault(block.line, "a question outside #check; move it there (P8)")
        if not block.inline.text.strip():
            page.fault(block.line, "a question without words; write `??? question \"…\"` (P8)")


def check_figures(page, number):
    """F4, M1: every picture is a figure of the notes with alternative text and a numbered caption."""
    count = 0
    for at, block in enumerate(page.blocks):
        for line, source in block.inline.images:
            if not re.search(r"(?:^|/)figures/[^?#]+\.svg$", source):
                page.fault(line, f"a picture that is no figure of the notes: {source}; draw it, or write the formula (M1)")
        if block.kind == "figure" and not block.inline.text.strip():
            page.fault(block.line, "a figure without alternative text; write its conclusion (F4)")
        if block.kind != "figure":
            continue
        count += 1
        wanted = CAPTION[page.language].format(f"{number}-{count}")
        caption = page.blocks[at + 1] if at + 1 < len(page.blocks) else block
        if caption.kind != "caption":
            page.fault(block.line, f"a figure without a caption; write /// caption, {wanted}, /// below it (F4)")
        elif not caption.inline.text.startswith(wanted.removesuffix("…")):
            page.fault(caption.line, f"the caption begins {caption.inline.original(0, 14)!r}; begin it with {wanted!r} (F4)")


def check_symbols(page):
    """P5: a table of symbols has its four columns."""
    wanted = SYMBOL_TABLE[page.language]
    for at, block in enumerate(page.blocks):
        if block.content != "table" or at + 1 >= len(page.blocks):
            continue
        header = [cell.strip() for cell in page.blocks[at + 1].inline.text.split(BREAK)]
        if header[0] != wanted[0]:
            continue
        if tuple(header) != wanted:
            page.fault(block.line, f"a table of symbols headed {' | '.join(header)}; head it {' | '.join(wanted)} (P5)")


def check_length(page):
    """P10: neither a stub nor a chapter."""
    length = sum(size(page.language, block.inline) for block in page.blocks)
    least, most = LENGTH[page.language]
    if not least <= length <= most:
        page.fault(page.body_line, f"{length} {UNIT[page.language]} of prose, {least} to {most} are right; "
                                   f"{'say more' if length < least else 'shorten it'} (P10)")
