"""House price from the size with one ReLU neuron (course 1, section 1.2)."""

import numpy as np


def relu(z):
    """Return max(0, z), entry by entry."""
    return np.maximum(0.0, z)


def fit_line(x, y):
    """Return slope w and intercept b of the least-squares line.

    x, y: (m,) inputs and outputs
    """
    offset = x - x.mean()
    w = offset @ y / (offset @ offset)
    return w, y.mean() - w * x.mean()


def price(x, w, b):
    """Return the price that one neuron predicts, max(0, w x + b).

    x: size or array of sizes, in square feet
    """
    return relu(w * x + b)


if __name__ == "__main__":
    size = np.array([700.0, 900.0, 1200.0, 1600.0, 1900.0, 2100.0])
    sold = np.array([58.0, 50.0, 142.0, 242.0, 270.0, 318.0])  # 1000 dollars
    w, b = fit_line(size, sold)
    print(f"w {w:.1f}  b {b:.0f}")
    new = np.array([300.0, 400.0, 1000.0, 2000.0])
    print("size  ", new)
    print("line  ", (w * new + b).round(1))
    print("neuron", price(new, w, b).round(1))
