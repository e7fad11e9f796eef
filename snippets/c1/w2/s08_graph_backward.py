"""Backward pass through two computation graphs (course 1, section 2.8)."""


def backward(b, c):
    """Return the derivatives of J = 3(a + bc), from right to left."""
    dv = 3  # J = 3v
    da = dv * 1  # v = a + u
    du = dv * 1
    db = du * c  # u = bc
    dc = du * b
    return {"dv": dv, "da": da, "du": du, "db": db, "dc": dc}


def backward_fan_out(a, b):
    """Return the derivatives of e = (a + b)(b + 1), from right to left."""
    c, d = a + b, b + 1
    dc, dd = d, c  # e = cd
    da = dc * 1  # c = a + b
    db = dc * 1 + dd * 1  # two paths, through c and through d
    return {"dc": dc, "dd": dd, "da": da, "db": db}


if __name__ == "__main__":
    print(backward(b=3, c=2))
    print(backward_fan_out(a=2, b=1))
