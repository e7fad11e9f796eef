"""A slow starter that successive halving drops (course 2, section 3.3)."""

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


def slow_starter(settings, budget):
    """Return dev errors; setting 0 falls late, but lowest."""
    floor = np.where(settings == 0, 0.05, 0.16 + 0.004 * settings)
    time = np.where(settings == 0, 6.0, 1.5)
    return floor + 0.5 * np.exp(-budget / time)


if __name__ == "__main__":
    settings = np.arange(27)
    for budget in (1, 3, 9, 27):
        errors = slow_starter(settings, budget)
        rank = 1 + (errors < errors[0]).sum()
        print(f"budget {budget:2}: setting 0 has error {errors[0]:.3f},"
              f" rank {rank} of 27")
    for n, r in ((27, 1), (9, 3), (3, 9)):
        rungs = successive_halving(slow_starter, n, r, eta=3)
        winner = rungs[-1][0]
        final = slow_starter(winner, 27)[0]
        print(f"{n:2} settings from budget {r}: winner {winner[0]},"
              f" its error at 27 is {final:.3f}")
