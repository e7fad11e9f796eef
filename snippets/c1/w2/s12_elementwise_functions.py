"""Functions that act on every entry at once (course 1, section 2.12)."""

import math

import numpy as np


def exp_loop(v):
    """Return e to the power of each entry, one at a time.  v: (n,)"""
    u = np.zeros(len(v))
    for i in range(len(v)):
        u[i] = math.exp(v[i])
    return u


def elementwise(v):
    """Return six results, by their code.  v: (n,) positive floats"""
    return {
        "np.exp(v)": np.exp(v),
        "np.log(v)": np.log(v),
        "np.abs(v - 2)": np.abs(v - 2),
        "np.maximum(v - 2, 0)": np.maximum(v - 2, 0),
        "v**2": v**2,
        "1 / v": 1 / v,
    }


if __name__ == "__main__":
    v = np.array([1.0, 2.0, 4.0])
    print(f"{'exp_loop(v)':20}", exp_loop(v).round(3))
    for code, u in elementwise(v).items():
        print(f"{code:20}", u.round(3))
