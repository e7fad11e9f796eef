"""Two computation graphs, computed node by node (course 1, section 2.7)."""


def forward(a, b, c):
    """Return u, v, J of J = 3(a + bc); numbers or arrays of one shape."""
    u = b * c
    v = a + u
    J = 3 * v
    return u, v, J


def forward_fan_out(a, b):
    """Return c, d, e of e = (a + b)(b + 1); b feeds c and d."""
    c = a + b
    d = b + 1
    e = c * d
    return c, d, e


if __name__ == "__main__":
    u, v, J = forward(a=5, b=3, c=2)
    print(f"u {u}  v {v}  J {J}")
    c, d, e = forward_fan_out(a=2, b=1)
    print(f"c {c}  d {d}  e {e}")
