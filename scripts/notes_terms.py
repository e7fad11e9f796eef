"""Hold the terms of the pages against docs/terms.yml (Z4)."""

import itertools
import re
from dataclasses import dataclass, field

import glossary

GLOSS = re.compile(r"（(?P<en>[A-Za-z][A-Za-z -]*[A-Za-z])(?=[），；])")
MENTION = re.compile(r"(?:又叫|也叫|又称|也称|称为|称作|叫作|叫做|译作|译为|译成|写作|写成|说成|误作|旧称)$|“$")
MIXED = {  # the same in both languages: $J$ is the cost, $\mathcal{L}$ the loss, $b$ the bias
    "zh": (
        (re.compile(r"损失(?:函数)?[是为]? ?\$J(?![A-Za-z])"), "损失 beside $J$", "write 代价 (Z4)"),
        (re.compile(r"代价(?:函数)?[是为]? ?\$\\mathcal\{L\}"), "代价 beside $\\mathcal{L}$",
         "write 损失 (Z4)"),
        (re.compile(r"偏差[是为]? ?\$b(?![A-Za-z])"), "偏差 beside $b$", "write 偏置 (Z4)"),
    ),
    "en": (
        (re.compile(r"\bloss(?: function)?(?: is)? \$J(?![A-Za-z])", re.I), "loss beside $J$",
         "write cost (Z4)"),
        (re.compile(r"\bcost(?: function)?(?: is)? \$\\mathcal\{L\}", re.I),
         "cost beside $\\mathcal{L}$", "write loss (Z4)"),
    ),
}
COST = {"zh": re.compile("代价"), "en": re.compile(r"\bcosts?\b", re.I)}
LOSS = {"zh": re.compile("损失"), "en": re.compile(r"\bloss(?:es)?\b", re.I)}


@dataclass
class Terms:
    """The table: Chinese to English, English to Chinese, and wrong variants to right terms."""

    english: dict = field(default_factory=dict)
    chinese: dict = field(default_factory=dict)
    wrong: dict = field(default_factory=dict)
    faults: list = field(default_factory=list)  # (line, message) in the table itself


def read_terms(root):
    """Read docs/terms.yml; a project without it has no terms to check."""
    entries, faults = glossary.read(root)
    terms = Terms(faults=list(faults))
    for entry in entries:
        for chinese, english in itertools.product(entry.words["zh"], entry.words["en"]):
            terms.english.setdefault(chinese, []).append(english)
            terms.chinese.setdefault(english, []).append(chinese)
        terms.wrong |= dict.fromkeys(entry.wrong, entry.head["zh"])
    return terms


def check_terms(page, terms):
    """Note wrong terms on a page."""
    for number, line in enumerate(page.text.split("\n"), 1):
        for pattern, what, remedy in MIXED[page.language]:
            if pattern.search(line):
                page.fault(page.line_of(number), what, remedy)
    if page.language == "zh":
        introduced = {}
        for inline in page.prose():
            check_variants(page, inline, terms)
            for found in GLOSS.finditer(inline.text):
                check_gloss(page, inline, found, terms, introduced)


def check_variants(page, inline, terms):
    """Note variants that the notes do not use, unless they are only mentioned."""
    for variant, right in terms.wrong.items():
        for found in re.finditer(re.escape(variant), inline.text) if variant in inline.text else ():
            before = inline.text[:found.start()]
            if MENTION.search(before) or before.endswith(f"{right}（") or is_part(found, terms):
                continue
            page.fault(inline.line(found.start()), f"{variant} in {inline.around(found)!r}",
                       f"the term is {right} (Z4)")


def is_part(found, terms):
    """Tell whether a match stands inside a right term, as 批量 does in 小批量."""
    return any(term[at:at + len(found[0])] == found[0]
               and found.string[found.start() - at:].startswith(term)
               for term in terms.english for at in range(min(len(term), found.start() + 1)))


def check_gloss(page, inline, found, terms, introduced):
    """Hold `学习率（learning rate）` against the table; a term is introduced once."""
    before, line = inline.text[:found.start()].rstrip(), inline.line(found.start())
    shown = inline.original(found.start() - 8, found.end() + 1)
    english = next((term for term in terms.chinese if term.lower() == found["en"].lower()), None)
    if english is None:
        ending = max((term for term in terms.english if before.endswith(term)), key=len, default="")
        known = terms.english.get(ending, [])
        if known and not any(found["en"].lower().endswith(term.lower()) for term in known):
            page.fault(line, f"{shown!r} is not in the table of terms",
                       f"{ending} is {' or '.join(known)} (Z4)")
        elif terms.english and not known and found["en"][0].islower():  # a name, as in 吴恩达（Andrew Ng）, is no term
            page.fault(line, f"{shown!r} is not in the table of terms",
                       f"enter it in {glossary.PLACE}, with its meaning (Z4)")
        return
    if english != found["en"]:
        page.fault(line, f"{found['en']} in brackets", f"write {english} (Z4)")
    chinese = next((term for term in terms.chinese[english] if before.endswith(term)), None)
    if chinese is None:
        page.fault(line, f"{shown!r} is not in the table of terms",
                   f"{english} is {' or '.join(terms.chinese[english])} (Z4)")
    elif (chinese, english) in introduced:
        page.fault(line, f"{chinese}（{english}） a second time, after line "
                         f"{introduced[chinese, english]}", f"write {chinese} alone (Z4)")
    introduced.setdefault((chinese, english), line)


def compare_terms(zh, en):
    """Note twins, alike block for block, of which one says cost and the other loss."""
    for first, second in zip(zh.blocks, en.blocks):
        has = {(what, page.language): bool(words[page.language].search(block.inline.text))
               for page, block in ((zh, first), (en, second))
               for what, words in (("cost", COST), ("loss", LOSS))}
        only = {language: [what for what in ("cost", "loss") if has[what, language]]
                for language in ("zh", "en")}
        if len(only["zh"]) == len(only["en"]) == 1 and only["zh"] != only["en"]:
            zh.fault(first.line, f"{'代价' if only['zh'] == ['cost'] else '损失'} here, but "
                                 f"{only['en'][0]} at {en.path}:{second.line}",
                     "cost is 代价, loss is 损失 (Z4)")
