"""Steps of Adam with and without its corrections (course 2, section 2.8)."""

import numpy as np


def step_sizes(steps, correct_v, correct_s, beta1=0.9, beta2=0.999):
    """Return |step| / alpha for a gradient of 1 at every step, eps = 0.

    correct_v, correct_s: whether v and S are divided by 1 - beta^t
    """
    v = s = 0.0
    sizes = []
    for t in range(1, steps + 1):
        v = beta1 * v + (1 - beta1) * 1.0
        s = beta2 * s + (1 - beta2) * 1.0**2
        v_read = v / (1 - beta1**t) if correct_v else v
        s_read = s / (1 - beta2**t) if correct_s else s
        sizes.append(v_read / np.sqrt(s_read))
    return np.array(sizes)


if __name__ == "__main__":
    print("corrected  t=1      2     10    100   1000  most")
    for name, choice in (("v and S", (True, True)), ("only v", (True, False)),
                         ("only S", (False, True)), ("neither", (False,) * 2)):
        sizes = step_sizes(10_000, *choice)
        shown = [*sizes[[0, 1, 9, 99, 999]], sizes.max()]
        print(f"{name:8}", *(f"{size:6.2f}" for size in shown))
