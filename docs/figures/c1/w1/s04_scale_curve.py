"""Figure 1.4-1: performance against the amount of labeled data, a sketch."""

import numpy as np

from plotting import BACKWARD, FORWARD, FOURTH, MUTED, THIRD, Plot, pale

WORDS = {
    "zh": {"title": "数据量与效果", "x": "带标签的数据量 $m$", "y": "效果",
           "names": ("大网络", "中等网络", "小网络", "传统方法"), "open": "优劣不定",
           "desc": "示意图。横轴是带标签的数据量，纵轴是效果。数据少时四条曲线挤在一起，互相交叉；"
                   "数据多时，从低到高是传统方法、小网络、中等网络、大网络，前面的先变平。"},
    "en": {"title": "Amount of data and performance", "x": "amount of labeled data $m$",
           "y": "performance", "names": ("large network", "medium", "small", "classical"),
           "open": "order\nnot fixed",
           "desc": "A sketch. Across: the amount of labeled data; up: performance. With little "
                   "data the four curves run close together and cross. With much data "
                   "the order from low to high is classical method, small, medium and large "
                   "network, and the lower ones flatten first."},
}
# where each curve ends, and its slope at 0: the lower ones begin steeper, so that they cross
CURVES = ((1.1, 0.21, FORWARD, "-"), (0.8, 0.23, THIRD, "-."), (0.58, 0.25, FOURTH, "--"),
          (0.4, 0.28, BACKWARD, ":"))


def draw(language):
    """Return the plot."""
    words = WORDS[language]
    plot = Plot(height=320, left=34, right=126, bottom=40, title=words["title"], desc=words["desc"])
    axes, m = plot.axes, np.linspace(0, 10, 101)
    axes.axvspan(0, 2.6, color=pale(MUTED), linewidth=0)
    for (top, slope, color, dash), name in zip(CURVES, words["names"], strict=True):
        height = top * (1 - np.exp(-slope * m / top))
        axes.plot(m, height, color=color, linestyle=dash)
        plot.text(10, height[-1], name, color=color, dx=8)
    axes.set(xlim=(0, 10), ylim=(0, 1.02), xticks=(), yticks=(), xlabel=words["x"],
             ylabel=words["y"])
    plot.text(1.3, 0.88, words["open"], color=MUTED, anchor="middle")
    return plot
