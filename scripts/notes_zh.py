"""Style rules of the Chinese pages (Z1 to Z3)."""

import re
from dataclasses import replace

from notes_inline import BREAK, CODE, MATH

MOST_CLAUSE = 40
HAN_RANGE = "\u3400-\u9fff\uf900-\ufaff〇"
HAN = f"[{HAN_RANGE}]"
SPAN = f"[{CODE}{MATH}]"
WORD = f"[A-Za-z0-9\u00c0-\u024f\u0370-\u03ff{CODE}{MATH}]"
FULL = "[，。：；？！、（）“”《》【】]"
INNER = f"[^ {BREAK}\n]"  # a sign beside which a blank is a blank inside the text
PART = rf"\s*(?:\w{{0,3}}|\d[\d.]*|{SPAN})\s*"

HAS_HAN = re.compile(HAN)
CLAUSE_END = re.compile(f"[，。：；？！、（）“”《》【】—…,.:;?!()\n{BREAK}]+")
BRACKETS = re.compile(r"\((?P<inner>[^()（）]*)\)")
SHAPE = re.compile(f"{PART}(?:[,:×+*-]{PART})*", re.A)
STOP = re.compile(r"[A-Za-z0-9]\.$")
ANNOUNCED = "在?(?:本节|这一节|本小节)(?:[中里]，?)?(?:我们)?(?:将|会|要|来)(?:介绍|学习|讨论|讲|看)"
RULES = tuple((re.compile(pattern), what, remedy) for pattern, what, remedy in (
    (f"{HAN}{WORD}|{WORD}{HAN}", "no blank between Chinese and a letter, digit, code or formula",
     "put one there (Z1)"),
    (f"{FULL} +(?={INNER})|(?<={INNER}) +{FULL}", "a blank beside full-width punctuation",
     "take it out (Z1)"),
    (f"(?<={HAN})[ \n]+(?={HAN})", "a blank or line end between two Chinese characters",
     "take it out; a paragraph is one line (Z1)"),
    (f"(?<=[{HAN_RANGE}\\w{CODE}{MATH}])  +(?=[{HAN_RANGE}\\w{CODE}{MATH}])", "two blanks in a row",
     "leave one (Z1)"),
    (f"{HAN} ?[,;:?]|[,;:?] ?{HAN}|{HAN}\\.|\\.{HAN}|(?:[A-Za-z]{{3,}}|{SPAN})\\. ?{HAN}"
     f"|{SPAN}[,;:](?= )(?![^()]*\\))", "half-width punctuation in Chinese prose",
     "use ，。：；？ (Z2)"),
    ("\"|(?<![A-Za-z])'|'(?![A-Za-z])", "a straight quotation mark", "use “ and ” (Z2)"),
    ("[「」『』]", "corner brackets as quotation marks", "use “ and ” (Z2)"),
    ("您", "您", "write 你 (Z3)"),
    ("[！!]", "an exclamation mark", "end the sentence with 。 (Z3)"),
    ("其实", "the filler 其实", "leave it out (Z3)"),
    ("(?<!正在)进行(?!中)", "the filler 进行", "use the verb itself (Z3)"),
    (f"对于[^，。；：？{BREAK}]{{1,20}}(?:来说|而言)|对[^，。；：？{BREAK}]{{1,20}}来说", "对于……来说",
     "name the subject itself (Z3)"),
    (ANNOUNCED, "an announcement", "give the answer itself (P2)"),
    ("(?:讲师|老师|教授|吴恩达)(?:说|讲|提到|指出|认为)", "transcript tone",
     "state the fact itself (P10)"),
))


def check_zh(page):
    """Note what breaks the rules of Chinese prose, in the description too."""
    titles = {id(block.inline) for block in page.blocks if block.kind == "heading"}
    for inline in page.prose():
        if HAS_HAN.search(inline.text):
            check_prose(page, without_number(inline) if id(inline) in titles else inline)


def without_number(inline):
    """Return the prose of a heading; the blank after its number is no blank of the text."""
    return replace(inline, text=re.sub(r"^([\d.]+) ", rf"\1{BREAK}", inline.text))


def check_prose(page, inline):
    """Apply every rule to one block."""
    for pattern, what, remedy in RULES:
        for found in pattern.finditer(inline.text):
            page.fault(inline.line(found.start()), f"{what}: {inline.around(found)!r}", remedy)
    end = STOP.search(inline.text)
    if end and not inline.text.endswith("al."):
        page.fault(inline.line(end.start()), f"a half-width full stop: {inline.around(end)!r}",
                   "end the sentence with 。 (Z2)")
    check_brackets(page, inline)
    check_quotes(page, inline)
    check_clauses(page, inline)


def check_brackets(page, inline):
    """Note half-width brackets around or beside Chinese, except those of a shape such as (n, 1)."""
    for found in BRACKETS.finditer(inline.text):
        before = inline.text[:found.start()][-2:].strip()[-1:]
        after = inline.text[found.end():][:2].strip()[:1]
        if HAS_HAN.search(before + found["inner"] + after) and not SHAPE.fullmatch(found["inner"]):
            page.fault(inline.line(found.start()),
                       f"half-width brackets in Chinese prose: {inline.around(found)!r}",
                       "use （） (Z2)")


def check_quotes(page, inline):
    """Note quotation marks that do not open and close in turn."""
    wanted, other = "“", "”"
    for found in re.finditer("[“”]", inline.text):
        if found[0] != wanted:
            page.fault(inline.line(found.start()),
                       f"{found[0]} where {wanted} belongs: {inline.around(found)!r}",
                       "open with “, close with ” (Z2)")
            return
        wanted, other = other, wanted
    if wanted == "”":
        at = inline.text.rindex("“")
        page.fault(inline.line(at), f"a “ without its ”: {inline.original(at, at + 12)!r}",
                   "close it (Z2)")


def check_clauses(page, inline):
    """Note clauses too long to read in one breath."""
    start = 0
    ends = [found.start() for found in CLAUSE_END.finditer(inline.text)]
    for end in [*ends, len(inline.text)]:
        length = len(HAS_HAN.findall(inline.text[start:end]))
        if length > MOST_CLAUSE:
            shown = CLAUSE_END.sub("", inline.original(start, start + 16))
            page.fault(inline.line(start + 1), f"a clause of {length} characters, at most "
                                               f"{MOST_CLAUSE}: {shown}…", "cut it in two (Z3)")
        start = end
