"""Figure 3.1-1: three tiers of hyperparameters, and those that keep their defaults."""

from drawing import BACKWARD, FORWARD, MUTED, THIRD, Diagram, pale

WORDS = {
    "zh": {"tiers": ("学习率 $\\alpha$",
                     "动量 $\\beta$（从 0.9 起试）\n小批量的大小\n隐藏单元的个数",
                     "层数\n学习率衰减"),
           "rest": "Adam 的 $\\beta_1$、$\\beta_2$、$\\varepsilon$：\n用默认值",
           "title": "调超参数的先后",
           "desc": "三级，自上而下：第一级是学习率；第二级是动量、小批量的大小和隐藏单元的个数；"
                   "第三级是层数和学习率衰减。下面另有一框：Adam 的三个参数用默认值。"},
    "en": {"tiers": ("learning rate $\\alpha$",
                     "momentum $\\beta$ (start at 0.9)\nmini-batch size\nnumber of hidden units",
                     "number of layers\nlearning rate decay"),
           "rest": "$\\beta_1$, $\\beta_2$, $\\varepsilon$ of Adam:\nkeep the defaults",
           "title": "Which hyperparameter to tune first",
           "desc": "Three tiers, from the top: first the learning rate; second momentum, the "
                   "mini-batch size and the number of hidden units; third the number of layers "
                   "and learning rate decay. Apart, below: the three parameters of Adam keep "
                   "their defaults."},
}
PLACES = ((34, 44), (122, 88), (214, 62))
COLORS = (BACKWARD, FORWARD, THIRD)


def draw(language):
    """Return the diagram."""
    words = WORDS[language]
    d = Diagram(width=360, height=326, title=words["title"], desc=words["desc"])
    for number, ((y, high), text, color) in enumerate(
            zip(PLACES, words["tiers"], COLORS, strict=True), start=1):
        rank = d.node(26, y, f"${number}$", r=17, color=color)
        box = d.node(210, y, text, shape="box", width=280, height=high, color=color,
                     fill=pale(color))
        d.line(rank, box, color=color)
    d.node(210, 292, words["rest"], shape="box", width=280, height=58, color=MUTED, dashed=True)
    return d
