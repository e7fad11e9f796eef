"""Numbers in prose, so that two languages can be compared.

A numeral of one digit says little (the other language may write the word), so only numerals of
two digits or with a decimal point must have their match. Number words are excuses, never
demands: "ten thousand" answers to "1 万", yet nobody has to write either as a numeral.
"""

import re
from collections import Counter
from decimal import Decimal

NUMERAL = re.compile(
    r"(?<![A-Za-z\d.])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<power>e[+-]?\d+)?"
    r"(?:\s*(?P<scale>万亿|[百千万亿]|(?:hundred|thousand|million|billion|trillion)s?\b))?"
)
SCALES = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12, "hundred": 100, "thousand": 1000,
          "million": 10**6, "billion": 10**9, "trillion": 10**12}
CENTURY = re.compile(r"(\d\d) 世纪 (\d0) 年代")
HAN_NUMBER = re.compile(r"[零〇一二两三四五六七八九十百千万亿]+")
HAN_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
WORDS = {word: value for value, word in enumerate(
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10)}
WORDS |= {word: 10 * value for value, word in enumerate(
    "twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
WORDS |= {"tenth": 10, "dozen": 12, "half": Decimal("0.5"), "quarter": 25, "double": 200, "doubles": 200,
          "October": 10, "November": 11, "December": 12}
SMALL = {word: value for value, word in enumerate("zero one two three four five six seven eight nine".split())}
SMALL |= {"a": 1, "an": 1}
ENGLISH = re.compile(r"[A-Za-z]+")


def numerals(text):
    """Return [(position, written, value)] of the numerals that must have their match."""
    text = CENTURY.sub(lambda found: f"{int(found[1]) - 1}{found[2]}".ljust(len(found[0])), text)
    found = []
    for numeral in NUMERAL.finditer(text):
        value = Decimal(numeral["number"].replace(",", "") + (numeral["power"] or ""))
        scale = (numeral["scale"] or "").removesuffix("s")
        value *= SCALES.get(scale, 1)
        if "." in numeral["number"] or value >= 10 or numeral["power"] or len(numeral["number"]) > 1:
            found.append((numeral.start(), numeral[0].strip(), value.normalize()))
    return found


def han_value(written):
    """Return the value of a Chinese number such as 一百二十, or None."""
    total = part = digit = 0
    for sign in written:
        if sign in HAN_DIGITS:
            digit = HAN_DIGITS[sign]
        elif sign in "十百千":
            part += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[sign]
            digit = 0
        else:
            total = (total + part + digit or 1) * SCALES[sign]
            part = digit = 0
    return total + part + digit


def number_words(text):
    """Return the values that number words of the text may stand for."""
    values = {Decimal(han_value(found[0])) for found in HAN_NUMBER.finditer(text)}
    if "半" in text:
        values.add(Decimal("0.5"))
    value = None
    for found in ENGLISH.finditer(text):
        word = found[0] if found[0] in WORDS else found[0].lower()
        scale = re.sub(r"(?:ths|th|s)$", "", word)
        if word in SMALL:
            value = SMALL[word] if value is None or value % 10 else value + SMALL[word]
        elif word in WORDS:
            value = WORDS[word]
        elif scale in SCALES:
            value = (value or 1) * SCALES[scale]
        else:
            value = None
        if value is not None:
            values.add(Decimal(value))
    return {value.normalize() for value in values}


def unmatched(text, other):
    """Return [(position, written)] of the numerals of `text` that `other` does not have."""
    left = Counter(value for _, _, value in numerals(other))
    words, missing = number_words(other), []
    for position, written, value in numerals(text):
        if left[value] > 0:
            left[value] -= 1
        elif value not in words:
            missing.append((position, written))
    return missing
