"""Figure 1.1-1: four industries changed by electricity, and by AI."""

from drawing import BACKWARD, FORWARD, GRID, Diagram

WORDS = {
    "zh": {"title": "电与 AI 改变的同样四个行业",
           "heads": ("电：1870–1920 年", "AI：2010 年以来"),
           "rows": (("电车", "交通", "辅助驾驶"), ("电动机", "制造", "图像质检"),
                    ("X 光机", "医疗", "读 X 光片"), ("电话", "通信", "语音、翻译")),
           "desc": "两条竖直的时间线。左边是电，右边是 AI，中间是行业。交通：电车，辅助驾驶。"
                   "制造：电动机，图像质检。医疗：X 光机，读 X 光片。通信：电话，语音和翻译。"},
    "en": {"title": "The same four industries changed by electricity and by AI",
           "heads": ("Electricity 1870–1920", "AI since 2010"),
           "rows": (("trams", "transport", "driver assist"),
                    ("motors", "factories", "visual checks"),
                    ("X-ray tubes", "health", "X-ray reading"),
                    ("telephone", "messages", "translation")),
           "desc": "Two vertical timelines, electricity on the left and AI on the right, with the "
                   "industries in between. Transport: trams, driver assistance. Factories: motors, "
                   "visual checks. Health: X-ray tubes, X-ray reading. Messages: "
                   "telephone, translation."},
}
LEFT, RIGHT, TOP, STEP = 146, 314, 84, 50


def draw(language):
    """Return the diagram."""
    words = WORDS[language]
    d = Diagram(height=266, title=words["title"], desc=words["desc"])
    for x, middle, head, color in ((LEFT, 116, words["heads"][0], BACKWARD),
                                   (RIGHT, 350, words["heads"][1], FORWARD)):
        d.label(middle, 20, head, color=color, bold=True)
        d.arrow((x, 44), (x, 258), color=color)
    for number, (before, industry, now) in enumerate(words["rows"]):
        y = TOP + number * STEP
        d.label(230, y, industry)
        d.line((LEFT + 8, y), (184, y), color=GRID)
        d.line((276, y), (RIGHT - 8, y), color=GRID)
        for x, text, color, side in ((LEFT, before, BACKWARD, "left"),
                                     (RIGHT, now, FORWARD, "right")):
            dot = d.node(x, y, r=5, color=color, fill=color)
            d.beside(dot, side, text, gap=8)
    return d
