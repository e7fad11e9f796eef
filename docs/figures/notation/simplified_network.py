"""The same 3-4-1 network, one box a layer, with the shapes underneath."""

from drawing import FORWARD, MUTED, Diagram

LAYERS = (  # x, activations, what they are called besides, their shape
    (48, "$A^{[0]}$", "$X$", "$(3, m)$"),
    (230, "$A^{[1]}$", "", "$(4, m)$"),
    (412, "$A^{[2]}$", r"$\hat{Y}$", "$(1, m)$"),
)
PARAMETERS = ((r"$W^{[1]}\;(4, 3)$", r"$b^{[1]}\;(4, 1)$"),
              (r"$W^{[2]}\;(1, 4)$", r"$b^{[2]}\;(1, 1)$"))
MIDDLE = 70


def draw():
    """Return the diagram."""
    d = Diagram(
        height=136, title="The same network with one box for each layer",
        desc="A[0], which is X, of shape (3, m); then W[1] of shape (4, 3) and b[1] of shape "
             "(4, 1); A[1] of shape (4, m); then W[2] of shape (1, 4) and b[2] of shape (1, 1); "
             "A[2], which is Y hat, of shape (1, m).")
    boxes = []
    for x, name, other, shape in LAYERS:
        boxes.append(d.node(x, MIDDLE, name, shape="box", width=72, height=60, color=FORWARD,
                            size=20))
        d.beside(boxes[-1], "below", shape, color=MUTED)
        if other:
            d.beside(boxes[-1], "above", other)
    for start, end, (weights, bias) in zip(boxes, boxes[1:], PARAMETERS, strict=False):
        way = d.arrow(start, end)
        d.label(way.x, way.y - 20, weights, color=FORWARD)
        d.label(way.x, way.y + 20, bias, color=FORWARD)
    return d
