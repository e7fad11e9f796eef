"""Slopes of sigmoid and ReLU, and through layers (course 1, section 1.4)."""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow."""
    return np.exp(-np.logaddexp(0.0, -z))


def sigmoid_slope(a):
    """Return g'(z) from a = sigmoid(z): at most 1/4."""
    return a * (1.0 - a)


def relu_slope(z):
    """Return 1 for z > 0, else 0; the value at 0 is a convention."""
    return np.where(z > 0.0, 1.0, 0.0)


def through_layers(slope, layers):
    """Return the product of equal slopes, one for each layer."""
    return slope**layers


if __name__ == "__main__":
    for z in (-5.0, 0.0, 2.0, 5.0, 10.0):
        print(f"z {z:5.1f}  sigmoid {sigmoid_slope(sigmoid(z)):.6f}"
              f"  relu {relu_slope(z):.0f}")
    steepest = sigmoid_slope(sigmoid(0.0))
    print(f"10 layers: sigmoid at most {through_layers(steepest, 10):.2e},"
          f" relu {through_layers(1.0, 10):.0f}")
