"""Figure 1.3-3: two tables, and a sound, a picture and a sentence; what one feature is in each."""

import drawsvg

from c1.w1.s03_data_kinds_as_arrays import sound
from drawing import FORWARD, LINE, MUTED, THIRD, Diagram, pale

WORDS = {
    "zh": {"title": "结构化数据与非结构化数据", "heads": ("结构化", "非结构化"),
           "houses": ("面积", "卧室", "价格"), "ads": ("年龄", "广告", "点击"),
           "sentence": ("这只", "猫", "在", "看", "你"),
           "meaning": "一个特征：一列，含义明确",
           "features": ("一个特征：一个振幅", "一个像素", "一个词"),
           "desc": "上半是结构化数据：一张房屋表，列是面积、卧室、价格；一张广告表，列是年龄、广告、"
                   "点击。每一列含义明确。下半是非结构化数据：一段波形，一个特征是一个振幅；一格格"
                   "的图像，一个特征是一个像素；一个句子，一个特征是一个词。"},
    "en": {"title": "Structured and unstructured data", "heads": ("structured", "unstructured"),
           "houses": ("size", "rooms", "price"), "ads": ("age", "ad id", "click"),
           "sentence": ("the", "cat", "looks", "at", "you"),
           "meaning": "one feature: a column with a clear meaning",
           "features": ("one feature: an amplitude", "a pixel", "a word"),
           "desc": "The upper half is structured data: a table of houses with size, rooms and "
                   "price; a table of ads with age, ad id and click. Each column has a clear "
                   "meaning. The lower half is unstructured data: a waveform, where a feature is "
                   "one amplitude; a picture of cells, where it is one pixel; a sentence, where "
                   "it is one word."},
}
HOUSES = (("1200", "3", "142"), ("1600", "3", "242"), ("2100", "4", "318"))
ADS = (("41", "93", "1"), ("19", "87", "0"), ("66", "71", "0"))
PIXELS = (".....", ".o.o.", ".....", ".o.o.", "..o..")


def draw(language):
    """Return the diagram."""
    words = WORDS[language]
    d = Diagram(height=452, title=words["title"], desc=words["desc"])
    d.label(10, 16, words["heads"][0], anchor="start", bold=True)
    table(d, 118, words["houses"], HOUSES, FORWARD)
    table(d, 342, words["ads"], ADS, FORWARD)
    d.label(230, 182, words["meaning"], color=FORWARD)
    d.line((10, 206), (450, 206), color="var(--fig-grid, #c9ced6)")
    d.label(10, 226, words["heads"][1], anchor="start", bold=True)
    wave(d, 20, 290)
    d.label(146, 352, words["features"][0], color=THIRD)
    picture(d, 360, 290)
    d.label(360, 352, words["features"][1], color=THIRD)
    for number, word in enumerate(words["sentence"]):
        style = {"color": THIRD, "fill": pale(THIRD)} if number == 1 else {"color": MUTED}
        d.node(56 + number * 87, 394, word, shape="box", width=74, height=30, **style)
    d.label(143, 430, words["features"][2], color=THIRD)
    return d


def table(d, x, titles, rows, color):
    """Draw a small table with its last column's neighbor marked."""
    d.grid(x, 100, [titles, *rows], cell=(66, 30), columns=(0,), mark=color)


def wave(d, left, y):
    """Draw two periods of the snippet's sound, with one amplitude marked."""
    clip = sound(1)[:147]
    points = [(left + 1.7 * t, y - 26 * value) for t, value in enumerate(clip)]
    d.line((left, y), (left + 250, y), color=MUTED)
    d.add(drawsvg.Path("M" + "L".join(f"{px:.1f} {py:.1f}" for px, py in points),
                       stroke=FORWARD, stroke_width=LINE, fill="none"))
    place = points[12]
    d.line((place[0], y), place, color=THIRD)
    d.node(*place, r=4.5, color=THIRD, fill=THIRD)


def picture(d, x, y):
    """Draw a small face of pixels, one of them marked."""
    grid = d.grid(x, y, (5, 5), cell=(19, 19), cells=((0, 4),), mark=THIRD)
    for row, line in enumerate(PIXELS):
        for column, sign in enumerate(line):
            if sign == "o":
                d.fill(grid.cell(row, column), MUTED)
    d.outline(grid.cell(0, 4), color=THIRD, weight=2.2)
