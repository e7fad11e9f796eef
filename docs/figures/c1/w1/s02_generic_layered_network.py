"""Figure 1.2-4: the parts of a fully connected network, 3-4-4-2."""

from drawing import FORWARD, THIRD, Diagram, pale

WORDS = {
    "zh": {"title": "全连接网络的各部分", "ends": ("输入", "输出"),
           "layers": ("输入层", "隐藏层", "输出层"),
           "desc": "四列圆从左到右：输入层 3 个，两个隐藏层各 4 个，输出层 2 个。相邻两列之间，每个"
                   "圆都与每个圆相连。左边箭头送进输入，右边箭头送出输出。"},
    "en": {"title": "The parts of a fully connected network", "ends": ("in", "out"),
           "layers": ("input layer", "hidden layers", "output layer"),
           "desc": "Four columns of circles from left to right: an input layer of 3, two hidden "
                   "layers of 4 each, an output layer of 2. Between neighboring columns every "
                   "circle is joined to every circle. Arrows bring the inputs in from the left "
                   "and carry the outputs out to the right."},
}


def draw(language):
    """Return the diagram."""
    words = WORDS[language]
    d = Diagram(height=270, title=words["title"], desc=words["desc"])
    net = d.network((86, 182, 278, 374), 158, (3, 4, 4, 2), r=17, gap=16,
                    color=("currentColor", FORWARD, FORWARD, THIRD),
                    fill=("none", pale(FORWARD), pale(FORWARD), pale(THIRD)))
    for node in net.layers[0]:
        d.arrow((44, node.y), node)
    for node in net.layers[-1]:
        d.arrow(node, (416, node.y))
    d.label(22, 158, words["ends"][0])
    d.label(438, 158, words["ends"][1])
    d.brace((163, 42), (297, 42))
    for x, word in zip((68, 230, 392), words["layers"], strict=True):
        d.label(x, 18, word)
    for x, end in ((68, 82), (392, 378)):
        layer = net.layers[0 if x == 68 else -1][0]
        d.line((x, 30), (end, layer.top.y - 4), color="var(--fig-muted, #5f6672)", dashed=True)
    return d
