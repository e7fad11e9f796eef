"""Figure 1.5-1: the boundary of one network, trained with three values of lambda."""

import numpy as np

from c2.w1.s04_l2_cost_and_gradients import add_penalty, backward, forward
from plotting import INK, PAPER, Plot, boundary, dots

LAMBDAS = (0.0, 0.3, 10.0)
UNITS, M, STEPS, ALPHA = 20, 60, 6000, 0.5


def draw():
    """Return the three plots."""
    X, Y, _, _ = make_data()
    plot = Plot(
        height=252, left=56, right=8, top=34, bottom=46, columns=3, sharey=True, between=0.22,
        title="Decision boundaries for three values of lambda",
        desc="The same 60 points in three plots. With lambda 0 the boundary winds around single "
             "points; with lambda 0.3 it is one smooth wave; with lambda 10 it is nearly straight.")
    ones = Y[0] == 1
    for axes, lambd in zip(plot.all, LAMBDAS, strict=True):
        dots(axes, X, INK, 5.6)
        dots(axes, X[:, ~ones], PAPER, 3.4)
        parameters = train(X, Y, lambd)
        boundary(axes, lambda X, p=parameters: forward(p, X)[2], 1.05, 61)
        axes.set(xlim=(-1.05, 1.05), ylim=(-1.05, 1.05), xticks=(-1, 0, 1), yticks=(-1, 0, 1))
        plot.text(0, 1.05, rf"$\lambda = {lambd:g}$", axes=axes, anchor="middle", dy=-14)
    plot.all[0].set_ylabel("$x_2$")
    plot.all[1].set_xlabel("$x_1$")
    return plot


def make_data():
    """Return X, Y of 60 training and 1000 dev examples, noisy labels."""
    rng = np.random.default_rng(3)
    return (*sample(M, rng), *sample(1000, rng))


def sample(m, rng):
    """Return X: (2, m) and Y: (1, m), 1 above a wave, labels flipped with chance 0.1."""
    X = rng.uniform(-1, 1, (2, m))
    above = X[1:] > 0.4 * np.sin(3 * X[:1])
    return X, (above ^ (rng.random((1, m)) < 0.1)).astype(float)


def train(X, Y, lambd):
    """Return the parameters of a tanh network after gradient descent on the penalized cost."""
    rng = np.random.default_rng(5)
    parameters = {"W1": 2.0 * rng.standard_normal((UNITS, 2)), "b1": np.zeros((UNITS, 1)),
                  "W2": 0.25 * rng.standard_normal((1, UNITS)), "b2": np.zeros((1, 1))}
    for _ in range(STEPS):
        gradients = backward(parameters, forward(parameters, X), X, Y)
        gradients = add_penalty(gradients, parameters, lambd, X.shape[1])
        parameters = {name: value - ALPHA * gradients["d" + name]
                      for name, value in parameters.items()}
    return parameters
