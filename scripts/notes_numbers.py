"""Numbers in prose, so that two languages can be compared.

A numeral of one digit says little (the other language may write the word), so only numerals of
two digits or with a decimal point must have their match. Number words are excuses, never
demands: "ten thousand" answers to "1 万", yet nobody has to write either as a numeral.
"""

import re
from collections import Counter
from decimal import Decimal

SCALES = {"百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8, "万亿": 10**12, "hundred": 10**2,
          "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
NUMERAL = re.compile(
    r"(?<![A-Za-z\d.])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<power>e[+-]?\d+)?"
    r"(?:\s*(?P<scale>万亿|[万亿]|百(?!分)|千(?![克米瓦])"
    r"|(?:hundred|thousand|million|billion|trillion)\b))?")
CENTURY = re.compile(r"(\d\d) 世纪 (\d0) 年代")
HAN_NUMBER = re.compile(r"[零〇一二两三四五六七八九十百千万亿]+")
HAN_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
ENGLISH_WORD = re.compile(r"[A-Za-z]+")
UNITS = "zero one two three four five six seven eight nine".split()
TEENS = """ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen""".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {word: value for value, word in enumerate(UNITS)} | {"a": 1, "an": 1}
LARGE = ({word: value for value, word in enumerate(TEENS, 10)}
         | {word: 10 * value for value, word in enumerate(TENS, 2)}
         | {"tenth": 10, "dozen": 12, "October": 10, "November": 11, "December": 12})
HALF = re.compile(r"半|\bhal(?:f|ves)\b", re.I)


def numerals(text):
    """Return [(position, written, value, whether it must have its match)] of the numerals."""
    found = []
    text = CENTURY.sub(lambda age: f"{int(age[1]) - 1}{age[2]}".ljust(len(age[0])), text)
    for numeral in NUMERAL.finditer(text):
        digits = numeral["number"].replace(",", "")
        value = Decimal(digits + (numeral["power"] or "")) * SCALES.get(numeral["scale"], 1)
        is_telling = len(digits) > 1 or bool(numeral["power"] or numeral["scale"])
        found.append((numeral.start(), numeral[0], value.normalize(), is_telling))
    return found


def han_value(written):
    """Return the value of a Chinese number such as 一百二十."""
    total = part = digit = 0
    for sign in written:
        if sign in HAN_DIGITS:
            digit = HAN_DIGITS[sign]
        elif sign in "十百千":
            part += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[sign]
            digit = 0
        elif sign == "万":
            total, part, digit = total + (part + digit or 1) * SCALES[sign], 0, 0
        else:
            total, part, digit = (total + part + digit or 1) * SCALES[sign], 0, 0
    return total + part + digit


def english_values(text):
    """Yield the values that English number words, taken from left to right, may stand for."""
    value = None
    for found in ENGLISH_WORD.finditer(text):
        word = found[0] if found[0] in LARGE else found[0].lower()
        scale = re.sub(r"(?:ths?|s)$", "", word)
        if word in SMALL:
            value = SMALL[word] + (value if value in range(20, 100, 10) else 0)
        elif word in LARGE:
            value = LARGE[word]
        elif scale in SCALES:
            value = (value or 1) * SCALES[scale]
        else:
            value = None
        if value is not None:
            yield value


def number_words(text):
    """Return the values that number words of the text may stand for."""
    values = {han_value(found[0]) for found in HAN_NUMBER.finditer(text)}
    values.update(english_values(text))
    return {Decimal(value) for value in values} | ({Decimal("0.5")} if HALF.search(text) else set())


def unmatched(text, other):
    """Return [(position, written)] of the numerals of `text` that `other` does not have."""
    left = Counter(value for _, _, value, _ in numerals(other))
    words, missing = number_words(other), []
    for position, written, value, is_telling in numerals(text):
        if not is_telling:
            continue
        if left[value] > 0:
            left[value] -= 1
        elif value not in words:
            missing.append((position, written))
    return missing
