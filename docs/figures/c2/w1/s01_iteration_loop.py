"""Figure 1.1-1: the loop of idea, code and experiment; train and dev inside it, test outside."""

from drawing import BACKWARD, FORWARD, MUTED, Diagram, pale

WORDS = {
    "zh": {"title": "想法、代码、实验的循环", "nodes": ("想法", "代码", "实验"),
           "train": "训练集\n学参数", "dev": "开发集\n打分", "test": "测试集", "once": "只用一次",
           "desc": "想法、代码、实验连成一圈。代码到实验的箭头旁写着训练集学参数，实验回到想法的箭头旁"
                   "写着开发集打分。测试集在圈外，从实验有一个虚线箭头指向它，只用一次。"},
    "en": {"title": "The loop of idea, code and experiment",
           "nodes": ("idea", "code", "experiment"),
           "train": "train:\nfits", "dev": "dev:\nscores", "test": "test", "once": "once",
           "desc": "Idea, code and experiment form a ring. Beside the arrow from code to "
                   "experiment: train fits. Beside the arrow from experiment back to idea: dev "
                   "scores. Test stands outside; a dashed arrow leads there from the "
                   "experiment, once."},
}


def draw(language):
    """Return the diagram."""
    words = WORDS[language]
    d = Diagram(height=300, title=words["title"], desc=words["desc"])
    box = {"shape": "box", "width": 112, "height": 44, "color": FORWARD, "fill": pale(FORWARD)}
    idea, code, experiment = (
        d.node(x, y, name, **box)
        for (x, y), name in zip(((230, 32), (386, 172), (74, 172)), words["nodes"], strict=True))
    d.arrow(idea, code, bend=26, color=FORWARD)
    d.arrow(code, experiment, color=FORWARD)
    d.label(230, 206, words["train"])
    d.arrow(experiment, idea, bend=26, color=FORWARD)
    d.label(94, 78, words["dev"], anchor="end")
    test = d.node(386, 270, words["test"], shape="box", width=112, height=44, color=BACKWARD,
                  fill=pale(BACKWARD))
    d.arrow(experiment, test, via=((74, 270),), color=BACKWARD, dashed=True)
    d.label(210, 286, words["once"], color=MUTED)
    return d
