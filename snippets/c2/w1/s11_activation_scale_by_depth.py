"""Mean squares through 50 ReLU layers (course 2, section 1.11)."""

import numpy as np


def mean_squares(n, depth, std, rng, m=20):
    """Return the mean of a^2 in layers 0 to depth, all of width n.

    std: standard deviation of the weights   m: number of examples
    """
    A = rng.standard_normal((n, m))
    found = [np.mean(A**2)]
    for _ in range(depth):
        W = std * rng.standard_normal((n, n))
        A = np.maximum(0.0, W @ A)
        found.append(np.mean(A**2))
    return np.array(found)


def predicted(n, depth, std):
    """Return (n Var(w) / 2)^depth, the expected change of scale."""
    return (n * std**2 / 2.0)**depth


if __name__ == "__main__":
    n, depth = 512, 50
    stds = {"0.01": 0.01, "sqrt(1/n)": np.sqrt(1 / n),
            "sqrt(2/n)": np.sqrt(2 / n)}
    for name, std in stds.items():
        found = mean_squares(n, depth, std, np.random.default_rng(0))
        print(f"{name:9}", *[f"{found[k]:.1e}" for k in (0, 1, 10, 50)],
              f" expected {predicted(n, depth, std):.1e}")
