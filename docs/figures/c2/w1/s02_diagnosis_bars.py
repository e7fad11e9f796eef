"""Figure 1.2-2: Bayes, training and dev error of five cases; the two gaps are coloured."""

from c2.w1.s02_diagnose import diagnose
from drawing import BACKWARD, FORWARD, INK, MUTED, THIN, Diagram, Shape, pale

CASES = ((0, 1, 11), (0, 15, 16), (0, 15, 30), (0, 0.5, 1), (15, 15, 16))  # in percent
FOOT, UNIT, BAR, STEP = 190, 5.2, 24, 93
WORDS = {
    "zh": {"high bias": "偏差高", "high variance": "方差高", "both": "都高", "neither": "都不高",
           "title": "由三个错误率看偏差和方差",
           "desc": "五组柱，每组依次是贝叶斯、训练、开发错误率。0、1、11：方差高。0、15、16：偏差高。"
                   "0、15、30：都高。0、0.5、1：都不高。15、15、16：都不高。"},
    "en": {"high bias": "bias", "high variance": "variance", "both": "both", "neither": "neither",
           "title": "Bias and variance from three error rates",
           "desc": "Five groups of bars: Bayes, training and dev error. 0, 1, 11: variance. 0, 15, "
                   "16: bias. 0, 15, 30: both. 0, 0.5, 1: neither. 15, 15, 16: neither."},
}


def draw(language):
    """Return the diagram."""
    words = WORDS[language]
    d = Diagram(height=226, title=words["title"], desc=words["desc"])
    for place, (bayes, train, dev) in enumerate(CASES):
        left = 8 + place * STEP
        bar(d, left + BAR / 2, bayes)
        bar(d, left + 1.5 * BAR, train, bayes, BACKWARD)
        bar(d, left + 2.5 * BAR, dev, train, FORWARD)
        d.line((left - 3, FOOT), (left + 3 * BAR + 3, FOOT), color=INK, weight=THIN)
        verdict = diagnose(train / 100, dev / 100, bayes / 100)
        d.label(left + 1.5 * BAR, FOOT + 19, words[verdict], bold=verdict != "neither")
    return d


def bar(d, x, rate, below=0, color=MUTED):
    """Draw the bar of an error rate; what exceeds the one before has a colour of its own."""
    for low, high, hue in ((0, min(below, rate), MUTED), (below, rate, color)):
        if high > low:
            box = Shape(x, FOOT - UNIT * (low + high) / 2, BAR - 4, UNIT * (high - low), "box")
            d.outline(box, color=hue, fill=pale(hue))
    d.label(x, FOOT - UNIT * rate - 11, f"{rate:g}")
