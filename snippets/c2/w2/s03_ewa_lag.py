"""How late an exponentially weighted average is (course 2, section 2.3)."""

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


def lag(beta, days):
    """Return how far v is behind the ramp theta_t = t: (days,)."""
    theta = np.arange(1.0, days + 1.0)
    return theta - weighted_average(theta, beta)


def mean_age(beta, terms=5000):
    """Return the sum of i (1 - beta) beta^i, the mean age in days.

    terms: many times 1 / (1 - beta), since the rest is left out
    """
    i = np.arange(terms)
    return np.sum(i * (1.0 - beta) * beta**i)


if __name__ == "__main__":
    for beta in (0.5, 0.9, 0.98):
        behind = lag(beta, days=1000)
        print(f"beta {beta:4}  lag on day 10 {behind[9]:.2f}, 100 "
              f"{behind[99]:.2f}, 1000 {behind[999]:.2f}  mean age "
              f"{mean_age(beta):.2f}  formula {beta / (1.0 - beta):.2f}")
