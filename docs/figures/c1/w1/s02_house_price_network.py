"""Figure 1.2-3: a 4-3-1 network for the price of a house, with a story for its hidden units."""

from drawing import FORWARD, MUTED, Diagram, pale

WORDS = {
    "zh": {"title": "4-3-1 的房价网络", "inputs": ("面积", "卧室数", "邮编评分", "富裕程度"),
           "story": ("能住几口人？", "步行方便吗？", "学校好不好？"), "price": "房价",
           "desc": "四个输入：面积、卧室数、邮编评分、富裕程度，每个都连到三个隐藏单元，共 12 条线。"
                   "三个隐藏单元连到输出房价。隐藏单元旁边灰色的字是三个猜测：能住几口人，步行"
                   "方便吗，学校好不好。"},
    "en": {"title": "A 4-3-1 network for house prices",
           "inputs": ("size", "bedrooms", "ZIP score", "wealth"),
           "story": ("family size?", "walkability?", "schools?"), "price": "price",
           "desc": "Four inputs, size, bedrooms, ZIP score and wealth, each joined to three "
                   "hidden units by 12 lines in all. The hidden units lead to the output, the "
                   "price. Gray words beside the hidden units are guesses: family size, "
                   "walkability, schools."},
}


def draw(language):
    """Return the diagram."""
    words = WORDS[language]
    d = Diagram(height=330, title=words["title"], desc=words["desc"])
    inputs = d.column(124, 166, [f"$x_{k}$" for k in range(1, 5)], r=19, gap=34)
    hidden = d.column(244, 166, [f"$a_{j}$" for j in range(1, 4)], r=21, gap=66, color=FORWARD,
                      fill=pale(FORWARD))
    price = d.node(432, 166, r"$\hat{y}$", r=21, color=FORWARD, fill=pale(FORWARD))
    d.connect(inputs, hidden, head=True)
    d.connect(hidden, [price], head=True)
    for node, word in zip(inputs, words["inputs"], strict=True):
        d.beside(node, "left", word, gap=8)
    d.beside(price, "below", words["price"], gap=6)
    for (x, y), word in zip(((244, 20), (322, 146), (244, 312)), words["story"], strict=True):
        d.node(x, y, word, shape="box", color=MUTED, text=MUTED, width=112, height=24,
               dashed=True)
    return d
