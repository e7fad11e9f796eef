"""Gradient descent in PyTorch, right and wrong (course 2, section 3.11)."""
# needs: torch

import torch


def cost(w, x):
    """Return x_1 w^2 + x_2 w + x_3; its slope is nowhere in this file."""
    return x[0] * w**2 + x[1] * w + x[2]


def minimize(x, alpha, steps, clear=True):
    """Return w from 0 after each step; clear: set gradients to zero first."""
    w, path = torch.zeros((), requires_grad=True), [0.0]
    optimizer = torch.optim.SGD([w], lr=alpha)
    for _ in range(steps):
        if clear:
            optimizer.zero_grad()
        cost(w, x).backward()  # adds dJ/dw to w.grad
        optimizer.step()
        path.append(w.item())
    return path


if __name__ == "__main__":
    for x in ((1.0, -10.0, 25.0), (1.0, -20.0, 100.0)):
        path = minimize(x, alpha=0.01, steps=1001)
        print(f"w {path[1]:.5f} {path[2]:.5f} ... {path[-1]:.5f}")
    path = minimize((1.0, -10.0, 25.0), alpha=0.01, steps=2, clear=False)
    print(f"without zero_grad: w {path[1]:.5f} {path[2]:.5f}")
