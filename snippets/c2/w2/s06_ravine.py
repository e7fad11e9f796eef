"""Plain descent and momentum in a narrow valley (course 2, section 2.6)."""

import numpy as np


def momentum(parameters, gradients, v, alpha, beta=0.9):
    """Return new parameters and new averages v after one step.

    v: average gradients, keys and shapes as in `gradients`; zeros at first
    """
    v = {name: beta * v[name] + (1 - beta) * g
         for name, g in gradients.items()}
    parameters = {name: value - alpha * v["d" + name]
                  for name, value in parameters.items()}
    return parameters, v


def path(alpha, beta, steps, curvatures):
    """Return the points from (1, 1) on: (2, steps + 1).

    curvatures: (2, 1) lambda_j of J, the sum of lambda_j w_j^2 / 2
    """
    parameters, v = {"w": np.ones((2, 1))}, {"dw": np.zeros((2, 1))}
    points = [parameters["w"]]
    for _ in range(steps):
        gradients = {"dw": curvatures * parameters["w"]}
        parameters, v = momentum(parameters, gradients, v, alpha, beta)
        points.append(parameters["w"])
    return np.hstack(points)


def steps_needed(points, shrink=1e-6):
    """Return the first step with |w| <= shrink times its start, or None."""
    lengths = np.linalg.norm(points, axis=0)
    below = np.flatnonzero(lengths <= shrink * lengths[0])
    return int(below[0]) if below.size else None


if __name__ == "__main__":
    curvatures = np.array([[1.0], [100.0]])
    print("alpha   beta  to 1e-6  |w| after 100")
    for alpha, beta in ((2 / 101, 0.0), (0.1, 0.67),
                        (0.35, 0.9), (0.40, 0.9)):
        points = path(alpha, beta, 700, curvatures)
        print(f"{alpha:.4f} {beta:5} {steps_needed(points)!s:>8}"
              f" {np.linalg.norm(points[:, 100]):14.1e}")
