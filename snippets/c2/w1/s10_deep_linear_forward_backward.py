"""A deep linear network there and back (course 2, section 1.10)."""

import numpy as np


def push(weights, x):
    """Return the activations [x, W1 x, W2 W1 x, ...].

    weights: [W1, ..., WL]   x: (n, 1)
    """
    activations = [x]
    for W in weights:
        activations.append(W @ activations[-1])
    return activations


def pull(weights, gradient):
    """Return the gradients by a[0], ..., a[L], the last one given.

    weights: [W1, ..., WL]   gradient: (n, 1), by a[L]
    """
    gradients = [gradient]
    for W in reversed(weights):
        gradients.insert(0, W.T @ gradients[0])
    return gradients


if __name__ == "__main__":
    one = np.ones((2, 1))
    for c in (1.5, 0.5):
        weights = [c * np.eye(2)] * 150
        activations, gradients = push(weights, one), pull(weights, one)
        print(f"c = {c}, first entries", *[a[0, 0] for a in activations[:5]])
        for name, values in (("forward", activations),
                             ("backward", gradients[::-1])):
            lengths = [np.linalg.norm(values[k]) for k in (0, 10, 150)]
            print(f"  {name:8} after 0, 10, 150 layers",
                  *[f"{length:.3g}" for length in lengths])
