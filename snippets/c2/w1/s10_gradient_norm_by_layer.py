"""Gradient norm of each of 20 layers (course 2, section 1.10)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


ACTIVATIONS = {"relu": lambda Z: np.maximum(0.0, Z), "sigmoid": sigmoid}
SLOPES = {"relu": lambda Z: (Z > 0.0) * 1.0,
          "sigmoid": lambda Z: sigmoid(Z) * (1.0 - sigmoid(Z))}
STEEPEST = {"relu": 1.0, "sigmoid": 0.25}


def forward(weights, X, hidden):
    """Return the predictions and the scores [Z1, ..., ZL]; biases are 0."""
    A, scores = X, []
    for W in weights:
        scores.append(W @ A)
        A = ACTIVATIONS[hidden](scores[-1])
    return sigmoid(scores[-1]), scores


def errors(weights, X, Y, hidden):
    """Return [dZ1, ..., dZL], the column of an example from its loss."""
    A_L, scores = forward(weights, X, hidden)
    dZ = [A_L - Y]
    for W, Z in zip(weights[:0:-1], scores[-2::-1]):
        dZ.insert(0, W.T @ dZ[0] * SLOPES[hidden](Z))
    return dZ


def bounds(weights, dZ_L, hidden):
    """Return the upper bounds of the norms of dZ1, ..., dZL."""
    found = [np.linalg.norm(dZ_L)]
    for W in weights[:0:-1]:
        largest = np.linalg.norm(W, 2)  # the largest singular value
        found.insert(0, found[0] * largest * STEEPEST[hidden])
    return found


if __name__ == "__main__":
    sizes, m = [50] * 20 + [1], 10
    for hidden, numerator in (("sigmoid", 1.0), ("relu", 2.0)):
        rng = np.random.default_rng(0)
        scale = np.sqrt(numerator / 50)  # every layer has 50 inputs
        weights = [scale * rng.standard_normal((n, n_prev))
                   for n_prev, n in zip(sizes, sizes[1:])]
        X, Y = rng.standard_normal((50, m)), rng.integers(0, 2, (1, m))
        dZ = errors(weights, X, Y, hidden)
        print(f"{hidden}: layer, norm of dZ, bound")
        for layer in (20, 19, 15, 10, 5, 1):
            norm = np.linalg.norm(dZ[layer - 1])
            bound = bounds(weights, dZ[-1], hidden)[layer - 1]
            print(f"  {layer:2} {norm:.1e} {bound:.1e}")
