"""Figure 1.10-2: the same matrices carry the signal forward and the gradient back."""

from drawing import BACKWARD, FORWARD, Diagram

MIDDLE, APART = 112, 9
FIRST, LAST, DOTS = 24, 428, 282
BOXES = ((96, "1"), (214, "2"), (350, "L"))
STOPS = (  # place, forward, its length, backward, its length
    (FIRST, "$x$", "$1$", "$dx$", "$c^L$"),
    (155, "$a^{[1]}$", "$c$", "$da^{[1]}$", "$c^{L-1}$"),
    (DOTS, "$a^{[2]}$", "$c^2$", "$da^{[2]}$", "$c^{L-2}$"),
    (LAST, "$a^{[L]}$", "$c^L$", "$da^{[L]}$", "$1$"))


def draw():
    """Return the diagram."""
    d = Diagram(height=224, title="The signal forward and the gradient back",
                desc="A chain of boxes W[1], W[2], ..., W[L]. Forward arrows lead from x through "
                     "a[1], a[2] to a[L], with lengths 1, c, c squared, c to the L. Dashed "
                     "arrows lead back from da[L], length 1, through the same boxes to dx, "
                     "length c to the L.")
    boxes = [d.node(x, MIDDLE, f"$W^{{[{n}]}}$", shape="box", width=58, height=54)
             for x, n in BOXES]
    dots = d.dots(DOTS, MIDDLE, "right")
    left, right = (d.node(x, MIDDLE, shape="none", r=1) for x in (FIRST - 14, LAST + 18))
    chain = [left, *boxes[:2], dots, boxes[2], right]
    for start, end in zip(chain, chain[1:], strict=False):
        d.arrow((start.right.x, MIDDLE - APART), (end.left.x, MIDDLE - APART), color=FORWARD,
                gap=3)
        d.arrow((end.left.x, MIDDLE + APART), (start.right.x, MIDDLE + APART), color=BACKWARD,
                dashed=True, gap=3)
    for x, there, length, back, length_back in STOPS:
        d.label(x, MIDDLE - 46, there, color=FORWARD)
        d.label(x, MIDDLE - 82, length)
        d.label(x, MIDDLE + 46, back, color=BACKWARD)
        d.label(x, MIDDLE + 82, length_back)
    return d
