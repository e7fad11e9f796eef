"""Figure 1.4-4: the loop of idea, code and experiment, and how long one turn takes."""

from drawing import BACKWARD, FORWARD, Diagram, pale

WORDS = {
    "zh": {"title": "想法、代码、实验的循环", "nodes": ("想法", "代码", "实验"),
           "times": "10 分钟\n1 天\n1 个月", "turn": "转一圈要",
           "desc": "三个方框连成一圈：想法到代码，代码到实验，实验回到想法。圈中写着转一圈的时间："
                   "10 分钟、1 天或 1 个月。"},
    "en": {"title": "The loop of idea, code and experiment",
           "nodes": ("idea", "code", "experiment"), "times": "10 minutes\n1 day\n1 month",
           "turn": "one turn takes",
           "desc": "Three boxes form a ring: idea to code, code to experiment, experiment back to "
                   "idea. Inside stand the times of one turn: 10 minutes, 1 day or 1 month."},
}
PLACES = ((230, 34), (372, 226), (88, 226))


def draw(language):
    """Return the diagram."""
    words = WORDS[language]
    d = Diagram(height=262, title=words["title"], desc=words["desc"])
    nodes = [d.node(x, y, name, shape="box", width=116, height=44, color=FORWARD,
                    fill=pale(FORWARD)) for (x, y), name in zip(PLACES, words["nodes"],
                                                                strict=True)]
    for start, end in ((0, 1), (1, 2), (2, 0)):
        d.arrow(nodes[start], nodes[end], bend=26, color=FORWARD)
    d.label(230, 104, words["turn"])
    d.label(230, 154, words["times"], color=BACKWARD)
    return d
