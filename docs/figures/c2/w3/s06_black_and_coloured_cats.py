"""Figure 3.6-1: one true boundary, two regions of inputs, one learned line."""

import numpy as np

from c1.w2.s14_train_logistic_regression import predict, train
from plotting import FORWARD, INK, LINE, MUTED, PAPER, Plot, boundary, dots

REGIONS = ((-1.8, -0.4), (0.4, 1.8))  # of x1: covered in training, met later
EDGE, M = 2.4, 120


def draw():
    """Return the two plots."""
    plot = Plot(
        height=262, left=58, right=10, top=36, bottom=50, columns=2, sharey=True, between=0.12,
        title="A boundary learned in one region and used in another",
        desc="Both plots show the same bent true boundary, dashed, and the same straight learned "
             "line. Left: the points of the training region lie on the left, and the line parts "
             "the two classes. Right: the points lie on the right, where the line leaves the true "
             "boundary and puts many points on the wrong side.")
    w, b = learned()
    for axes, region, seed in zip(plot.all, REGIONS, (0, 1), strict=True):
        X, Y = sample(region, seed)
        ones = Y[0] == 1
        dots(axes, X[:, ones], INK, 5)
        dots(axes, X[:, ~ones], MUTED, 5)
        dots(axes, X[:, ~ones], PAPER, 2.8)
        x1 = np.linspace(-EDGE, EDGE, 61)
        axes.plot(x1, curve(x1), color=MUTED, linewidth=LINE, linestyle="--")
        boundary(axes, lambda X: w.T @ X + b, EDGE, 31)
        axes.set(xlim=(-EDGE, EDGE), ylim=(-EDGE, EDGE), xticks=(-2, 0, 2), yticks=(-2, 0, 2))
        axes.set_xlabel("$x_1$")
        right = np.mean(predict(w, b, X) == Y)
        plot.text(0, EDGE, f"{right:.0%}", axes=axes, anchor="middle", dy=-16, color=FORWARD)
    plot.axes.set_ylabel("$x_2$")
    return plot


def curve(x1):
    """Return x2 on the true boundary."""
    return 1.2 - 0.8 * x1**2


def sample(region, seed):
    """Return X: (2, M), x1 in a region, and Y: (1, M), 1 below the true boundary."""
    rng = np.random.default_rng(seed)
    x1 = rng.uniform(*region, M)
    X = np.vstack([x1, curve(x1) + rng.uniform(0.1, 0.9, M) * rng.choice([-1, 1], M)])
    return X, (X[1:] < curve(X[:1])).astype(float)


def learned():
    """Return w and b of logistic regression on the training region."""
    w, b, _ = train(*sample(REGIONS[0], 0), 0.5, 2000)
    return w, b
