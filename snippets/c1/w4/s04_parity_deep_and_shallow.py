"""Parity by a tree, by AND terms and by thresholds (course 1, section 4.4).

Threshold units after Rumelhart, Hinton and Williams (1986).
"""

import itertools

import numpy as np


def xor(a, b):
    """Return a XOR b out of OR, AND and NOT.  a, b: (m,) of 0 and 1"""
    return (a | b) & (1 - (a & b))


def parity_tree(X):
    """Return the parities (m,), the number of XOR gates, and the depth.

    X: (n, m) of 0 and 1, one input a column
    """
    row, gates, depth = list(X), 0, 0
    while len(row) > 1:
        pairs = [xor(a, b) for a, b in zip(row[::2], row[1::2])]
        row = pairs + row[2 * len(pairs):]  # an odd one waits a level
        gates, depth = gates + len(pairs), depth + 1
    return row[0], gates, depth


def parity_terms(X):
    """Return the parities (m,) by an OR of ANDs, and the number of ANDs."""
    terms = [term for term in itertools.product((0, 1), repeat=len(X))
             if sum(term) % 2]
    # the AND of all x_i or NOT x_i is 1 for one input: that of its pattern
    hits = [np.all(X == np.reshape(term, (-1, 1)), axis=0) for term in terms]
    return np.any(hits, axis=0).astype(int), len(terms)


def parity_thresholds(X):
    """Return the parities (m,) by n threshold units, and n."""
    n = len(X)
    k = np.arange(1, n + 1).reshape(-1, 1)
    A1 = (np.ones((n, n)) @ X - k >= 0).astype(int)  # 1 if the sum is >= k
    W2 = (-1) ** (k.T - 1)  # 1, -1, 1, ...
    return (W2 @ A1)[0], n


if __name__ == "__main__":
    print(" n  XOR gates  depth  AND terms  threshold units")
    for n in range(2, 9):
        X = np.array(list(itertools.product((0, 1), repeat=n))).T
        tree, gates, depth = parity_tree(X)
        flat, terms = parity_terms(X)
        hidden, units = parity_thresholds(X)
        assert all(np.array_equal(y, X.sum(axis=0) % 2)
                   for y in (tree, flat, hidden))
        print(f"{n:2} {gates:10} {depth:6} {terms:10} {units:16}")
