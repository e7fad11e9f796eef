"""How far a decaying learning rate can go at most (course 2, section 2.9)."""

import itertools


def steps_to(distance, alphas):
    """Return the steps that cover a distance with gradients of 1, or None.

    alphas: the learning rates, one for each step
    """
    for step, covered in enumerate(itertools.accumulate(alphas), 1):
        if covered > distance * (1.0 - 1e-12):  # 50 times 0.2 is 10
            return step
    return None


def limit(alpha0, base):
    """Return the sum of alpha0 * base^k over k = 0, 1, 2, ..."""
    return alpha0 / (1.0 - base)


if __name__ == "__main__":
    steps = range(10_000)
    schedules = {"0.2": [0.2 for _ in steps],
                 "0.2 / sqrt(k + 1)": [0.2 / (k + 1) ** 0.5 for k in steps],
                 "0.2 / (k + 1)": [0.2 / (k + 1) for k in steps],
                 "0.2 * 0.95^k": [0.2 * 0.95**k for k in steps]}
    print("alpha of step k    in 10000 steps  10 after")
    for name, alphas in schedules.items():
        print(f"{name:17}  {sum(alphas):14.4f}  {steps_to(10.0, alphas)}")
    print(f"limit of the last: {limit(0.2, 0.95):.4f}")
