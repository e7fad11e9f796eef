"""Plain descent and Adam on a long plateau (course 2, section 2.10)."""

import numpy as np


def update(parameters, gradients, alpha):
    """Return new parameters after one step of gradient descent."""
    return {name: value - alpha * gradients["d" + name]
            for name, value in parameters.items()}


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


def walk(slope, steps, alpha, method):
    """Return the places w, (steps + 1,), from 0 on a cost J(w).

    slope: function w -> dJ/dw   method: "descent" or "adam"
    """
    parameters, places = {"w": np.zeros(1)}, [0.0]
    v = s = {"dw": np.zeros(1)}
    for t in range(1, steps + 1):
        gradients = {"dw": slope(parameters["w"])}
        if method == "adam":
            parameters, v, s = adam(parameters, gradients, v, s, t, alpha)
        else:
            parameters = update(parameters, gradients, alpha)
        places.append(parameters["w"].item())
    return np.array(places)


if __name__ == "__main__":
    for size in (1e-2, 1e-6, 1e-8, 1e-10):
        ends = [walk(lambda w: np.full(1, -size), 1000, 0.01, method)[-1]
                for method in ("descent", "adam")]
        print(f"gradient {size:.0e}: descent {ends[0]:.0e}, "
              f"Adam {ends[1]:.3f}")
