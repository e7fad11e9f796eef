"""Weighted average with bias correction (course 2, section 2.5)."""

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


def corrected_average(theta, beta):
    """Return v_t / (1 - beta^t), a weighted mean of theta_1, ..., theta_t.

    theta: (t,) values   beta: weight of the old average, below 1
    """
    t = np.arange(1, len(theta) + 1)
    return weighted_average(theta, beta) / (1.0 - beta**t)


if __name__ == "__main__":
    theta = np.array([40.0, 49.0])
    print("v_t       ", weighted_average(theta, 0.98).round(4))
    print("corrected ", corrected_average(theta, 0.98).round(4))
    theta = np.full(100, 50.0)
    for t in (1, 10, 100):
        v = weighted_average(theta, 0.98)[t - 1]
        c = corrected_average(theta, 0.98)[t - 1]
        print(f"always 50, day {t:3}: v_t {v:6.3f}, corrected {c:6.3f}")
