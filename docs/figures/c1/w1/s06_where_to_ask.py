"""Figure 1.6-1: where to ask what."""

from drawing import FORWARD, INK, MUTED, Diagram, pale

WORDS = {
    "zh": {"title": "问题该去哪里问",
           "rows": (("这些笔记有错？", "本站的代码仓库"), ("看不懂、想讨论？", "课程社区"),
                    ("企业培训、大学开课？", "课程方的联系页"), ("账号、付款、证书？", "平台的帮助中心")),
           "first": "有一个问题", "yes": "是", "no": "否",
           "desc": "从上到下四个判断，每个判断回答是，就向右得到去处。笔记有错：本站的代码仓库。"
                   "看不懂、想讨论：课程社区。企业培训、大学开课：课程方的联系页。账号、付款、证书："
                   "平台的帮助中心。"},
    "en": {"title": "Where to ask what",
           "rows": (("error in these notes?", "this site’s repository"),
                    ("course content?", "course community"),
                    ("training or teaching?", "provider’s contacts"),
                    ("account or payment?", "platform’s help")),
           "first": "a question", "yes": "yes", "no": "no",
           "desc": "Four decisions from top to bottom; a yes leads to the place on the right. A "
                   "mistake in these notes: this site’s repository. Course content: the course "
                   "community. Company training or university teaching: the provider’s contact "
                   "page. Account or payment: the platform’s help."},
}
TOP, STEP = 82, 74


def draw(language):
    """Return the diagram."""
    words = WORDS[language]
    d = Diagram(height=328, title=words["title"], desc=words["desc"])
    before = d.node(112, 22, words["first"], shape="box", color=MUTED, height=32)
    for number, (question, place) in enumerate(words["rows"]):
        y = TOP + number * STEP
        asked = d.node(112, y, question, shape="box", width=216, height=42, color=INK)
        answer = d.node(366, y, place, shape="box", width=180, height=42, color=FORWARD,
                        fill=pale(FORWARD))
        d.arrow(before, asked, words["no"] if number else None, text=MUTED)
        d.arrow(asked, answer, words["yes"], color=FORWARD)
        before = asked
    return d
