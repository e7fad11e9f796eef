"""A neuron's loss: by autodiff and by hand (course 2, section 3.10)."""

import numpy as np


class Node:
    """A number that remembers what it was computed from."""

    def __init__(self, value, inputs=()):
        """Keep a value and its inputs as pairs (node, local derivative)."""
        self.value, self.inputs, self.grad = value, inputs, 0.0

    def __add__(self, other):
        """Return self + other; both local derivatives are 1."""
        return Node(self.value + other.value, [(self, 1.0), (other, 1.0)])

    def __mul__(self, factor):
        """Return self times a constant factor."""
        return Node(self.value * factor, [(self, factor)])


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def softplus(z):
    """Return log(1 + e^z) without overflow; its derivative is sigmoid."""
    return Node(np.logaddexp(0.0, z.value), [(z, sigmoid(z.value))])


def add_up_paths(node, grad=1.0):
    """Carry grad from a node back to all of its sources, path by path."""
    node.grad += grad
    for source, local in node.inputs:
        add_up_paths(source, local * grad)


def loss_by_autodiff(w, b, x, y):
    """Return the loss, dw and db; only the forward pass is written.

    w: (n_x, 1) weights   x: (n_x, 1) features   b: scalar   y: 0 or 1
    """
    weights, bias = [Node(value) for value in w[:, 0]], Node(b)
    z = bias
    for weight, feature in zip(weights, x[:, 0], strict=True):
        z = z + weight * feature
    loss = softplus(z) + z * -y
    add_up_paths(loss)
    return loss.value, np.array([[n.grad] for n in weights]), bias.grad


def loss_by_hand(w, b, x, y):
    """Return the loss and dw = x (a - y), db = a - y, as in course 1."""
    z = (w.T @ x + b).item()
    dz = sigmoid(z) - y
    return np.logaddexp(0.0, z) - y * z, x * dz, dz


if __name__ == "__main__":
    w, x = np.array([[1.0], [-2.0]]), np.array([[1.5], [0.25]])
    for find in (loss_by_autodiff, loss_by_hand):
        loss, dw, db = find(w, 0.0, x, y=1)
        print(f"{find.__name__:16}  loss {loss:.4f}"
              f"  dw {dw.ravel().round(4)}  db {db:.4f}")
