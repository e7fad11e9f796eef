"""A window and a weighted average meet one outlier (course 2, section 2.4)."""

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


def window_average(theta, n):
    """Return the mean of the newest n values at each step: (t,).

    theta: (t,) values; before the first one all values count as 0
    """
    total = np.cumsum(np.concatenate([np.zeros(n), theta]))
    return (total[n:] - total[:-n]) / n


def outlier(t, day, size):
    """Return t zeros with one value of `size` on `day`, counted from 1."""
    theta = np.zeros(t)
    theta[day - 1] = size
    return theta


if __name__ == "__main__":
    theta = outlier(40, 6, 50.0)
    window, ewa = window_average(theta, 10), weighted_average(theta, 0.9)
    print("day  window  weighted")
    for day in (5, 6, 7, 15, 16, 17, 26, 36):
        print(f"{day:3} {window[day - 1]:7.2f} {ewa[day - 1]:9.4f}")
