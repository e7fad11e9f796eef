"""An exponentially weighted average as a weighted sum (course 2, section 2.4).
"""

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


def weights(t, beta):
    """Return the weights in v_t, newest value first: (t,)."""
    age = np.arange(t)
    return (1.0 - beta) * beta**age


def unrolled(theta, beta):
    """Return v_t as one sum over theta_1, ..., theta_t.  theta: (t,)"""
    return weights(theta.size, beta) @ theta[::-1]


if __name__ == "__main__":
    print("weights", weights(5, 0.9).round(5))
    for t in (5, 10, 50, 100):
        print(f"sum of {t:3} weights {weights(t, 0.9).sum():.5f}")
    theta = np.array([40.0, 49.0, 45.0])
    print(f"v_3 step by step {weighted_average(theta, 0.9)[-1]:.2f}")
    print(f"v_3 as one sum   {unrolled(theta, 0.9):.2f}")
