"""Hold the terms of the Chinese pages against docs/terms.yml (Z4)."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

PLACE = "docs/terms.yml"
GLOSS = re.compile(r"（(?P<en>[A-Za-z][A-Za-z -]*[A-Za-z])(?=[），；,;])")
MENTION = re.compile(r"(?:又叫|也叫|又称|也称|称为|称作|叫作|叫做|译作|译为|译成|写作|写成|说成|误作|旧称|即)[“]?$|“$")
MIXED = {
    "zh": ((re.compile(r"损失(?:函数)?(?:是|为)? ?\$J(?![A-Za-z])"), "损失 beside $J$", "$J$ is the cost: write 代价"),
           (re.compile(r"代价(?:函数)?(?:是|为)? ?\$\\mathcal\{L\}"), "代价 beside $\\mathcal{L}$",
            "$\\mathcal{L}$ is the loss: write 损失"),
           (re.compile(r"偏差(?:是|为)? ?\$b(?![A-Za-z])"), "偏差 beside $b$", "the parameter is 偏置")),
    "en": ((re.compile(r"\bloss(?: function)?(?: is)? \$J(?![A-Za-z])"), "loss beside $J$", "$J$ is the cost"),
           (re.compile(r"\bcost(?: function)?(?: is)? \$\\mathcal\{L\}"), "cost beside $\\mathcal{L}$",
            "$\\mathcal{L}$ is the loss")),
}
CONFUSED = ((re.compile("代价"), re.compile("损失"), re.compile(r"\bcost\b", re.I), re.compile(r"\bloss\b", re.I),
             ("代价", "loss"), ("损失", "cost")),)


@dataclass
class Terms:
    """The table: Chinese to English, English to Chinese, and wrong variants to right ones."""

    english: dict = field(default_factory=dict)
    chinese: dict = field(default_factory=dict)
    wrong: dict = field(default_factory=dict)
    faults: list = field(default_factory=list)  # (line, message) in the table itself


def read_terms(root):
    """Read docs/terms.yml; a project without it has no terms to check."""
    terms, path = Terms(), Path(root, PLACE)
    if not path.is_file():
        return terms
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        terms.faults.append((mark.line + 1 if mark else 1, "is no YAML; mend the line"))
        return terms
    for number, entry in enumerate(entries if isinstance(entries, list) else [entries], 1):
        if not isinstance(entry, dict) or not {"zh", "en"} <= set(entry) <= {"zh", "en", "wrong"}:
            terms.faults.append((1, f"entry {number} is no term: {str(entry)[:40]}; write {{zh: …, en: …, wrong: […]}}"))
            continue
        for english in as_list(entry["en"]):
            terms.english.setdefault(entry["zh"], []).append(english)
            terms.chinese.setdefault(english, []).append(entry["zh"])
        for variant in as_list(entry.get("wrong", [])):
            terms.wrong[variant] = entry["zh"]
    return terms


def as_list(value):
    """Return a list, of one item if need be."""
    return value if isinstance(value, list) else [value]


def check_terms(page, terms):
    """Note wrong terms on a page."""
    source = page.text.split("\n")
    for pattern, what, remedy in MIXED[page.language]:
        for number, line in enumerate(source, 1):
            if pattern.search(line):
                page.fault(page.line_of(number), f"{what}; {remedy} (Z4)")
    if page.language != "zh":
        return
    introduced = {}
    for block in page.blocks:
        check_variants(page, block.inline, terms)
        for found in GLOSS.finditer(block.inline.text):
            check_gloss(page, block.inline, found, terms, introduced)


def check_variants(page, inline, terms):
    """Note variants that the notes do not use, unless they are only mentioned."""
    for variant, right in terms.wrong.items():
        for found in re.finditer(re.escape(variant), inline.text):
            before = inline.text[:found.start()]
            is_part = any(variant in term and term in inline.text[max(0, found.start() - len(term)):found.end() + len(term)]
                          for term in terms.english)
            if not is_part and not MENTION.search(before) and not before.endswith(f"{right}（"):
                page.fault(inline.line(found.start()), f"{variant}, in {inline.around(found)!r}; the term is {right} (Z4)")


def check_gloss(page, inline, found, terms, introduced):
    """Hold `学习率（learning rate）` against the table."""
    english, before = found["en"], inline.text[:found.start()].rstrip()
    line = inline.line(found.start())
    lower = next((term for term in terms.chinese if term.lower() == english.lower()), None)
    shown = inline.original(found.start() - 8, found.end() + 1)
    if lower:
        if lower != english:
            page.fault(line, f"{english} in brackets; write {lower} (Z4)")
        right = terms.chinese[lower]
        known = next((term for term in right if before.endswith(term)), None)
        if known is None:
            page.fault(line, f"{shown!r} does not agree with the terms; {lower} is {' or '.join(right)} (Z4)")
        elif (known, lower) in introduced:
            page.fault(line, f"{known}（{lower}） was introduced on line {introduced[known, lower]}; "
                             f"write {known} alone (Z4)")
        introduced.setdefault((known, lower), line)
        return
    ending = max((term for term in terms.english if before.endswith(term)), key=len, default=None)
    if ending and not any(english.lower().endswith(term.lower()) for term in terms.english[ending]):
        page.fault(line, f"{shown!r} does not agree with the terms; {ending} is {' or '.join(terms.english[ending])} (Z4)")


def compare_terms(zh, en):
    """Note twins of which one says cost where the other says loss."""
    for first, second in zip(zh.blocks, en.blocks):
        for zh_cost, zh_loss, en_cost, en_loss, one, other in CONFUSED:
            chinese, english = first.inline.text, second.inline.text
            has = [bool(pattern.search(text)) for pattern, text in
                   ((zh_cost, chinese), (zh_loss, chinese), (en_cost, english), (en_loss, english))]
            for pattern, words in (((True, False, False, True), one), ((False, True, True, False), other)):
                if tuple(has) == pattern:
                    zh.fault(first.line, f"{words[0]} here, {words[1]} at {en.path}:{second.line}; cost is 代价, loss is 损失 (Z4)")
