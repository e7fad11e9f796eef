"""Style rules of the English pages (E1)."""

import re

from notes_inline import BREAK, CODE, MATH
from notes_zh import HAN_RANGE

MOST_WORDS = 35
SENTENCE_END = re.compile(rf"[.?!][”\"')]*(?=\s+[A-Z\d{CODE}{MATH}“\"(]|\s*$)|{BREAK}")
WORD = re.compile(rf"[A-Za-z0-9{CODE}{MATH}][\w’'{CODE}{MATH}.,-]*")
STEMS = ("apolog capital categor character critic custom discret emphas equal factor final general initial item "
         "linear local maxim memor minim modern neutral normal optim organ parallel parametr parameter penal "
         "quant random real recogn regular serial special stabil standard summar symbol synchron token util "
         "vector visual")
BRITISH = re.compile(
    rf"\b(?:(?:un|re|de|over|under)?(?:{STEMS.replace(' ', '|')})is(?:e|es|ed|er|ers|ing|ation|ations)"
    r"|(?:colo|behavio|favo|neighbo|flavo|hono|labo|rigo)ur\w*|(?:label|model|travel|cancel|channel|signal|tunnel)l(?:ed|ing)"
    r"|analys(?:e|ed|es|ing)(?<!analyses)|cent(?:re|res|red)|(?:kilo|centi|milli)?met(?:re|res)|grey\w*|whilst|learnt"
    r"|artefacts?|defence|licence|practis(?:e|ed|ing)|judgement|catalogue|fulfil)\b", re.I)
RULES = (
    (re.compile(r"\b(?:simply|obviously)\b", re.I), "a filler", "leave it out (E1)"),
    (re.compile(r"\bjust\b(?!-)", re.I), "a filler", "leave it out, or write only, the same, right (E1)"),
    (re.compile("!"), "an exclamation mark", "end the sentence with a full stop (E1)"),
    (re.compile(rf"[，。：；？！、（）【】《》](?![{HAN_RANGE}])"), "full-width punctuation in English", "use , . : ; ? ( ) (E1)"),
    (re.compile(r"\bin this (?:section|lesson|video),? (?:we|you)(?:’ll|'ll| will)\b", re.I), "an announcement",
     "give the answer itself (P2)"),
    (re.compile(r"\b(?:the )?(?:instructor|lecturer|professor|andrew ng) (?:says|said|mentions|explains|thinks)\b", re.I),
     "transcript tone", "state the fact itself (P10)"),
)


def check_en(page):
    """Note what breaks the rules of English prose."""
    lower = {word for block in page.blocks if block.kind != "heading"
             for word in re.findall(r"(?<![\w.`])[a-z]{3,}\b", block.inline.text)}
    part = ""
    for block in page.blocks:
        if block.kind == "heading":
            part = block.content
            check_case(page, block, lower)
        check_prose(page, block.inline, is_citation=part == "further")


def check_prose(page, inline, is_citation):
    """Apply every rule to one block; what is cited keeps its spelling and its length."""
    rules = RULES if is_citation else (*RULES, (BRITISH, "British spelling", "use US spelling (E1)"))
    for pattern, what, remedy in rules:
        for found in pattern.finditer(inline.text):
            page.fault(inline.line(found.start()), f"{what}, {found[0]!r}: {inline.around(found, 14)!r}; {remedy}")
    if page.section:
        for found in re.finditer(f"[{HAN_RANGE}]+", inline.text):
            page.fault(inline.line(found.start()), f"Chinese on the English page: {found[0]!r}; say it in English")
    if not is_citation:
        check_sentences(page, inline)


def check_sentences(page, inline):
    """Note sentences that are too long."""
    start = 0
    for end in [*(found.end() for found in SENTENCE_END.finditer(inline.text)), len(inline.text)]:
        sentence = inline.text[start:end]
        items = sentence.split(";") if sentence.count(";") > 1 else [sentence]  # a list within a sentence
        words = max(len(WORD.findall(item)) for item in items)
        if words > MOST_WORDS:
            first = start + len(sentence) - len(sentence.lstrip())
            page.fault(inline.line(first), f"a sentence of {words} words, at most {MOST_WORDS}: "
                                           f"{inline.original(first, first + 30)!r}…; cut it in two (E1)")
        start = end


def check_case(page, block, lower):
    """Note words of a heading that are capitalized there, and written small in the text of the page."""
    if block.detail == "1" and not page.section:
        return  # the titles of courses and weeks are names
    text = re.sub(r"^[\d.]+ ", "", block.inline.text)
    for found in re.finditer(r"(?<=[a-z,\d] )[A-Z][a-z]{2,}\b", text):
        if found[0].lower() in lower:
            page.fault(block.line, f"{found[0]!r} in the heading {block.inline.original(0, 50)!r}; "
                                   f"headings are in sentence case: {found[0].lower()} (E1)")
