"""One L2 step, written in two ways (course 2, section 1.4)."""

import numpy as np


def step_with_penalty(W, dW, alpha, lambd, m):
    """Return W after a step along dW + (lambda / m) W.

    W: (n, n_prev) weights   dW: (n, n_prev) gradient from backprop
    """
    return W - alpha * (dW + lambd / m * W)


def shrink_then_step(W, dW, alpha, lambd, m):
    """Return W after it shrinks by 1 - alpha lambda / m and steps.

    W: (n, n_prev) weights   dW: (n, n_prev) gradient from backprop
    """
    return (1.0 - alpha * lambd / m) * W - alpha * dW


if __name__ == "__main__":
    W, dW = np.array([[2.0, 1.0]]), np.array([[0.25, -0.5]])
    for step in (step_with_penalty, shrink_then_step):
        print(step.__name__, step(W, dW, 0.1, 0.2, m=2).round(6).tolist())
    factor = 1 - 0.1 * 0.7 / 100
    for steps in (1, 100, 1000, 10000):
        print(f"{steps:5} steps  factor {factor**steps:.4f}")
