"""Figure 3.3-1: one model watched for two weeks, its settings changed five times (a sketch)."""

import numpy as np

from plotting import BACKWARD, FORWARD, INK, MUTED, Plot

START, DIVERGED = 1.0, 1.05
# first and last day, cost that the settings would reach in the end, speed a day
STRETCHES = ((0, 2, 0.55, 0.25), (2, 5, 0.35, 0.35), (5, 8, 0.25, 0.45), (9, 12, 0.25, 0.45),
             (12, 14, 0.13, 0.7))
WORDS = {
    "zh": {"day": "天", "title": "守着一个模型两个星期",
           "desc": "14 天里的代价。第 2 天和第 5 天各有一次改动，使它降得更快。第 8 天的改动使它猛升；"
                   "第 9 天回到第 8 天的值，继续下降。第 12 天最后一次改动之后，又降下去一些。"},
    "en": {"day": "day", "title": "One model, watched for two weeks",
           "desc": "The cost over 14 days. At day 2 and at day 5 a change makes it fall faster. A "
                   "change at day 8 makes it rise steeply; at day 9 it is back at the value of "
                   "day 8 and falls on. After a last change at day 12 it falls further."},
}
CHANGES = (2, 5, 8, 9, 12)


def draw(language):
    """Return the plot."""
    words = WORDS[language]
    plot = Plot(
        height=250, left=44, right=16, top=30, bottom=48,
        title=words["title"], desc=words["desc"])
    cost, saved = START, None
    for first, last, floor, speed in STRETCHES:
        days = np.linspace(first, last, 10 * (last - first) + 1)
        curve = floor + (cost - floor) * np.exp(-speed * (days - first))
        plot.axes.plot(days, curve, color=FORWARD)
        cost = curve[-1]
        if last == 8:
            saved = cost
    days = np.linspace(8, 9, 21)
    risen = saved + (DIVERGED - saved) * (days - 8) ** 2
    plot.axes.plot(days, risen, color=BACKWARD, linestyle="--")
    plot.axes.annotate("", (9, saved + 0.01), (9, DIVERGED), arrowprops={
        "arrowstyle": "-|>", "color": INK, "linewidth": 1.6, "shrinkA": 0, "shrinkB": 0})
    plot.point(8, saved)
    for number, day in enumerate(CHANGES, start=1):
        plot.axes.axvline(day, color=MUTED, linewidth=0.9, zorder=0)
        plot.text(day, 1.1, f"${number}$", anchor="middle", dy=-12)
    plot.axes.set(xlim=(0, 14), ylim=(0, 1.1), xticks=(0, 2, 5, 8, 9, 12, 14), yticks=(),
                  xlabel=words["day"], ylabel="$J$")
    return plot
