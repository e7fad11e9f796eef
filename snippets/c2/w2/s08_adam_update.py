"""One step of Adam, after Kingma and Ba, 2015 (course 2, section 2.8)."""

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


if __name__ == "__main__":
    parameters = {"W1": np.zeros((1, 2)), "b1": np.zeros((1, 1))}
    gradients = {"dW1": np.array([[1000.0, -0.001]]), "db1": np.array([[2.0]])}
    v = s = {name: np.zeros_like(g) for name, g in gradients.items()}
    for t in (1, 2, 3):
        parameters, v, s = adam(parameters, gradients, v, s, t)
        print(t, {name: value.round(6).tolist()
                  for name, value in parameters.items()})
