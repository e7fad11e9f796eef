"""Data term and whole cost along gradient descent (course 2, section 1.5)."""


def data_term(w):
    """Return (w - 1)^2 / 2."""
    return (w - 1.0)**2 / 2


def cost(w):
    """Return J, the data term and the penalty w^2 / 2."""
    return data_term(w) + w**2 / 2


def train(w, alpha, steps):
    """Return w before the first step and after each."""
    path = [w]
    for _ in range(steps):
        w -= alpha * ((w - 1.0) + w)  # dJ/dw, both terms
        path.append(w)
    return path


if __name__ == "__main__":
    path = train(1.0, alpha=0.2, steps=20)
    for step in (0, 1, 2, 3, 5, 20):
        w = path[step]
        print(f"step {step:2}  w {w:.4f}  "
              f"data {data_term(w):.4f}  J {cost(w):.4f}")
