"""One step of gradient descent with momentum (course 2, section 2.6)."""

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


if __name__ == "__main__":
    parameters, v = {"W1": np.array([[10.0]])}, {"dW1": np.zeros((1, 1))}
    print("step      v      W1")
    for step in range(1, 9):
        gradients = {"dW1": parameters["W1"]}  # J = W1^2 / 2
        parameters, v = momentum(parameters, gradients, v, alpha=1.0)
        print(f"{step:4} {v['dW1'].item():6.3f}"
              f" {parameters['W1'].item():7.3f}")
