"""What is left of the noise after averaging (course 2, section 2.4)."""

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


def variance_factor(beta):
    """Return Var(v) / Var(theta) for independent values, t to infinity."""
    return (1.0 - beta) / (1.0 + beta)


def sum_of_squares(beta, t):
    """Return the sum of the t largest squared weights."""
    return np.sum(((1.0 - beta) * beta ** np.arange(t)) ** 2)


def simulated(beta, t, rng):
    """Return the variance of v over t steps of noise with variance 1."""
    noise = rng.standard_normal(t + 1000)
    return weighted_average(noise, beta)[1000:].var()


if __name__ == "__main__":
    print("beta  formula  squares  simulated  worth")
    for beta in (0.5, 0.9, 0.98):
        factor = variance_factor(beta)
        found = simulated(beta, 200_000, np.random.default_rng(1))
        print(f"{beta:4} {factor:8.5f} {sum_of_squares(beta, 2000):8.5f}"
              f" {found:10.5f} {1.0 / factor:6.0f}")
