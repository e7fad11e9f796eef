"""Figure 1.3-1: six applications with input, output and network."""

from drawing import BACKWARD, FORWARD, FOURTH, GRID, THIRD, Diagram, pale

COLORS = {"nn": FORWARD, "cnn": THIRD, "rnn": FOURTH, "mix": BACKWARD}
WORDS = {
    "zh": {"title": "六种应用", "kinds": {"nn": "标准", "cnn": "CNN", "rnn": "RNN", "mix": "混合"},
           "rows": (("房地产", "房屋特征", "价格", "nn"),
                    ("在线广告", "广告与用户信息", "点不点击：0 或 1", "nn"),
                    ("照片标注", "图像", "1000 类中的一类", "cnn"),
                    ("语音识别", "录音", "文字", "rnn"),
                    ("机器翻译", "英语句子", "汉语句子", "rnn"),
                    ("自动驾驶", "图像与雷达", "其他车的位置", "mix")),
           "desc": "六行，每行是应用、网络、输入、输出。房地产，标准网络，房屋特征到价格。在线广告，"
                   "标准网络，广告与用户信息到点不点击。照片标注，卷积网络，图像到 1000 类中的一类。"
                   "语音识别，循环网络，录音到文字。机器翻译，循环网络，英语句子到汉语句子。自动"
                   "驾驶，混合网络，图像与雷达到其他车的位置。"},
    "en": {"title": "Six applications",
           "kinds": {"nn": "standard", "cnn": "CNN", "rnn": "RNN", "mix": "hybrid"},
           "rows": (("Real estate", "home features", "price", "nn"),
                    ("Online ads", "ad and user", "click: 0 or 1", "nn"),
                    ("Photo tagging", "image", "one of 1000 classes", "cnn"),
                    ("Speech recognition", "audio", "transcript", "rnn"),
                    ("Translation", "English", "Chinese", "rnn"),
                    ("Self-driving", "image and radar", "positions of other cars", "mix")),
           "desc": "Six rows with application, network, input and output. Real estate, standard "
                   "network, home features to price. Online ads, standard network, ad and user to "
                   "click. Photo tagging, convolutional network, image to one of 1000 classes. "
                   "Speech recognition, recurrent network, audio to transcript. Translation, "
                   "recurrent network, English to Chinese. Self-driving, hybrid network, image "
                   "and radar to positions of the other cars."},
}
STEP = 66


def draw(language):
    """Return the diagram."""
    words = WORDS[language]
    d = Diagram(height=6 * STEP + 34, title=words["title"], desc=words["desc"])
    d.label(34, 16, "$x$")
    d.label(250, 16, "$y$")
    for number, (name, x, y, kind) in enumerate(words["rows"]):
        top = 34 + number * STEP
        d.line((10, top), (450, top), color=GRID)
        d.label(16, top + 20, name, anchor="start", bold=True)
        color = COLORS[kind]
        d.node(400, top + 20, words["kinds"][kind], shape="box", width=96, height=26,
               color=color, fill=pale(color))
        d.label(28, top + 47, x, anchor="start")
        d.label(244, top + 47, y, anchor="start")
        d.arrow((180, top + 47), (236, top + 47), color=color)
    return d
