"""In float32 the descent halts short of 5 (course 2, section 3.11)."""

import numpy as np


def descend(dtype, alpha, steps):
    """Return w from 0 after each step on w^2 - 10w + 25: (steps + 1,)."""
    w, two, ten, alpha = map(dtype, (0, 2, 10, alpha))
    path = [w]
    for _ in range(steps):
        w = w - alpha * (two * w - ten)
        path.append(w)
    return np.array(path)


def last_change(path):
    """Return the number of the last step that changed w."""
    return int(np.flatnonzero(np.diff(path))[-1]) + 1


if __name__ == "__main__":
    for dtype in (np.float64, np.float32):
        w = descend(dtype, alpha=0.01, steps=1001)[-1]
        print(f"{dtype.__name__}  w {w:.10f}")
    path = descend(np.float32, alpha=0.01, steps=5000)
    w = path[-1]
    print(f"last change at step {last_change(path)}")
    print(f"next float32 after w: + {np.spacing(w):.3e}")
    print(f"step: {0.01 * (10 - 2 * float(w)):.3e}")
    print(f"J in float32: {w * w - 10 * w + 25:.1f}"
          f"  exact: {(float(w) - 5) ** 2:.1e}")
