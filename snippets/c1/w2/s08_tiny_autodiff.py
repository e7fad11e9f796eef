"""Reverse-mode differentiation in one small class (course 1, section 2.8)."""

import math


class Node:
    """A number that remembers what it was computed from."""

    def __init__(self, value, inputs=()):
        """Keep a value and its inputs as pairs (node, local derivative)."""
        self.value, self.inputs, self.grad = value, inputs, 0.0

    def __add__(self, other):
        """Return self + other; both local derivatives are 1."""
        other = other if isinstance(other, Node) else Node(other)
        return Node(self.value + other.value, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        """Return self * other; each local derivative is the other factor."""
        other = other if isinstance(other, Node) else Node(other)
        return Node(self.value * other.value,
                    [(self, other.value), (other, self.value)])

    __radd__, __rmul__ = __add__, __mul__


def log(x):
    """Return ln x; ValueError unless x is positive."""
    return Node(math.log(x.value), [(x, 1 / x.value)])


def exp(x):
    """Return e to the power x; OverflowError where x exceeds 709.78."""
    value = math.exp(x.value)
    return Node(value, [(x, value)])


def topological(output):
    """Return the nodes behind output, each after all of its inputs."""
    order, seen, stack = [], set(), [(output, False)]
    while stack:
        node, inputs_done = stack.pop()
        if inputs_done:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack += [(source, False) for source, _ in node.inputs]
    return order


def backward(output):
    """Set the grad of every node behind output to d output / d node."""
    order = topological(output)
    for node in order:
        node.grad = float(node is output)
    for node in reversed(order):
        for source, local in node.inputs:
            source.grad += local * node.grad  # add up all paths


if __name__ == "__main__":
    a, b = Node(2.0), Node(1.0)
    backward((a + b) * (b + 1))
    print(f"da {a.grad}  db {b.grad}")
    z = Node(0.0)
    loss = log(1 + exp(z * -1))  # logistic loss, label 1
    backward(loss)
    print(f"loss {loss.value:.4f}  dz {z.grad}")
