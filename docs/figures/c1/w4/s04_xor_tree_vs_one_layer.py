"""Figure 4.4-2: parity of eight inputs by a tree and by one layer of ANDs."""

import numpy as np

from c1.w4.s04_parity_deep_and_shallow import parity_terms, parity_tree
from drawing import BACKWARD, FORWARD, Diagram, pale

N = 8
TREE = (18, 78, 138, 196)  # x of the inputs and of the levels of gates
INPUTS, GRID, GATE = 256, 344, 434  # x in the drawing on the right
TOP, STEP, CELL = 28, 36, 17


def draw():
    """Return the diagram."""
    X = np.zeros((N, 1), dtype=int)
    gates, terms = parity_tree(X)[1], parity_terms(X)[1]
    d = Diagram(height=352, title="A tree of 7 gates beside one layer of 128",
                desc="Left, eight inputs enter four XOR gates, these two, these one. Right, eight "
                     "inputs all lead to a field of 16 by 8 cells, the AND gates, and from "
                     "there to one OR gate.")
    tree(d)
    one_layer(d, terms)
    d.label(118, 334, f"$n - 1 = {gates}$", color=FORWARD)
    d.label(GRID, 334, f"$2^{{n-1}} = {terms}$", color=BACKWARD)
    return d


def inputs(d, x):
    """Draw eight inputs; return their nodes."""
    return [d.node(x, TOP + STEP * i, f"$x_{i + 1}$", r=14, size=16) for i in range(N)]


def tree(d):
    """Draw the tree of XOR gates."""
    row = inputs(d, TREE[0])
    for x in TREE[1:]:
        pairs = list(zip(row[::2], row[1::2], strict=True))
        row = [d.node(x, (a.y + b.y) / 2, r"$\oplus$", r=14, color=FORWARD, fill=pale(FORWARD))
               for a, b in pairs]
        for pair, gate in zip(pairs, row, strict=True):
            for node in pair:
                d.arrow(node, gate)


def one_layer(d, terms):
    """Draw the inputs, a field with a square for each AND, and the OR."""
    nodes = inputs(d, INPUTS)
    middle = TOP + STEP * (N - 1) / 2
    field = d.grid(GRID, middle, (terms // 8, 8), cell=(CELL * 0.7, CELL), color=BACKWARD)
    d.outline(field.shape, color="none", fill=pale(BACKWARD), weight=0, behind=True)
    for node in nodes:
        d.arrow(node, (field.shape.left.x, node.y))
    d.arrow(field.shape, d.node(GATE, middle, "OR", r=19, color=BACKWARD))
