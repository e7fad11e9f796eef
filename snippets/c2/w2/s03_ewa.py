"""Exponentially weighted average of a series (course 2, section 2.3)."""

import numpy as np


def weighted_average(theta, beta):
    """Return v_1, v_2, ...: v_t = beta v_{t-1} + (1 - beta) theta_t, v_0 = 0.

    theta: (t,) values   beta: weight of the old average, below 1
    """
    v, averages = 0.0, []
    for theta_t in theta:
        v = beta * v + (1.0 - beta) * theta_t
        averages.append(v)
    return np.array(averages)


if __name__ == "__main__":
    theta = np.array([40.0, 49.0, 45.0])
    for beta in (0.5, 0.9, 0.98):
        print(f"beta {beta:4}  v", weighted_average(theta, beta).round(4))
    print("a constant 50 for 30 days, beta 0.9:",
          weighted_average(np.full(30, 50.0), 0.9)[[0, 9, 29]].round(2))
