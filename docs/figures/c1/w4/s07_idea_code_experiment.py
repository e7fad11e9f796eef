"""Figure 4.7-2: the loop of idea, code and experiment."""

from drawing import FORWARD, MUTED, Diagram, pale

WORDS = {
    "zh": {"idea": "想法", "code": "代码", "experiment": "实验", "read": "代价曲线，开发集",
           "what": "学习率\n步数\n层数\n单元数\n激活函数",
           "title": "想法、代码、实验的循环",
           "desc": "想法指向代码，代码指向实验，实验又指回想法。想法旁边列出可以改的超参数："
                   "学习率、步数、层数、单元数、激活函数。实验下方写着：代价曲线，开发集。"},
    "en": {"idea": "idea", "code": "code", "experiment": "experiment",
           "read": "cost curve, dev set",
           "what": "learning rate\nsteps\nlayers\nunits\nactivation",
           "title": "The loop of idea, code, experiment",
           "desc": "An arrow leads from idea to code, one from code to experiment, one from "
                   "experiment back to idea. Beside the idea stand the hyperparameters that can "
                   "change: learning rate, steps, layers, units, activation. Under the experiment "
                   "stands: cost curve, dev set."},
}
SYMBOLS = (r"$\alpha$", "", "$L$", "$n^{[l]}$", "$g^{[l]}$")
ROW = 24


def draw(language):
    """Return the diagram."""
    words = WORDS[language]
    d = Diagram(height=276, title=words["title"], desc=words["desc"])
    style = {"shape": "box", "height": 42, "color": FORWARD, "fill": pale(FORWARD)}
    idea = d.node(150, 70, words["idea"], width=84, **style)
    code = d.node(268, 206, words["code"], width=84, **style)
    experiment = d.node(90, 206, words["experiment"], width=112, **style)
    d.arrow(idea, code, bend=22)
    d.arrow(code, experiment, bend=16)
    d.arrow(experiment, idea, bend=16)
    for row, (symbol, name) in enumerate(zip(SYMBOLS, words["what"].split("\n"), strict=True)):
        y = 22 + row * ROW
        d.label(280, y, name, anchor="start")
        if symbol:
            d.label(424, y, symbol)
    d.line((202, 70), (262, 70), color=MUTED, dashed=True)
    d.brace((270, 120), (270, 20), color=MUTED)
    d.beside(experiment, "below", words["read"], color=MUTED, gap=8)
    return d
