"""Describe a network by the sizes of its layers (course 1, section 4.1)."""


def shapes(sizes):
    """Return the shape of each parameter, W1, b1, ..., WL, bL.

    sizes: [n_x, n_1, ..., n_L]
    """
    result = {}
    for layer, (n_prev, n) in enumerate(zip(sizes, sizes[1:]), start=1):
        result[f"W{layer}"] = (n, n_prev)
        result[f"b{layer}"] = (n, 1)
    return result


def count(sizes):
    """Return the number of parameters: the sum of n n_prev + n."""
    return sum(n * n_prev + n for n_prev, n in zip(sizes, sizes[1:]))


def describe(sizes):
    """Return L, the number of hidden layers and that of parameters."""
    L = len(sizes) - 1  # the input is layer 0 and does not count
    return L, L - 1, count(sizes)


if __name__ == "__main__":
    for sizes in ([3, 1], [3, 4, 1], [3, 5, 5, 3, 1]):
        L, hidden, parameters = describe(sizes)
        print(f"{sizes}: L = {L}, hidden {hidden}, parameters {parameters}")
    for name, shape in shapes([3, 5, 5, 3, 1]).items():
        print(name, shape)
