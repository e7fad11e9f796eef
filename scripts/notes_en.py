"""Style rules of the English pages (E1)."""

import re

from notes_inline import BREAK, CODE, MATH
from notes_zh import HAN_RANGE

MOST_WORDS = 35
SPAN = f"{CODE}{MATH}"
SENTENCE_END = re.compile(rf"[.?!][”\"')]*(?=\s+[A-Z\d{SPAN}“\"(]|\s*$)|{BREAK}")
WORD = re.compile(rf"[A-Za-z0-9{SPAN}][\w’'{SPAN}.,-]*")
ISE = """apolog capital categor character critic custom discret emphas equal factor final general
initial item linear local maxim memor minim modern neutral normal optim organ parallel parametr
parameter penal quant random real recogn regular serial special stabil standard summar symbol
synchron token util vector visual"""
BRITISH = re.compile(
    rf"\b(?:(?:un|re|de|over|under)?(?:{'|'.join(ISE.split())})is(?:e[sdr]?|ers|ing|ations?)"
    r"|(?:colo|behavio|favo|neighbo|flavo|hono|labo|rigo)ur\w*"
    r"|(?:label|model|travel|cancel|channel|signal|tunnel)l(?:ed|ing)"
    r"|analys(?:e|ed|ing)|cent(?:re|res|red)|(?:kilo|centi|milli)?met(?:re|res)|grey\w*|whilst"
    r"|learnt|artefacts?|defence|licence|practis(?:e|ed|ing)|judgement|catalogue|fulfil)\b", re.I)
SPELLING = (BRITISH, "British spelling", "use US spelling (E1)")
RULES = tuple((re.compile(pattern, re.I), what, remedy) for pattern, what, remedy in (
    (r"\b(?:simply|obviously)\b", "a filler", "leave it out (E1)"),
    (r"\bjust\b(?!-)", "a filler", "leave it out, or write only, right, a moment ago (E1)"),
    ("!", "an exclamation mark", "end the sentence with a full stop (E1)"),
    (rf"[，。：；？！、（）【】《》](?![{HAN_RANGE}])", "full-width punctuation in English",
     "use , . : ; ? ( ) (E1)"),
    (r"\bin this (?:section|lesson|video),? (?:we|you)(?:[’']ll| will)\b", "an announcement",
     "give the answer itself (P2)"),
    (r"\b(?:the )?(?:instructor|lecturer|professor|andrew ng) (?:says|said|mentions|explains)\b",
     "transcript tone", "state the fact itself (P10)"),
))


def check_en(page):
    """Note what breaks the rules of English prose, in the description too."""
    lower = {word for block in page.blocks if block.kind != "heading"
             for word in re.findall(r"(?<![\w.`])[a-z]{3,}\b", block.inline.text)}
    check_prose(page, page.description, is_citation=False)
    part = ""
    for block in page.blocks:
        if block.kind == "heading":
            part = block.content
            check_case(page, block, lower)
        check_prose(page, block.inline, is_citation=part == "further")


def check_prose(page, inline, is_citation):
    """Apply every rule to one block; what is cited keeps its spelling and its length."""
    for pattern, what, remedy in RULES if is_citation else (*RULES, SPELLING):
        for found in pattern.finditer(inline.text):
            page.fault(inline.line(found.start()),
                       f"{what}, {found[0]!r}: {inline.around(found, 14)!r}", remedy)
    if page.section:
        for found in re.finditer(f"[{HAN_RANGE}]+", inline.text):
            page.fault(inline.line(found.start()), f"Chinese on the English page: {found[0]!r}",
                       "say it in English")
    if not is_citation:
        check_sentences(page, inline)


def check_sentences(page, inline):
    """Note sentences that are too long; of an enumeration each item counts by itself."""
    start = 0
    ends = [found.end() for found in SENTENCE_END.finditer(inline.text)]
    for end in [*ends, len(inline.text)]:
        sentence = inline.text[start:end]
        items = sentence.split(";") if sentence.count(";") > 1 else [sentence]
        words = max(len(WORD.findall(item)) for item in items)
        if words > MOST_WORDS:
            first = start + len(sentence) - len(sentence.lstrip())
            page.fault(inline.line(first), f"a sentence of {words} words, at most {MOST_WORDS}: "
                                           f"{inline.original(first, first + 30)!r}…",
                       "cut it in two (E1)")
        start = end


def check_case(page, block, lower):
    """Note words capitalized in a heading that the text of the page writes small."""
    if block.detail == "1" and not page.section:
        return  # the titles of courses and weeks are names
    text = re.sub(r"^[\d.]+ ", "", block.inline.text)
    for found in re.finditer(r"(?<=[a-z,\d] )[A-Z][a-z]{2,}\b", text):
        word = found[0].lower()
        if word in lower:
            page.fault(block.line, f"{found[0]!r} in the heading {block.inline.original(0, 50)!r}",
                       f"headings are in sentence case: {word} (E1)")
