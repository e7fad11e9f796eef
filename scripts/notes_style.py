"""Style rules for both languages: formulas, headings, names in code, what no page may hold."""

import re

import formula_audit

MOST_INLINE_TEX = 60
HEADING_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
LEFT = re.compile(r"\\left(?![a-zA-Z])")
REMOTE = re.compile(r"(?:https?:)?//", re.I)
ADMONITIONS = {"abstract", "bug", "danger", "erratum", "example", "failure", "info", "note",
               "question", "quote", "success", "tip", "warning"}

# A name in code goes without brackets. A method of a value (`Y.ravel()`) and what the reader is
# told to type are no names but code, and keep theirs.
CALL = re.compile(r"(?:(?:np|numpy|plt|math|random|time|torch|tf)\.[\w.]+|[A-Za-z_]\w*)\(\)")
TYPED = re.compile(r"(?:\b(?:write|type|enter|run)\b|写|输入|运行|键入|执行)[^.。；;]{0,12}$", re.I)


def check_style(page):
    """Note what breaks a rule that holds for every page, whatever its language."""
    if not page.is_torn:
        for line, message in formula_audit.scan(page.text)[1]:
            page.fault(page.line_of(line), *message.rsplit("; ", 1))
    check_headings(page)
    for block in page.blocks:
        if block.kind == "raw HTML":
            page.fault(block.line, "raw HTML", "say it in Markdown")
        if block.kind == "block" and block.content not in ADMONITIONS:
            page.fault(block.line, f"no such kind of block: {block.content!r}",
                       "use warning, erratum or question")
        check_spans(page, block.inline)


def check_headings(page):
    """Note headings without a good id, with an id twice, with math, or with nothing below."""
    seen = {}
    for at, block in enumerate(page.blocks):
        if block.kind != "heading":
            continue
        name, title = block.content, repr(block.inline.original(0, 40))
        if not name:
            page.fault(block.line, f"heading {title} without an id",
                       "end it with { #words-of-the-title }")
        elif not HEADING_ID.fullmatch(name):
            page.fault(block.line, f"heading id #{name}",
                       "use lower-case English words joined by hyphens")
        elif name in seen:
            page.fault(block.line, f"heading id #{name} stands on line {seen[name]} already",
                       "choose another")
        seen.setdefault(name, block.line)
        if block.inline.formulas:
            page.fault(block.line, f"math in the heading {title}", "say it in words (M6)")
        following = page.blocks[at + 1:at + 2]
        if not following or following[0].kind == "heading" and following[0].detail <= block.detail:
            page.fault(block.line, f"nothing stands under the heading {title}", "leave it out (P4)")


def check_spans(page, inline):
    """Note what may not stand in a line: long formulas, HTML, pictures from elsewhere, calls."""
    for line, tex in inline.formulas:
        if len(tex) > MOST_INLINE_TEX:
            page.fault(line, f"an inline formula of {len(tex)} signs, at most {MOST_INLINE_TEX}: "
                             f"${tex[:30]}…", "make it a display, or cut it in two (M5)")
        if LEFT.search(tex):
            page.fault(line, f"\\left in the inline formula ${tex[:40]}$",
                       "use plain brackets or \\bigl, or a display (M5)")
    for line, tag in inline.html:
        page.fault(line, f"raw HTML {tag[:30]}", "say it in Markdown, or put it into backticks")
    for line, source in inline.images:
        if REMOTE.match(source):
            page.fault(line, f"a picture from another site: {source}",
                       "draw it as a figure of the notes")
    for at, written in inline.spans.items():
        code = written.strip("`") if isinstance(at, int) and written[0] == "`" else ""
        if CALL.fullmatch(code) and not TYPED.search(inline.text[:at]):
            page.fault(inline.line(at), f"`{code}` with empty brackets",
                       f"write `{code.removesuffix('()')}` (E3)")
