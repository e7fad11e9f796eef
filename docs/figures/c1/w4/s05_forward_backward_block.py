"""Figure 4.5-1: the two blocks of one layer, and the cache between them."""

from drawing import BACKWARD, FORWARD, MUTED, Diagram, pale

LEFT, MIDDLE, RIGHT = 62, 230, 398
UP, DOWN = 62, 188


def draw():
    """Return the diagram."""
    d = Diagram(height=286, title="The forward and the backward block of layer l",
                desc="Above, layer_forward takes a[l-1] from the left, holds W[l] and b[l], and "
                     "sends a[l] to the right. A dashed grey arrow, the cache with a[l-1], W[l] "
                     "and z[l], leads down to layer_backward. It takes da[l] from the right, sends "
                     "da[l-1] to the left, and dW[l] and db[l] downwards.")
    forward = block(d, UP, "layer_forward", r"$W^{[l]},\, b^{[l]}$", FORWARD)
    backward = block(d, DOWN, "layer_backward", "$dz^{[l]}$", BACKWARD)
    d.arrow(d.label(LEFT, UP, "$a^{[l-1]}$"), forward, color=FORWARD, gap=3)
    d.arrow(forward, d.label(RIGHT, UP, "$a^{[l]}$"), color=FORWARD, gap=3)
    back = {"color": BACKWARD, "dashed": True, "gap": 3}
    d.arrow(d.label(RIGHT, DOWN, "$da^{[l]}$", color=BACKWARD), backward, **back)
    d.arrow(backward, d.label(LEFT, DOWN, "$da^{[l-1]}$", color=BACKWARD), **back)
    d.arrow(forward, backward, r"$(a^{[l-1]},\, W^{[l]},\, z^{[l]})$", color=MUTED, dashed=True,
            text=MUTED)
    for share, name in ((0.25, "$dW^{[l]}$"), (0.75, "$db^{[l]}$")):
        start = backward.port("bottom", share)
        d.arrow(start, d.label(start.x, 270, name, color=BACKWARD), **back)
    return d


def block(d, y, name, inside, color):
    """Draw a block with the name of its function and what it holds."""
    box = d.node(MIDDLE, y, shape="box", width=176, height=66, color=color, fill=pale(color))
    d.code(MIDDLE - 4.8 * len(name), y - 15, name)
    d.label(MIDDLE, y + 13, inside)
    return box
