"""Style rules for both languages: formulas, headings, names in code, what a page may not hold."""

import re

import formula_audit

MOST_INLINE_TEX = 60
HEADING_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
CALL = re.compile(r"[A-Za-z_][\w.]*\(\)")
ADMONITIONS = {"abstract", "bug", "danger", "erratum", "example", "failure", "info", "note", "question", "quote",
               "success", "tip", "warning"}
REMOTE = re.compile(r"(?:https?:)?//", re.I)


def check_style(page):
    """Note what breaks a rule that holds for every page, whatever its language."""
    check_formulas(page)
    check_headings(page)
    for block in page.blocks:
        check_spans(page, block)
        if block.kind == "raw HTML":
            page.fault(block.line, "raw HTML; say it in Markdown")
        if block.kind == "block" and block.content not in ADMONITIONS:
            page.fault(block.line, f"no such kind of block: {block.content!r}; use warning, erratum or question")


def check_formulas(page):
    """Note formulas that are broken or too long for a line."""
    _, faults = formula_audit.scan(page.text)
    for line, message in faults:
        page.fault(page.line_of(line), message)
    for block in page.blocks:
        for line, tex in block.inline.formulas:
            if len(tex) > MOST_INLINE_TEX:
                page.fault(line, f"an inline formula of {len(tex)} signs, at most {MOST_INLINE_TEX}: ${tex[:30]}…$; "
                                 "make it a display or cut it in two (M5)")
            if re.search(r"\\left(?![a-zA-Z])", tex):
                page.fault(line, f"\\left in an inline formula: ${tex[:40]}$; use plain brackets or \\bigl, "
                                 "or a display (M5)")


def check_headings(page):
    """Note headings without a good id, with an id twice, with math, or with nothing below."""
    headings = [(at, block) for at, block in enumerate(page.blocks) if block.kind == "heading"]
    first_line = {}
    for at, block in headings:
        title = block.inline.original(0, 40)
        if not block.content:
            page.fault(block.line, f"heading {title!r} without an id; end it with {{ #words-of-the-title }}")
        elif not HEADING_ID.fullmatch(block.content):
            page.fault(block.line, f"heading id #{block.content}; use lower-case English words joined by hyphens")
        elif block.content in first_line:
            page.fault(block.line, f"heading id #{block.content} stands on line {first_line[block.content]} already; "
                                   "choose another")
        first_line.setdefault(block.content, block.line)
        if block.inline.formulas:
            page.fault(block.line, f"math in the heading {title!r}; say it in words (M6)")
        following = page.blocks[at + 1] if at + 1 < len(page.blocks) else None
        if following is None or (following.kind == "heading" and following.detail <= block.detail):
            page.fault(block.line, f"nothing stands under the heading {title!r}; leave it out (P4)")


def check_spans(page, block):
    """Note inline HTML, pictures from elsewhere, and code names written as calls."""
    for line, tag in block.inline.html:
        page.fault(line, f"raw HTML {tag[:30]}; say it in Markdown, or put it into backticks")
    for line, code in block.inline.codes:
        if CALL.fullmatch(code):
            page.fault(line, f"`{code}` with empty brackets; write `{code[:-2]}` (E3)")
    for line, source in block.inline.images:
        if REMOTE.match(source):
            page.fault(line, f"a picture from another site: {source}; draw it as a figure of the notes")
