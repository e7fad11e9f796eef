"""Augment images by flips and random crops (course 2, section 1.8)."""

import numpy as np


def flip(images):
    """Return the images mirrored left to right.  images: (m, height, width)"""
    return images[:, :, ::-1]


def random_crops(images, size, rng):
    """Return a random square of every image: (m, size, size).

    images: (m, height, width)   size: at most height and width
    """
    m, height, width = images.shape
    tops = rng.integers(0, height - size, m, endpoint=True)
    lefts = rng.integers(0, width - size, m, endpoint=True)
    return np.stack([image[top:top + size, left:left + size] for
                     image, top, left in zip(images, tops, lefts)])


def resize(images, height, width):
    """Return (m, height, width), each pixel copied from its place."""
    rows = np.arange(height) * images.shape[1] // height
    columns = np.arange(width) * images.shape[2] // width
    return images[:, rows][:, :, columns]


def augment(images, Y, size, rng):
    """Return originals, flips and resized crops with their labels.

    images: (m, height, width)   Y: (1, m)
    """
    crops = resize(random_crops(images, size, rng), *images.shape[1:])
    return np.concatenate([images, flip(images), crops]), np.tile(Y, 3)


if __name__ == "__main__":
    images = np.arange(32).reshape(2, 4, 4)
    X, Y = augment(images, np.array([[1, 0]]), 2, np.random.default_rng(0))
    print("images", images.shape, "->", X.shape, " labels", Y)
    for name, i in (("original", 0), ("flip", 2), ("crop", 4)):
        print(name)
        print(X[i])
