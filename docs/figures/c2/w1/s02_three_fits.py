"""Figure 1.2-1: the same points with a line, a curve of degree 2 and one that bends round every point."""

import numpy as np

from plotting import INK, LINE, PAPER, Plot, boundary, dots

DEGREES = (1, 2, 8)
EDGE = 1.1


def points(m=40, seed=9):
    """Return X: (2, m), and Y: (m,), 1 above a noisy parabola."""
    rng = np.random.default_rng(seed)
    X = np.empty((2, 0))
    while X.shape[1] < m:  # keep the points apart
        x = rng.uniform(-1.0, 1.0, (2, 1))
        if X.size == 0 or np.hypot(*(X - x)).min() > 0.17:
            X = np.c_[X, x]
    return X, X[1] > 1.4 * X[0] ** 2 - 0.6 + 0.25 * rng.standard_normal(m)


def powers(X, degree):
    """Return all products of powers up to a degree: (terms, m)."""
    return np.stack([X[0] ** i * X[1] ** j
                     for i in range(degree + 1) for j in range(degree + 1 - i)])


def fit(X, Y, degree, penalty):
    """Return the weights of logistic regression on these products, by Newton's method."""
    A = powers(X, degree)
    w = np.zeros(len(A))
    for _ in range(60):
        p = np.exp(-np.logaddexp(0.0, -(w @ A)))
        hessian = (A * (p * (1 - p))) @ A.T + penalty * np.eye(len(A))
        w -= np.linalg.solve(hessian, A @ (p - Y) + penalty * w)
    return w


def draw():
    """Return the three plots."""
    plot = Plot(
        height=190, left=6, right=6, top=30, bottom=6, columns=3, between=0.08,
        title="A line, a curve of degree 2 and a boundary that bends round single points",
        desc="The same 40 points of two kinds three times. A line leaves 7 on the wrong side. "
             "A curve of degree 2 leaves 4. A boundary of degree 8 bends around single points, has "
             "an island around one, and leaves none.")
    X, Y = points()
    for axes, degree in zip(plot.all, DEGREES, strict=True):
        field(axes)
        scatter(axes, X, Y)
        w = fit(X, Y, degree, 1e-6 if degree > 2 else 1e-3)
        boundary(axes, lambda X, w=w, d=degree: w @ powers(X, d), EDGE, 81,
                 width=LINE * 0.8)
    for axes, name in zip(plot.all, "abc", strict=True):
        plot.text(0, EDGE, f"${name}$", axes=axes, anchor="middle", dy=-14)
    return plot


def field(axes):
    """Set the limits, and draw a frame without ticks."""
    axes.set(xlim=(-EDGE, EDGE), ylim=(-EDGE, EDGE), xticks=[], yticks=[])
    for spine in axes.spines.values():
        spine.set_visible(True)


def scatter(axes, X, Y, size=6):
    """Draw the points: filled where Y is 1, hollow elsewhere."""
    dots(axes, X, INK, size)
    dots(axes, X[:, ~Y], PAPER, size - 2.4)
