"""Momentum with and without the factor 1 - beta (course 2, section 2.6)."""

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


def library_momentum(w, dw, v, lr, beta, dampening=0.0):
    """Return w and v after one step of torch.optim.SGD.

    w, dw: same shape   v: state, None before the first step
    """
    v = dw if v is None else beta * v + (1.0 - dampening) * dw
    return w - lr * v, v


def library_path(w, lr, beta, steps, dampening=0.0):
    """Return w after some steps on J = (w_1^2 + 100 w_2^2) / 2."""
    v = None
    for _ in range(steps):
        dw = np.array([[1.0], [100.0]]) * w
        w, v = library_momentum(w, dw, v, lr, beta, dampening)
    return w


def course_path(w, alpha, beta, steps):
    """Return w after some steps of `momentum` on the same J."""
    parameters, v = {"w": w}, {"dw": np.zeros_like(w)}
    for _ in range(steps):
        gradients = {"dw": np.array([[1.0], [100.0]]) * parameters["w"]}
        parameters, v = momentum(parameters, gradients, v, alpha, beta)
    return parameters["w"]


if __name__ == "__main__":
    start, alpha, beta = np.ones((2, 1)), 0.2, 0.9
    lr = (1.0 - beta) * alpha
    for name, w in (
            ("course", course_path(start, alpha, beta, 30)),
            ("lr = (1 - beta) alpha", library_path(start, lr, beta, 30)),
            ("lr = alpha", library_path(start, alpha, beta, 30)),
            ("dampening = beta", library_path(start, alpha, beta, 30, beta))):
        print(f"{name:21} w1 {w[0, 0]:7.4f}  w2 {w[1, 0]:9.4g}")
