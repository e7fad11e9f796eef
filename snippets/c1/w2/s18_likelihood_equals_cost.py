"""Likelihood, its logarithm and the cost J (course 1, section 2.18)."""

import numpy as np


def probability_of_label(Y_hat, Y):
    """Return p(y|x) of every example: y_hat^y (1 - y_hat)^(1 - y).

    Y_hat: (1, m) predictions in (0, 1)   Y: (1, m) labels, 0 or 1
    """
    return Y_hat**Y * (1 - Y_hat)**(1 - Y)


def likelihood(Y_hat, Y):
    """Return the probability of all labels together: a product."""
    return np.prod(probability_of_label(Y_hat, Y))


def log_likelihood(Y_hat, Y):
    """Return the natural logarithm of the likelihood: a sum."""
    return np.sum(np.log(probability_of_label(Y_hat, Y)))


def cost(Y_hat, Y):
    """Return J, the mean cross-entropy loss."""
    return np.mean(-(Y * np.log(Y_hat) + (1 - Y) * np.log(1 - Y_hat)))


if __name__ == "__main__":
    Y = np.array([[1, 0, 1]])
    Y_hat = np.array([[0.8, 0.4, 0.5]])
    print("p(y|x)", probability_of_label(Y_hat, Y).round(4))
    print(f"product {likelihood(Y_hat, Y):.4f}")
    print(f"log of product {log_likelihood(Y_hat, Y):.6f}")
    print(f"-m J {-Y.size * cost(Y_hat, Y):.6f}   J {cost(Y_hat, Y):.6f}")
