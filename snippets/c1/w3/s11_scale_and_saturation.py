"""How flat tanh is for small and large weights (course 1, section 3.11)."""

import numpy as np


def mean_slope(scale, rng, n_x=2, units=1000, m=200):
    """Return the mean slope of tanh over all units and examples.

    scale: standard deviation of the weights   X: (n_x, m), standard normal
    """
    W1 = scale * rng.standard_normal((units, n_x))
    Z1 = W1 @ rng.standard_normal((n_x, m))
    return np.mean(1.0 - np.tanh(Z1) ** 2)


if __name__ == "__main__":
    for scale in (0.01, 1.0, 100.0):
        slope = mean_slope(scale, np.random.default_rng(0))
        print(f"scale {scale:6.2f}  mean slope {slope:.4f}")
