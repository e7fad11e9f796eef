"""Loss of each example, cost of all of them (course 1, section 2.3)."""

import numpy as np


def loss(Y_hat, Y):
    """Return -log of the probability given to each true label.

    Y_hat: (1, m) predictions, 0 to 1   Y: (1, m) labels, 0 or 1
    returns (1, m); a sure and wrong prediction costs infinity
    Raises ValueError if the shapes differ.
    """
    if Y_hat.shape != Y.shape:
        raise ValueError(f"shapes {Y_hat.shape} and {Y.shape} differ")
    p = np.where(Y == 1, Y_hat, 1 - Y_hat)
    with np.errstate(divide="ignore"):  # log(0) is -inf, and meant
        return 0.0 - np.log(p)


def cost(Y_hat, Y):
    """Return the mean loss over the m examples, a scalar."""
    return np.mean(loss(Y_hat, Y)).item()


if __name__ == "__main__":
    Y_hat = np.array([[0.9, 0.5, 0.1]])
    for Y in (np.ones((1, 3)), np.zeros((1, 3))):
        losses = loss(Y_hat, Y).round(6)
        print(f"y = {Y[0, 0]:.0f}: losses {losses}  J {cost(Y_hat, Y):.6f}")
