"""Figure 3.8-3: regions of softmax regression with 3, 4, 5 and 6 classes."""

import numpy as np
from matplotlib.patches import Polygon

from c2.w3.s08_linear_boundaries import boundary, make_grid
from c2.w3.s09_train_softmax_regression import make_blobs, train
from plotting import (
    BACKWARD, FIFTH, FORWARD, FOURTH, INK, LINE, MUTED, THIRD, Plot, dots, pale)

COLOURS = (FORWARD, BACKWARD, THIRD, FOURTH, FIFTH, MUTED)
EDGE = 6.0


def classifier(C):
    """Return points (2, 20 C), their class numbers, and the parameters trained on them."""
    angles = 2 * np.pi * np.arange(min(C, 5)) / min(C, 5) + 0.4
    centers = 4 * np.stack([np.cos(angles), np.sin(angles)])
    if C == 6:
        centers = np.c_[centers, [0.0, 0.0]]  # one class amid the others
    X, labels = make_blobs(centers, 20 * C, np.random.default_rng(C))
    parameters, _ = train(X, np.eye(C)[:, labels], alpha=0.1, steps=1000)
    return X, labels, parameters


def cell(W, b, k):
    """Return the corners of the region of class k inside the picture."""
    corners = [(-EDGE, -EDGE), (EDGE, -EDGE), (EDGE, EDGE), (-EDGE, EDGE)]
    for other in range(len(W)):
        if other != k:
            w, c = boundary(W, b, k, other)
            corners = cut(corners, w.ravel(), c)
    return corners


def cut(corners, w, c):
    """Return what is left of a convex polygon where w.x + c is positive."""
    left = []
    for here, there in zip(corners, corners[1:] + corners[:1], strict=True):
        before, after = (np.dot(w, place) + c for place in (here, there))
        if before > 0:
            left.append(here)
        if before * after < 0:
            share = before / (before - after)
            left.append(tuple(np.add(here, share * np.subtract(there, here))))
    return left


def clear_place(parameters, k, X):
    """Return the place in the region of class k that is farthest from points and edges."""
    places = make_grid(EDGE - 0.8, 49, 49)
    room = np.min(np.hypot(*(places[:, :, np.newaxis] - X[:, np.newaxis])), axis=1)
    for other in range(len(parameters["W1"])):
        if other != k:
            w, c = boundary(parameters["W1"], parameters["b1"], k, other)
            room = np.minimum(room, (w.T @ places + c).ravel() / np.linalg.norm(w))
    return places[:, np.argmax(room)]


def draw():
    """Return the four plots."""
    plot = Plot(
        width=440, height=482, left=6, right=6, top=30, bottom=6, rows=2, columns=2, between=0.2,
        title="Regions of softmax regression for 3 to 6 classes",
        desc="Four squares with the points of 3, 4, 5 and 6 classes. The region of each class is a "
             "convex cell with straight edges. With 6 classes one of them is a five-sided cell in "
             "the middle, surrounded by the others.")
    for axes, C in zip(plot.all, (3, 4, 5, 6), strict=True):
        X, labels, parameters = classifier(C)
        axes.set(xlim=(-EDGE, EDGE), ylim=(-EDGE, EDGE), xticks=[], yticks=[])
        for k, colour in enumerate(COLOURS[:C]):
            corners = cell(parameters["W1"], parameters["b1"], k)
            axes.add_patch(Polygon(corners, facecolor=pale(colour), edgecolor=INK, linewidth=LINE))
            points = X[:, (labels == k) & (np.abs(X) < EDGE - 0.2).all(axis=0)]
            dots(axes, points, colour, 5)
            plot.text(*clear_place(parameters, k, X), str(k), axes=axes, anchor="middle",
                      fontweight="bold")
        for spine in axes.spines.values():
            spine.set_visible(True)
        plot.text(0, EDGE, f"$C = {C}$", axes=axes, anchor="middle", dy=-13)
    return plot
