"""The rule of broadcasting, written out (course 1, section 2.15)."""


def broadcast_shape(a, b):
    """Return the shape of the result for operands of shapes a and b.

    a, b: tuples of lengths; ValueError if two lengths do not fit
    """
    size = max(len(a), len(b))
    a = (1,) * (size - len(a)) + a  # missing axes count as 1
    b = (1,) * (size - len(b)) + b
    for p, q in zip(a, b):
        if p != q and 1 not in (p, q):
            raise ValueError(f"{p} does not fit {q}")
    return tuple(q if p == 1 else p for p, q in zip(a, b))


if __name__ == "__main__":
    pairs = [((4, 1), ()), ((2, 3), (1, 3)), ((2, 3), (2, 1)),
             ((4, 3), (3,)), ((1, 4), (4, 1)), ((3, 4), (3,))]
    for a, b in pairs:
        try:
            print(a, "with", b, "gives", broadcast_shape(a, b))
        except ValueError as error:
            print(a, "with", b, "fails:", error)
