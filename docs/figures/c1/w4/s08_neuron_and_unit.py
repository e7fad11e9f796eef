"""Figure 4.8-1: a simplified nerve cell above a logistic unit, with the parts that match."""

import drawsvg

from drawing import BOLD, FORWARD, INK, LINE, MUTED, THIRD, Diagram, pale

BODY = (206, 92)
UNIT = (206, 268)
ROWS = (42, 92, 142)  # the dendrites above; the inputs stand 176 lower
TWIGS = ("M58 42l-24 -14M58 42l-26 8M58 92l-26 -9M58 92l-26 9M58 142l-26 -8M58 142l-24 14"
         "M106 46.5l-14 -20M106 137.5l-14 20")
WORDS = {
    "zh": {"dendrites": "树突", "body": "细胞体", "axon": "轴突",
           "none": "没有对应的：", "lacks": ("脉冲的时间", "树突里的计算", "化学物质", "怎样学习"),
           "title": "神经元与逻辑单元",
           "desc": "上面是简化的神经元：左边的树突接收信号，中间是细胞体，向右是轴突。下面是逻辑单元："
                   "输入 x1、x2、x3 乘权重，进入一个圆，算出 z 和 sigma，向右输出 a。虚线把对应的部分"
                   "连起来。最下面列出没有对应的部分：脉冲的时间、树突里的计算、化学物质、怎样学习。"},
    "en": {"dendrites": "dendrites", "body": "cell body", "axon": "axon",
           "none": "Without a counterpart:",
           "lacks": ("timing of spikes", "computing dendrites", "chemistry", "how it learns"),
           "title": "A nerve cell and a logistic unit",
           "desc": "Above a simplified nerve cell: dendrites on the left receive signals, the cell "
                   "body is in the middle, the axon leads to the right. Below a logistic unit: the "
                   "inputs x1, x2, x3 with weights enter a circle with z and sigma, the output a "
                   "leaves it to the right. Dashed lines link the parts that match. At the bottom "
                   "the parts without a counterpart: timing of spikes, computing dendrites, "
                   "chemistry, how it learns."},
}


def draw(language):
    """Return the diagram."""
    words = WORDS[language]
    d = Diagram(height=452, title=words["title"], desc=words["desc"])
    cell(d, words)
    unit(d)
    for x, top, bottom in ((58, 164, 196), (BODY[0], 146, 222), (352, 118, 252)):
        d.line((x, top), (x, bottom), color=MUTED, dashed=True)
    d.label(20, 366, words["none"], anchor="start", color=MUTED)
    for number, lack in enumerate(words["lacks"]):
        d.label(36 + 222 * (number % 2), 396 + 30 * (number // 2), f"– {lack}", anchor="start")
    return d


def cell(d, words):
    """Draw the nerve cell with the names of its parts."""
    x, y = BODY
    style = {"stroke": THIRD, "stroke_width": BOLD, "stroke_linecap": "round"}
    for row in ROWS:
        d.add(drawsvg.Path(f"M58 {row}Q140 {row} {x} {y}", **style), behind=True)
    d.add(drawsvg.Path(TWIGS, **style | {"stroke_width": LINE}))
    d.node(x, y, r=26, color=THIRD, fill=pale(THIRD), weight=BOLD)
    d.add(drawsvg.Path(f"M{x + 26} {y}H388", **style))
    for end in (58, 92, 126):
        d.add(drawsvg.Path(f"M388 {y}Q408 {y} 428 {end}", **style | {"stroke_width": LINE}))
        d.node(432, end, r=4, color=THIRD, fill=THIRD)
    d.label(58, 12, words["dendrites"], color=THIRD)
    d.label(x, y - 40, words["body"], color=THIRD)
    d.label(316, y - 16, words["axon"], color=THIRD)


def unit(d):
    """Draw the logistic unit."""
    circle = d.split_node(*UNIT, "$z$", r"$\sigma$", r=34, color=FORWARD, fill=pale(FORWARD))
    for number, row in enumerate(ROWS, start=1):
        feature = d.label(58, row + 176, f"$x_{number}$")
        d.arrow(feature, circle, f"$w_{number}$", side=-1 if number == 3 else 1, color=INK,
                text=MUTED, gap=4, at=0.42)
    d.arrow((UNIT[0], 336), circle, "$b$", side=-1, text=MUTED)
    out = d.label(432, UNIT[1], "$a$")
    d.arrow(circle, out, gap=4)
