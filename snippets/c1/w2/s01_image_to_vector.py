"""One image as one column of numbers (course 1, section 2.1)."""

import numpy as np


def by_pixel(image):
    """Return NumPy's order: red, green, blue of one pixel, then the next.

    image: (h, w, 3) intensities; returns (3hw, 1)
    """
    return image.reshape(-1, 1)


def by_color(image):
    """Return the lecture's order: all red, then all green, then all blue.

    image: (h, w, 3) intensities; returns (3hw, 1)
    """
    return image.transpose(2, 0, 1).reshape(-1, 1)


def image_by_pixel(x, h, w):
    """Undo by_pixel: x of shape (3hw, 1) becomes (h, w, 3)."""
    return x.reshape(h, w, 3)


def image_by_color(x, h, w):
    """Undo by_color: x of shape (3hw, 1) becomes (h, w, 3)."""
    return x.reshape(3, h, w).transpose(1, 2, 0)


if __name__ == "__main__":
    image = np.random.default_rng(0).integers(0, 256, size=(64, 64, 3))
    x = by_color(image)
    print("image", image.shape, " x", x.shape)
    print("pixel (0, 0):", image[0, 0], " pixel (0, 1):", image[0, 1])
    print("by pixel, entries 0 to 5:", by_pixel(image)[:6, 0])
    print("by color, entries 0, 4096, 8192:", x[[0, 4096, 8192], 0])
    same = np.array_equal(image_by_color(x, 64, 64), image)
    print("image restored:", same)
