"""Figure 3.6-2: which activation function for which unit."""

from drawing import FORWARD, MUTED, Diagram, pale

WORDS = {
    "zh": {"which": "哪一层？", "output": "输出层", "hidden": "隐藏层", "try": "效果不好？",
           "first": "首选",
           "title": "怎样选激活函数",
           "desc": "先看在哪一层。输出层看标签：y 是 0 或 1，用 sigmoid；y 是实数，用 g(z) = z；"
                   "y 是非负实数，用 ReLU。隐藏层首选 ReLU；效果不好，再试 tanh 或带泄露的 ReLU。"},
    "en": {"which": "Which layer?", "output": "output", "hidden": "hidden", "try": "not good?",
           "first": "first choice",
           "title": "How to choose an activation function",
           "desc": "First ask for the layer. In the output layer look at the labels: sigmoid for y "
                   "equal to 0 or 1, g(z) = z for real y, ReLU for real y that is never negative. "
                   "In hidden layers ReLU comes first; if the result is not good, try tanh or "
                   "leaky ReLU."},
}
OUTPUTS = ((r"$y \in \{0, 1\}$", r"$\sigma(z)$"), (r"$y \in \mathbb{R}$", "$z$"),
           (r"$y \ge 0$", r"$\mathrm{ReLU}$"))


def draw(language):
    """Return the diagram."""
    words = WORDS[language]
    d = Diagram(height=336, title=words["title"], desc=words["desc"])
    which = d.node(230, 30, words["which"], shape="box")
    output = d.node(116, 100, words["output"], shape="box", width=104)
    hidden = d.node(346, 100, words["hidden"], shape="box", width=104)
    d.arrow(which, output)
    d.arrow(which, hidden)
    for row, (label, choice) in enumerate(OUTPUTS):
        y = 172 + row * 60
        kind = d.label(84, y, label)
        d.arrow(output, (36, y), via=((16, 100), (16, y)), color=MUTED)
        d.arrow(kind, d.node(192, y, choice, **box(82)), gap=5)
    first = d.node(346, 186, r"$\mathrm{ReLU}$", **box(92))
    d.arrow(hidden, first)
    d.label(354, 142, words["first"], anchor="start")
    doubt = d.label(346, 238, words["try"])
    d.line(first, doubt, dashed=True, gap=2)
    for x, name, width in ((296, r"$\tanh$", 70), (396, r"$\text{leaky ReLU}$", 106)):
        d.arrow(doubt, d.node(x, 292, name, **box(width)), dashed=True, gap=3)
    return d


def box(width):
    """Return the look of a box that holds an activation function."""
    return {"shape": "box", "width": width, "height": 36, "color": FORWARD, "fill": pale(FORWARD)}
