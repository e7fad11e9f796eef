"""A keep_prob for each layer from the size of W (course 2, section 1.7)."""


def weight_counts(sizes):
    """Return the sizes of W1 to WL, in weights.  sizes: [n_x, ..., n_L]"""
    return [n * n_prev for n_prev, n in zip(sizes, sizes[1:])]


def choose_keep_probs(sizes):
    """Return keep_prob of layers 1 to L: a first guess, to be tuned.

    sizes: at least one hidden layer
    """
    counts = weight_counts(sizes)
    largest = max(counts[:-1])  # hidden layers; the output keeps its unit
    return [keep_prob(n / largest) for n in counts[:-1]] + [1.0]


def keep_prob(share):
    """Return keep_prob for W of this size, relative to the largest."""
    if share > 0.9:
        return 0.5
    return 0.7 if share > 0.3 else 1.0


if __name__ == "__main__":
    sizes = [3, 7, 7, 3, 2, 1]
    print("layer  W      weights  keep_prob")
    print("0      -            -  1.0")
    pairs = zip(weight_counts(sizes), choose_keep_probs(sizes))
    for layer, (count, p) in enumerate(pairs, start=1):
        shape = f"{sizes[layer]}x{sizes[layer - 1]}"
        print(f"{layer}      {shape:5}  {count:7}  {p}")
