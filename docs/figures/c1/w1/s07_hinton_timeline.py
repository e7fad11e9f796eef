"""Figure 1.7-1: Geoffrey Hinton's work in years, with the sections of these notes it touches."""

from drawing import BACKWARD, FORWARD, GRID, MUTED, Diagram

WORDS = {
    "zh": {"title": "Hinton 的工作年表", "course": "课程{}", "numbers": "一二三四五",
           "rows": (("1973", "快速权重的最初设想", ""), ("1985", "玻尔兹曼机", ""),
                    ("1986", "反向传播的论文", "3.10"), ("1993", "变分学习", ""),
                    ("2006", "深度信念网络", ""), ("2010", "ReLU", "3.6"),
                    ("2012", "ImageNet 竞赛", 4), ("2017", "这次访谈；胶囊网络", ""),
                    ("2018", "图灵奖", ""), ("2023", "离开谷歌，警告风险", ""),
                    ("2024", "诺贝尔物理学奖", "")),
           "desc": "一条竖直的时间线。1973 年快速权重，1985 年玻尔兹曼机，1986 年反向传播，见 3.10，"
                   "1993 年变分学习，2006 年深度信念网络，2010 年 ReLU，见 3.6，2012 年 ImageNet，"
                   "见课程四，2017 年访谈和胶囊网络，2018 年图灵奖，2023 年离开谷歌，2024 年诺贝尔"
                   "物理学奖。"},
    "en": {"title": "Hinton’s work in years", "course": "course {}", "numbers": "12345",
           "rows": (("1973", "first idea of fast weights", ""), ("1985", "Boltzmann machines", ""),
                    ("1986", "backpropagation paper", "3.10"), ("1993", "variational learning", ""),
                    ("2006", "deep belief nets", ""), ("2010", "ReLU", "3.6"),
                    ("2012", "ImageNet contest", 4), ("2017", "this interview; capsules", ""),
                    ("2018", "Turing Award", ""), ("2023", "leaves Google, warns", ""),
                    ("2024", "Nobel Prize in Physics", "")),
           "desc": "A vertical timeline. 1973 fast weights, 1985 Boltzmann machines, 1986 "
                   "backpropagation, see 3.10, 1993 variational learning, 2006 deep belief nets, "
                   "2010 ReLU, see 3.6, 2012 ImageNet, see course 4, 2017 the interview and "
                   "capsules, 2018 Turing Award, 2023 leaves Google, 2024 Nobel Prize in Physics."},
}
AXIS, TOP, STEP = 92, 22, 36


def draw(language):
    """Return the diagram."""
    words = WORDS[language]
    d = Diagram(height=420, title=words["title"], desc=words["desc"])
    d.arrow((AXIS, 6), (AXIS, 414), color=MUTED)
    for number, (year, event, section) in enumerate(words["rows"]):
        y = TOP + number * STEP
        color = BACKWARD if year == "2017" else FORWARD
        dot = d.node(AXIS, y, r=5, color=color, fill=color)
        d.beside(dot, "left", year, gap=12)
        d.beside(dot, "right", event, gap=12, bold=year == "2017")
        if section:
            name = section if isinstance(section, str) else words["course"].format(
                words["numbers"][section - 1])
            goal = d.label(448, y, name, anchor="end", color=FORWARD)
            d.line((308, y), (goal.left.x - 14, y), color=GRID)
    return d
