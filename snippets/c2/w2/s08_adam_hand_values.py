"""Two steps of Adam by hand, and three patterns (course 2, section 2.8)."""

import numpy as np


def adam(parameters, gradients, v, s, t, alpha=0.001, beta1=0.9, beta2=0.999,
         eps=1e-8):
    """Return new parameters and new averages v and s after step t.

    v, s: averages of gradients and of their squares, keys and shapes as in
    `gradients`; zeros at first   t: number of this step, from 1
    """
    v = {name: beta1 * v[name] + (1 - beta1) * g
         for name, g in gradients.items()}
    s = {name: beta2 * s[name] + (1 - beta2) * g**2
         for name, g in gradients.items()}
    moved = {}
    for name, value in parameters.items():
        v_corrected = v["d" + name] / (1 - beta1**t)
        s_corrected = s["d" + name] / (1 - beta2**t)
        moved[name] = value - alpha * v_corrected / (
            np.sqrt(s_corrected) + eps)
    return moved, v, s


def walk(gradients, alpha):
    """Return lists of w, v, S after each step, from w = v = S = 0.

    gradients: one number a step
    """
    parameters, v, s, found = {"w": 0.0}, {"dw": 0.0}, {"dw": 0.0}, []
    for t, g in enumerate(gradients, start=1):
        parameters, v, s = adam(parameters, {"dw": g}, v, s, t, alpha)
        found.append((parameters["w"], v["dw"], s["dw"]))
    return tuple(zip(*found))


if __name__ == "__main__":
    for t, (w, v, s) in enumerate(zip(*walk([3.0, -1.0], 0.1)), start=1):
        print(f"t {t}  w {w:.7f}  v {v:.2f}  S {s:.6f}")
        print(f"     corrected: v {v / (1 - 0.9**t):.6f}"
              f"  S {s / (1 - 0.999**t):.6f}")
    for name, gradients in (("3000, -1000   ", [3000.0, -1000.0]),
                            ("always 5      ", [5.0] * 4),
                            ("5, -5, 5, -5  ", [5.0, -5.0] * 2)):
        w = walk(gradients, 0.1)[0]
        print(name, *(f"{value:8.4f}" for value in w))
