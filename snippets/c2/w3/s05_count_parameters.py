"""Parameters with and without batch norm (course 2, section 3.5)."""


def count(sizes, batch_norm):
    """Return the number of parameters of each layer, in a list.

    sizes: [n_x, n_1, ..., n_L]   batch_norm: in all hidden layers, or nowhere
    """
    counts, L = [], len(sizes) - 1
    for layer in range(1, L + 1):
        n_prev, n = sizes[layer - 1:layer + 1]
        normalized = batch_norm and layer < L
        counts.append(n * n_prev + (2 * n if normalized else n))
    return counts


if __name__ == "__main__":
    for sizes in ([3, 4, 2, 1], [784, 512, 512, 10]):
        for batch_norm in (False, True):
            layers = count(sizes, batch_norm)
            print(f"{sizes}  batch norm {batch_norm!s:5}  {layers}"
                  f"  total {sum(layers)}")
