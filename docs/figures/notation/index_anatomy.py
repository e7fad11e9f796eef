"""One activation with all four marks, each with an arrow from what it counts."""

from drawing import BACKWARD, FORWARD, FOURTH, THIRD, Diagram

LETTER, MARK = 84, 40  # sizes
LINE = 152  # middle of the letter
UP, DOWN = LINE - 34, LINE + 34
MARKS = (  # symbol, middle across, middle along, colour, its name at (x, y)
    (r"$j$", 180, DOWN, FOURTH, (180, 252)),
    (r"$[l]$", 198, UP, FORWARD, (100, 28)),
    (r"$(i)$", 244, UP, BACKWARD, (244, 28)),
    (r"$\langle t\rangle$", 294, UP, THIRD, (392, 28)),
)
NAMES = {
    "zh": ("第 $j$ 个单元", "第 $l$ 层", "第 $i$ 个样本", "第 $t$ 个时间步"),
    "en": ("unit $j$", "layer $l$", "example $i$", "time step $t$"),
}
TITLE = {"zh": "拆开一个符号", "en": "A symbol taken apart"}
DESC = {
    "zh": "字母 a 带四种标记：右下角的 j 是单元，方括号里的 l 是层，圆括号里的 i 是样本，"
          "尖括号里的 t 是时间步。",
    "en": "The letter a with four marks: j at the lower right is the unit, l in square brackets "
          "the layer, i in round brackets the example, t in angle brackets the time step.",
}


def draw(language):
    """Return the diagram."""
    d = Diagram(height=276, title=TITLE[language], desc=DESC[language])
    d.label(142, LINE, "$a$", size=LETTER)
    for (symbol, x, y, color, place), name in zip(MARKS, NAMES[language], strict=True):
        mark = d.label(x, y, symbol, size=MARK, color=color)
        word = d.label(*place, name, size=20, color=color)
        d.arrow(word, mark, color=color, gap=4)
    return d
