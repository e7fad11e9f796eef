"""Successive halving (course 2, section 3.3).

K. Jamieson and A. Talwalkar, 2016: Non-stochastic best arm identification
and hyperparameter optimization.
"""

import numpy as np


def successive_halving(error, n, r, eta):
    """Return the settings alive on each rung and the budget of each rung.

    error: takes settings (k,) and a budget, returns dev errors (k,)
    n: number of settings   r: budget of the first rung
    eta: whole number, at least 2; 1/eta of the settings, rounded
    down, go on with eta times the budget
    """
    alive = np.arange(n)
    rungs = [(alive, r)]
    while alive.size >= eta:
        ranking = np.argsort(error(alive, r), kind="stable")
        alive = alive[ranking[:alive.size // eta]]
        r = r * eta
        rungs.append((alive, r))
    return rungs


def parallel_curves(rng, n):
    """Return the dev errors of n settings; their curves never cross."""
    floor = rng.uniform(0.05, 0.30, n)

    def error(settings, budget):
        """Return the dev errors of some settings at a budget."""
        return floor[settings] + 0.3 / np.sqrt(budget)

    return error


if __name__ == "__main__":
    error = parallel_curves(np.random.default_rng(0), 27)
    rungs = successive_halving(error, n=27, r=1, eta=3)
    for alive, budget in rungs:
        print(f"{alive.size:2} settings x budget {budget:2}"
              f" = {alive.size * budget}")
    total = sum(alive.size * budget for alive, budget in rungs)
    print(f"total {total} instead of {27 * 27}")
    best = error(np.arange(27), 27).argmin()
    print(f"winner {rungs[-1][0][0]}, true best {best}")
