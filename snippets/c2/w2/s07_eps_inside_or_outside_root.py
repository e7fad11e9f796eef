"""eps outside and inside the root (course 2, section 2.7)."""

import numpy as np


def outside(s, eps):
    """Return sqrt(S) + eps: the lecture, PyTorch.  s: any shape, >= 0"""
    return np.sqrt(s) + eps


def inside(s, eps):
    """Return sqrt(S + eps): RMSprop of Keras.  s: any shape, >= 0"""
    return np.sqrt(s + eps)


if __name__ == "__main__":
    print("eps = 1e-8\n     S    outside     inside  inside / outside")
    for s in (0.0, 1e-16, 1e-12, 1e-8, 1e-4, 1.0):
        one, other = outside(s, 1e-8), inside(s, 1e-8)
        print(f"{s:6.0e}  {one:.3e}  {other:.3e}  {other / one:16.4f}")
