"""Figure 4.6-2: the chain of local derivatives through two layers."""

from drawing import BACKWARD, FORWARD, INK, Diagram

APART, FIRST = 97, 36
VALUES = (r"z^{[1]}", r"a^{[1]}", r"z^{[2]}", r"a^{[2]}", r"\mathcal{L}")
FACTORS = (  # between neighbours: above and below the bar, what it equals
    (r"\partial a^{[1]}", r"\partial z^{[1]}", r"$g^{[1]\prime}(z^{[1]})$"),
    (r"\partial z^{[2]}", r"\partial a^{[1]}", "$W^{[2]}$"),
    (r"\partial a^{[2]}", r"\partial z^{[2]}", "$a(1-a)$"),
    (r"\partial \mathcal{L}", r"\partial a^{[2]}", ("$a-y$", "$a(1-a)$")),
)
PRODUCTS = ("$dz^{[1]}$", "$da^{[1]}$", "$dz^{[2]}$", "$da^{[2]}$", "$1$")
UP, BARS, EQUALS, DOWN = 30, 96, 152, 216


def draw():
    """Return the diagram."""
    d = Diagram(height=246, title="Local derivatives, from the loss back to z[1]",
                desc="Forward: z[1], a[1], z[2], a[2], loss. Under each step stands its local "
                     "derivative: g'(z[1]), W[2], a(1-a), (a-y)/(a(1-a)). Backward, dashed: 1, "
                     "times each of them in turn, gives da[2], dz[2], da[1], dz[1].")
    places = [FIRST + APART * number for number in range(5)]
    tops = [d.node(x, UP, f"${value}$", r=21) for x, value in zip(places, VALUES, strict=True)]
    feet = [d.label(x, DOWN, text, color=BACKWARD)
            for x, text in zip(places, PRODUCTS, strict=True)]
    for left, right in zip(tops, tops[1:], strict=False):
        d.arrow(left, right, color=FORWARD)
    for left, right in zip(feet, feet[1:], strict=False):
        d.arrow(right, left, color=BACKWARD, dashed=True, gap=4)
    for left, factor in zip(places, FACTORS, strict=False):
        local(d, left + APART / 2, *factor)
    return d


def local(d, x, above, below, value):
    """Write a local derivative under its step, and what it equals."""
    d.fraction(x, BARS, f"${above}$", f"${below}$", color=INK, size=17)
    d.label(x - 40, EQUALS, "$=$")
    if isinstance(value, tuple):
        d.fraction(x + 6, EQUALS, *value, size=16)
    else:
        d.label(x + 6, EQUALS, value, size=16)
