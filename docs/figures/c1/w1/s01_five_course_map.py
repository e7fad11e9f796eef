"""Figure 1.1-2: the five courses, their lengths, and which one rests on which."""

from drawing import FORWARD, MUTED, THIRD, Diagram, pale

WORDS = {
    "zh": {
        "weeks": "{} 周", "title": "五门课的路线",
        "courses": (("1 神经网络与深度学习", "逻辑回归、向量化、反向传播"),
                    ("2 改善深层神经网络", "正则化、优化算法、调参"),
                    ("3 结构化机器学习项目", "目标、数据、误差分析"),
                    ("4 卷积神经网络", "分类、检测\n人脸、风格"),
                    ("5 序列模型", "LSTM、注意力\n语言、语音")),
        "desc": "从上到下五个方框。课程一 4 周，通向课程二，3 周。课程二通向课程三，2 周，也通向"
                "最下面一排的课程四，4 周，和课程五，3 周。"},
    "en": {
        "weeks": "{} weeks", "title": "The path through the five courses",
        "courses": (("1 Neural Networks", "vectorization, backpropagation"),
                    ("2 Improving Networks", "regularization, optimizers, tuning"),
                    ("3 ML Projects", "goals, data, error analysis"),
                    ("4 Convolutional", "images, detection\nfaces, style"),
                    ("5 Sequences", "LSTM, attention\nlanguage, speech")),
        "desc": "Five boxes from top to bottom. Course 1, 4 weeks, leads to course 2, 3 weeks. "
                "Course 2 leads to course 3, 2 weeks, and also to the lowest row with course 4, "
                "4 weeks, and course 5, 3 weeks."},
}
WEEKS = (4, 3, 2, 4, 3)
WIDE = ((230, 42, 444), (230, 140, 444), (230, 238, 330))  # middle and width of each box
HALF = ((116, 362, 216), (344, 362, 216))


def draw(language):
    """Return the diagram."""
    words = WORDS[language]
    d = Diagram(height=428, title=words["title"], desc=words["desc"])
    boxes = []
    for (x, y, width), weeks, (name, content) in zip(WIDE, WEEKS, words["courses"], strict=False):
        boxes.append(d.node(x, y, shape="box", width=width, height=66, color=FORWARD,
                            fill=pale(FORWARD)))
        d.label(x - width / 2 + 14, y - 15, name, anchor="start", bold=True)
        d.label(x + width / 2 - 14, y - 15, words["weeks"].format(weeks), anchor="end")
        d.label(x - width / 2 + 14, y + 15, content, anchor="start")
    for (x, y, width), weeks, (name, content) in zip(HALF, WEEKS[3:], words["courses"][3:],
                                                     strict=True):
        boxes.append(d.node(x, y, shape="box", width=width, height=116, color=THIRD,
                            fill=pale(THIRD)))
        d.label(x, y - 38, name, bold=True)
        d.label(x, y - 12, words["weeks"].format(weeks), color=MUTED)
        d.label(x, y + 26, content)
    d.arrow(boxes[0], boxes[1])
    d.arrow(boxes[1], boxes[2])
    for x, box in ((36, boxes[3]), (424, boxes[4])):
        d.arrow((x, boxes[1].bottom.y + 1), (x, box.top.y - 1))
    return d
