"""Figure 4.4-1: sketches of features that build on features, for pictures and for speech."""

import math

import drawsvg

from drawing import FORWARD, INK, LINE, MUTED, THIRD, Diagram
from geometry import Shape

PICTURES, SOUNDS = (72, 230, 388), (56, 172, 288, 403)  # middles of the panels
UPPER, LOWER = 70, 230
PANEL, LOW = 116, (92, 60)  # sizes of the panels
NAMES = {"zh": (("边缘", "部件", "人脸"), ("波形特征", "音素", "单词", "句子")),
         "en": (("edges", "parts", "faces"),
                ("wave\nfeatures", "phonemes", "word", "sentence"))}
TITLE = {"zh": "特征的层级", "en": "A hierarchy of features"}
DESC = {
    "zh": "上排三格：九个方向各异的短边缘；眼睛、眼睛、鼻子、嘴；一张脸。"
          "下排四格：一段波形；音素 c、a、t；单词 cat；句子 a cat sat。箭头从左到右。",
    "en": "Three panels above: nine short edges of different directions; two eyes, a nose, a "
          "mouth; a face. Four panels below: a wave; the phonemes c, a, t; the word cat; the "
          "sentence a cat sat. Arrows lead from left to right.",
}


def draw(language):
    """Return the diagram."""
    d = Diagram(height=314, title=TITLE[language], desc=DESC[language])
    upper, lower = NAMES[language]
    row(d, PICTURES, UPPER, (PANEL, PANEL), upper)
    row(d, SOUNDS, LOWER, LOW, lower)
    edges(d, PICTURES[0], UPPER)
    parts(d, PICTURES[1], UPPER)
    face(d, PICTURES[2], UPPER)
    wave(d, SOUNDS[0], LOWER)
    for i, letter in enumerate("cat"):
        d.node(SOUNDS[1] + 28 * (i - 1), LOWER, letter, shape="box", width=24, height=30,
               color=THIRD)
    d.label(SOUNDS[2], LOWER, "cat", size=20)
    d.label(SOUNDS[3], LOWER, "a cat sat")
    return d


def row(d, places, y, size, names):
    """Draw empty panels with their names below and arrows between."""
    panels = [Shape(x, y, *size, "box", 7) for x in places]
    for panel, name in zip(panels, names, strict=True):
        d.outline(panel, color=MUTED)
        d.beside(panel, "below", name, gap=7)
    for left, right in zip(panels, panels[1:], strict=False):
        d.arrow(left, right, gap=4)


def edges(d, x, y):
    """Draw nine short edges, each in its own direction."""
    for place in range(9):
        across, down = x + 36 * (place % 3 - 1), y + 36 * (place // 3 - 1)
        angle = math.pi * place / 9
        run, rise = 11 * math.cos(angle), 11 * math.sin(angle)
        d.line((across - run, down + rise), (across + run, down - rise), color=FORWARD,
               weight=2.6)


def parts(d, x, y):
    """Draw two eyes, a nose and a mouth apart."""
    eye(d, x - 28, y - 28, 1.6)
    eye(d, x + 28, y - 28, 1.6)
    nose(d, x - 28, y + 26, 1.6)
    mouth(d, x + 26, y + 26, 1.2)


def face(d, x, y):
    """Draw a face of the same parts."""
    d.add(drawsvg.Ellipse(x, y, 40, 49, stroke=INK, stroke_width=LINE))
    eye(d, x - 16, y - 12)
    eye(d, x + 16, y - 12)
    nose(d, x, y + 4)
    mouth(d, x, y + 25)


def eye(d, x, y, scale=1.0):
    """Draw an eye: two lids and a pupil."""
    wide, high = 11 * scale, 9 * scale
    stroke(d, f"M{x - wide} {y}Q{x} {y - high} {x + wide} {y}Q{x} {y + high} {x - wide} {y}Z")
    d.add(drawsvg.Circle(x, y, 3 * scale, fill=FORWARD))


def nose(d, x, y, scale=1.0):
    """Draw a nose in profile."""
    stroke(d, f"M{x} {y - 12 * scale}L{x - 6 * scale} {y + 8 * scale}H{x + 4 * scale}")


def mouth(d, x, y, scale=1.0):
    """Draw a mouth."""
    wide, high = 16 * scale, 10 * scale
    stroke(d, f"M{x - wide} {y - high / 3}Q{x} {y + high} {x + wide} {y - high / 3}")


def wave(d, x, y):
    """Draw a short wave whose pitch rises."""
    steps = [i / 60 for i in range(61)]
    points = (f"{x - 38 + 76 * t:.1f} {y - 20 * math.sin(math.pi * t) * math.sin(30 * t**1.6):.1f}"
              for t in steps)
    stroke(d, "M" + "L".join(points))


def stroke(d, path):
    """Draw a blue line."""
    d.add(drawsvg.Path(path, stroke=FORWARD, stroke_width=LINE, stroke_linejoin="round"))
