"""Style rules of the Chinese pages (Z1 to Z3)."""

import re
from dataclasses import replace

from notes_inline import BREAK, CODE, MATH

HAN_RANGE = "\u3400-\u9fff\uf900-\ufaff〇"
HAN = f"[{HAN_RANGE}]"
WORD = f"[A-Za-z0-9\u00c0-\u024f\u0370-\u03ff{CODE}{MATH}]"
FULL = "[，。：；？！、（）“”《》【】]"
MOST_CLAUSE = 40

HAS_HAN = re.compile(HAN)
BRACKETS = re.compile(r"\((?P<inner>[^()（）]*)\)")
SHAPE = re.compile(rf"\s*(?:\w{{0,3}}|\d[\d.]*|[{MATH}{CODE}])(?:\s*[,:×+*-]\s*(?:\w{{0,3}}|\d[\d.]*|[{MATH}{CODE}]))*\s*")
CLAUSE_END = re.compile(f"[，。：；？！、（）“”《》【】—…,.:;?!()\n{BREAK}]+")
RULES = (
    (re.compile(f"{HAN}{WORD}|{WORD}{HAN}"), "no blank between a Chinese character and a letter, digit, code or formula",
     "put one blank there (Z1)"),
    (re.compile(f"{FULL} +(?=[^ {BREAK}\n])|(?<=[^ {BREAK}\n]) +{FULL}"), "a blank beside full-width punctuation",
     "take the blank out (Z1)"),
    (re.compile(f"(?<={HAN})[ \n]+(?={HAN})"), "a blank or line end between two Chinese characters",
     "take it out; a paragraph is one line (Z1)"),
    (re.compile(f"(?<=[{HAN_RANGE}A-Za-z0-9{CODE}{MATH}])  +(?=[{HAN_RANGE}A-Za-z0-9{CODE}{MATH}])"),
     "two blanks in a row", "leave one (Z1)"),
    (re.compile(f"{HAN} ?[,;:?]|[,;:?] ?{HAN}|{HAN}\\.|\\.{HAN}|(?:[A-Za-z]{{3,}}|[{CODE}{MATH}])\\. ?{HAN}"
                f"|[{CODE}{MATH}][,;:](?= )"),
     "half-width punctuation in Chinese prose", "use ，。：；？ (Z2)"),
    (re.compile('"'), "straight quotation marks", "use “ and ” (Z2)"),
    (re.compile(r"(?<![A-Za-z])'|'(?![A-Za-z])"), "a straight quotation mark", "use “ and ” (Z2)"),
    (re.compile("[「」『』]"), "corner brackets as quotation marks", "use “ and ” (Z2)"),
    (re.compile("您"), "您", "write 你 (Z3)"),
    (re.compile("[！!]"), "an exclamation mark", "end the sentence with 。 (Z3)"),
    (re.compile("其实"), "the filler 其实", "leave it out (Z3)"),
    (re.compile("(?<!正在)进行(?!中)"), "the filler 进行", "use the verb itself (Z3)"),
    (re.compile(f"对于?[^，。；：？{BREAK}]{{1,20}}(?:来说|而言)"), "对于……来说", "name the subject itself (Z3)"),
    (re.compile("在?(?:本节|这一节|本小节)(?:中，?|里，?)?(?:我们)?(?:将|会|要|来)(?:介绍|学习|讨论|讲|看)"),
     "an announcement", "give the answer itself (P2)"),
    (re.compile("(?:讲师|老师|教授|吴恩达)(?:说|讲|提到|指出|认为)"), "transcript tone", "state the fact itself (P10)"),
)


def check_zh(page):
    """Note what breaks the rules of Chinese prose, in the front matter too."""
    for block in page.blocks:
        if HAS_HAN.search(block.inline.text):
            check_prose(page, titled(block))


def titled(block):
    """Return the prose of a block; the blank after a title's number is no blank of the text."""
    if block.kind != "heading":
        return block.inline
    return replace(block.inline, text=re.sub(r"^([\d.]+) ", rf"\1{BREAK}", block.inline.text))


def check_prose(page, inline):
    """Apply every rule to one block."""
    text = inline.text
    for pattern, what, remedy in RULES:
        for found in pattern.finditer(text):
            page.fault(inline.line(found.start()), f"{what}: {inline.around(found)!r}; {remedy}")
    if re.search(r"[A-Za-z0-9]\.$", text) and not text.endswith("al."):
        page.fault(inline.line(len(text)), f"a full stop ends Chinese prose: {inline.original(len(text) - 12, len(text))!r}; "
                                           "use 。 (Z2)")
    check_brackets(page, inline)
    check_quotes(page, inline)
    check_clauses(page, inline)


def check_brackets(page, inline):
    """Note half-width brackets around or beside Chinese, except those of a shape such as (n, 1)."""
    for found in BRACKETS.finditer(inline.text):
        beside = inline.text[max(found.start() - 2, 0):found.start()].strip()[-1:] + inline.text[found.end():][:2].strip()[:1]
        is_shape = SHAPE.fullmatch(found["inner"]) and not HAS_HAN.search(found["inner"])
        if HAS_HAN.search(beside + found["inner"]) and not is_shape:
            page.fault(inline.line(found.start()), f"half-width brackets in Chinese prose: {inline.around(found)!r}; "
                                                   "use （） (Z2)")


def check_quotes(page, inline):
    """Note quotation marks that do not open and close in turn."""
    expected = "“"
    for at, sign in enumerate(inline.text):
        if sign not in "“”":
            continue
        if sign != expected:
            page.fault(inline.line(at), f"{sign} where {expected} belongs: {inline.original(at - 8, at + 8)!r}; "
                                        "open with “, close with ” (Z2)")
            return
        expected = "”" if sign == "“" else "“"
    if expected == "”":
        page.fault(inline.line(inline.text.rindex("“")), "a “ that is never closed; close it with ” (Z2)")


def check_clauses(page, inline):
    """Note clauses too long to read in one breath."""
    start = 0
    for end in [*(found.start() for found in CLAUSE_END.finditer(inline.text)), len(inline.text)]:
        clause = inline.text[start:end]
        length = len(HAS_HAN.findall(clause))
        if length > MOST_CLAUSE:
            page.fault(inline.line(start), f"a clause of {length} characters, at most {MOST_CLAUSE}: "
                                           f"{inline.original(start, start + 16).strip('，。：；？！、')!r}…; cut it in two (Z3)")
        start = end
