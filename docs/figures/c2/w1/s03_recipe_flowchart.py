"""Figure 1.3-1: first bias, then variance, and back to the first question."""

from drawing import BACKWARD, FORWARD, MUTED, THIRD, Diagram, pale

WORDS = {
    "zh": {"bias": "偏差高？", "variance": "方差高？", "yes": "是", "no": "否", "done": "完成",
           "first": "更大的网络\n训练更久，换优化算法\n换结构",
           "second": "更多数据\n正则化\n换结构",
           "title": "先治偏差，再治方差",
           "desc": "先问偏差高不高。高：换更大的网络，训练更久或换优化算法，换结构，然后再问。不高：问"
                   "方差高不高。高：更多数据，正则化，换结构，然后回到第一问。不高：完成。"},
    "en": {"bias": "High bias?", "variance": "High\nvariance?", "yes": "yes", "no": "no",
           "done": "done",
           "first": "bigger network\ntrain longer\nbetter optimizer\nother architecture",
           "second": "more data\nregularization\nother architecture",
           "title": "First bias, then variance",
           "desc": "First: is bias high? If so, a bigger network, longer training or a better "
                   "optimizer, another architecture; then ask again. If not: is variance high? If "
                   "so, more data, regularization, another architecture; then back to the first "
                   "question. If not, done."},
}
LEFT, RIGHT, EDGE, TOP = 90, 332, 452, 14


def draw(language):
    """Return the diagram."""
    words = WORDS[language]
    d = Diagram(height=392, title=words["title"], desc=words["desc"])
    bias = question(d, 96, words["bias"], BACKWARD)
    variance = question(d, 240, words["variance"], FORWARD)
    first = remedies(d, 96, words["first"], BACKWARD)
    second = remedies(d, 240, words["second"], FORWARD)
    done = d.node(LEFT, 362, words["done"], shape="box", width=96, height=42, color=THIRD,
                  fill=pale(THIRD))
    for start, end in ((bias, first), (variance, second)):
        d.arrow(start, end, words["yes"])
    for start, end in ((bias, variance), (variance, done)):
        d.arrow(start, end, words["no"])
    d.line(first.top, (RIGHT, TOP), color=MUTED)
    d.arrow(second.right, bias.top, via=((EDGE, 240), (EDGE, TOP), (LEFT, TOP)), color=MUTED)
    return d


def question(d, y, text, color):
    """Draw a diamond."""
    return d.node(LEFT, y, text, shape="diamond", width=164, height=96, color=color)


def remedies(d, y, text, color):
    """Draw a box of remedies, the first of them on top."""
    return d.node(RIGHT, y, text, shape="box", width=214, height=48 + 14 * len(text.split("\n")), color=color, fill=pale(color))
