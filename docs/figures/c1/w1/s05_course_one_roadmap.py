"""Figure 1.5-1: the four weeks of course 1 as a staircase."""

from drawing import FORWARD, INK, MUTED, Diagram, pale

WORDS = {
    "zh": {"title": "课程一的四周", "week": "第 {} 周",
           "steps": ("引言：为什么学", "一个神经元", "一个隐藏层", "任意多层"),
           "desc": "从下往上四级台阶。第 1 周：引言。第 2 周：一个神经元，算 Z、A、dZ、dw、db。"
                   "第 3 周：一个隐藏层，同样的量各有两份。第 4 周：任意多层，同样的量每层一份。"},
    "en": {"title": "The four weeks of course 1", "week": "week {}",
           "steps": ("why deep learning", "one neuron", "one hidden layer", "any number of layers"),
           "desc": "Four steps of a staircase, upwards. Week 1: why deep learning. Week 2: one "
                   "neuron, with Z, A, dZ, dw, db. Week 3: one hidden layer, the same quantities "
                   "twice. Week 4: any number of layers, the same quantities once per layer."},
}
OBJECTS = (r"$x \mapsto \hat{y}$", "$Z, A, dZ, dw, db$",
           *2 * ("$Z^{[l]}, A^{[l]}, dZ^{[l]}, dW^{[l]}, db^{[l]}$",))
EXTRA = ("", "", "$l = 1, 2$", r"$l = 1, \ldots, L$")
STEP, HIGH = 34, 78


def draw(language):
    """Return the diagram."""
    words = WORDS[language]
    d = Diagram(height=4 * HIGH + 12, title=words["title"], desc=words["desc"])
    for number, name in enumerate(words["steps"]):
        left, y = 8 + number * STEP, 4 * HIGH - (number + 0.5) * HIGH + 4
        box = d.node((left + 452) / 2, y, shape="box", width=452 - left, height=HIGH - 8,
                     color=FORWARD if number else INK, fill=pale(FORWARD) if number else "none")
        d.label(box.left.x + 12, y - 16, words["week"].format(number + 1), anchor="start",
                color=MUTED)
        d.label(box.left.x + 82, y - 16, name, anchor="start", bold=True)
        if EXTRA[number]:
            d.label(box.right.x - 12, y + 14, EXTRA[number], anchor="end", color=MUTED)
        d.label(box.left.x + 12, y + 14, OBJECTS[number], anchor="start", color=FORWARD)
    return d
