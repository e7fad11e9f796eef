"""Figure 3.3-3: ten models side by side, with curves that do not cross and with one that does."""

import numpy as np

from c2.w3.s03_crossing_curves import slow_starter
from c2.w3.s03_successive_halving import parallel_curves
from plotting import BACKWARD, FORWARD, MUTED, Plot

N = 10
WORDS = {
    "zh": {"error": "开发集误差", "budget": "预算", "title": "并排的十条学习曲线",
           "desc": "左：十条下降的曲线，互不相交，最低的一条在任何预算下都最好。"
                   "右：九条很早就降下来；第十条起步高，在预算 6 到 9 之间穿过其余各条，最后远低于它们。"},
    "en": {"error": "dev error", "budget": "budget", "title": "Ten learning curves side by side",
           "desc": "Left, ten curves that fall and never cross; the lowest is best at every "
                   "budget. Right, nine curves fall early; the tenth starts high, crosses all of "
                   "them between budget 6 and 9, and ends far below."},
}


def draw(language):
    """Return the two plots."""
    words = WORDS[language]
    plot = Plot(
        height=250, left=52, right=14, top=14, bottom=48, columns=2, sharey=True, between=0.14,
        title=words["title"], desc=words["desc"])
    budgets = np.geomspace(1, 27, 45)
    ways = ((parallel_curves(np.random.default_rng(4), N), np.arange(N)),
            (slow_starter, np.linspace(0, 13.5, N)))  # spread as far as the last can stay last
    for axes, (error, settings) in zip(plot.all, ways, strict=True):
        curves = np.stack([error(settings, budget) for budget in budgets])
        best = curves[-1].argmin()
        for place in set(range(N)) - {best}:
            axes.plot(budgets, curves[:, place], color=MUTED, linewidth=0.6)
        axes.plot(budgets, curves[:, best], color=FORWARD)
        axes.axvline(1, color=BACKWARD, linewidth=1.6, linestyle="--")
        axes.set(xlim=(0, 27), ylim=(0, 0.65), xticks=(1, 9, 18, 27), yticks=(0, 0.2, 0.4, 0.6),
                 xlabel=words["budget"])
    plot.all[0].set_ylabel(words["error"])
    return plot
