"""Reverse mode with powers, exp and tanh (course 2, section 3.10)."""

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

    def __pow__(self, p):
        """Return self to a constant power; ZeroDivisionError at 0 if p < 1."""
        return Node(self.value**p, [(self, p * self.value**(p - 1))])
    __radd__, __rmul__ = __add__, __mul__


def exp(x):
    """Return e to the power x; OverflowError where x exceeds 709.78."""
    value = math.exp(x.value)
    return Node(value, [(x, value)])


def tanh(x):
    """Return tanh x; the local derivative is 1 - tanh(x)^2."""
    value = math.tanh(x.value)
    return Node(value, [(x, 1 - value**2)])


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
    for w in (Node(2.0), Node(5.0), Node(8.0)):
        J = w**2 + -10 * w + 25
        backward(J)
        print(f"w {w.value}  J {J.value}  dJ/dw {w.grad}")
