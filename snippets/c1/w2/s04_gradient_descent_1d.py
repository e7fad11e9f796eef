"""Gradient descent with one parameter (course 1, section 2.4)."""


def cost(w):
    """Return J(w) = (w - 3)^2."""
    return (w - 3.0) ** 2


def slope(w):
    """Return dJ/dw = 2 (w - 3)."""
    return 2.0 * (w - 3.0)


def update(w, dw, alpha):
    """Return w after one step of length alpha times the slope."""
    return w - alpha * dw


def train(w, alpha, steps):
    """Return the list of all w visited, the start first."""
    path = [w]
    for _ in range(steps):
        w = update(w, slope(w), alpha)
        path.append(w)
    return path


if __name__ == "__main__":
    for w, alpha in ((0.0, 0.1), (5.0, 0.1), (0.0, 1.0), (0.0, 1.1)):
        path = train(w, alpha, steps=4)
        print(f"alpha {alpha}:", "  ".join(f"{w:.4f}" for w in path))
