"""Early stopping and ridge on a quadratic cost (course 2, section 1.8)."""

import numpy as np


def descend(eigenvalues, w_best, alpha, tau):
    """Return w: (n,) after tau steps from 0 on a quadratic cost.

    eigenvalues, w_best: (n,) curvatures, and minimum, in the eigenbasis
    """
    w = np.zeros_like(w_best)
    for _ in range(tau):
        w -= alpha * eigenvalues * (w - w_best)
    return w


def stopped_share(eigenvalue, alpha, tau):
    """Return the share of the minimum that tau steps reach."""
    return 1.0 - (1.0 - alpha * eigenvalue)**tau


def ridge_share(eigenvalue, rho):
    """Return the share of the minimum that ridge leaves."""
    return eigenvalue / (eigenvalue + rho)


def matching_rho(eigenvalue, alpha, tau):
    """Return the rho with which ridge leaves what tau steps reach."""
    share = stopped_share(eigenvalue, alpha, tau)
    return eigenvalue * (1.0 - share) / share


if __name__ == "__main__":
    eigenvalues, alpha, tau = np.array([2.0, 0.5, 0.05, 0.005]), 0.1, 20
    steps = descend(eigenvalues, np.ones(4), alpha, tau)
    print(f"1 / (alpha tau) = {1 / (alpha * tau)}")
    print("eigenvalue  steps    ridge    matching rho")
    for value, w in zip(eigenvalues, steps):
        ridge = ridge_share(value, 1 / (alpha * tau))
        rho = matching_rho(value, alpha, tau)
        print(f"{value:10} {w:.5f}  {ridge:.5f}  {rho:.5f}")
    print(f"alpha 0.01, tau 1: rho {matching_rho(0.5, 0.01, 1):.1f}")
