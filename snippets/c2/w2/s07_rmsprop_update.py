"""One step of RMSprop (course 2, section 2.7)."""

import numpy as np


def rmsprop(parameters, gradients, s, alpha, beta=0.999, eps=1e-8):
    """Return new parameters and new averages s after one step.

    s: average squares, keys and shapes as in `gradients`; zeros at first
    """
    s = {name: beta * s[name] + (1 - beta) * g**2
         for name, g in gradients.items()}
    parameters = {name: value - alpha * gradients["d" + name]
                  / (np.sqrt(s["d" + name]) + eps)
                  for name, value in parameters.items()}
    return parameters, s


if __name__ == "__main__":
    parameters, s = {"W1": np.zeros((1, 1))}, {"dW1": np.zeros((1, 1))}
    for g in (4.0, -2.0):
        before, gradients = parameters["W1"], {"dW1": np.array([[g]])}
        parameters, s = rmsprop(parameters, gradients, s, alpha=0.01,
                                beta=0.9, eps=0.0)
        print(f"g {g:4.1f}  S {s['dW1'].item():.2f}"
              f"  step {(parameters['W1'] - before).item():+.7f}")
    for beta in (0.9, 0.99, 0.999):
        first, _ = rmsprop({"W1": 0.0}, {"dW1": 4.0}, {"dW1": 0.0}, 1.0, beta)
        print(f"beta {beta:<5}  first step {-first['W1']:5.2f} alpha")
