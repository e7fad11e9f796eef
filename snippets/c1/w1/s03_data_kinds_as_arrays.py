"""Structured and unstructured data as arrays (course 1, section 1.3)."""

import numpy as np


def ads_table(m, rng):
    """Return column names and an (m, 3) table: a row is a user and an ad."""
    columns = [rng.integers(18, 70, m), rng.integers(0, 24, m),
               rng.integers(0, 9, m)]
    return ["age", "hour", "clicks_before"], np.column_stack(columns)


def picture(side):
    """Return a (side, side, 3) picture: row, column, red-green-blue."""
    row, column = np.indices((side, side)) * 255 // (side - 1)
    return np.stack([row, column, 255 - row], axis=2).astype(np.uint8)


def sound(seconds, rate=16000):
    """Return a clip of shape (seconds * rate,): the pressure over time."""
    t = np.arange(int(seconds * rate)) / rate
    return np.sin(2 * np.pi * 220 * t) + 0.5 * np.sin(2 * np.pi * 440 * t)


def word_ids(sentence, vocabulary):
    """Return the (T,) positions of the words of a sentence in a vocabulary."""
    return np.array([vocabulary.index(word) for word in sentence.split()])


def neighbor_correlation(x):
    """Return the correlation of each sample of x with the next, -1 to 1."""
    return np.corrcoef(x[:-1], x[1:])[0, 1]


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    names, table = ads_table(5, rng)
    order = rng.permutation(len(names))  # columns move with their names
    print("table", table.shape, names)
    print("moved", table[:, order].shape, [names[j] for j in order])
    print("picture", picture(64).shape, picture(64).size, "numbers")
    vocabulary = ["cat", "dog", "saw", "the"]
    print("words", word_ids("the cat saw the dog", vocabulary))
    clip = sound(1)
    print(f"sound {clip.shape}  neighbors {neighbor_correlation(clip):.2f}"
          f"  shuffled {abs(neighbor_correlation(rng.permutation(clip))):.2f}")
