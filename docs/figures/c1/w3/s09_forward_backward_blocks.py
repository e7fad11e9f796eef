"""Figure 3.9-1: two layers as blocks, values forward, gradients backward, with their shapes."""

from drawing import BACKWARD, FORWARD, MUTED, Diagram, pale

VALUES, ERRORS, GRADIENTS = 62, 206, 316  # heights of the three rows
X, LAYER_1, LAYER_2 = 38, 226, 422
BETWEEN = ((X + LAYER_1) / 2 - 2, (LAYER_1 + LAYER_2) / 2)  # where the gradients stand


def draw():
    """Return the diagram."""
    d = Diagram(
        height=346, title="Forward and backward pass through two layers",
        desc="Above, left to right: X of shape (n_x, m); by W[1] (n_1, n_x) and b[1] (n_1, 1) to "
             "Z[1] and A[1], (n_1, m); by W[2] (1, n_1) and b[2] (1, 1) to A[2], (1, m). A[2] "
             "leads down to dZ[2], (1, m); this by W[2] transposed, and with Z[1], to dZ[1], (n_1, "
             "m). dZ[2] and A[1] give dW[2] and db[2]; dZ[1] and X give dW[1] and db[1].")
    values = [box(d, X, VALUES, "$X$", 48, FORWARD),
              box(d, LAYER_1, VALUES, "$Z^{[1]}, A^{[1]}$", 88, FORWARD),
              box(d, LAYER_2, VALUES, "$A^{[2]}$", 52, FORWARD)]
    for node, shape in zip(values, ("$(n_x, m)$", "$(n^{[1]}, m)$", "$(1, m)$"), strict=True):
        d.beside(node, "above", shape, color=MUTED, gap=5)
    errors = [box(d, LAYER_1, ERRORS, "$dZ^{[1]}$", 60, BACKWARD),
              box(d, LAYER_2, ERRORS, "$dZ^{[2]}$", 60, BACKWARD)]
    shape_below(d, errors[0], "$(n^{[1]}, m)$")
    shape_below(d, errors[1], "$(1, m)$")
    gradients = [box(d, x, GRADIENTS, f"$dW^{{[{layer}]}}, db^{{[{layer}]}}$", 110)
                 for layer, x in enumerate(BETWEEN, 1)]
    forward(d, values[0], values[1], "$W^{[1]}, b^{[1]}$", "$(n^{[1]}, n_x)$\n$(n^{[1]}, 1)$")
    forward(d, values[1], values[2], "$W^{[2]}, b^{[2]}$", "$(1, n^{[1]})$\n$(1, 1)$")
    way = d.arrow(values[2], errors[1], color=MUTED, dashed=True)
    d.label(way.x - 23, way.y, "$-Y$")
    for start, end, label in ((values[1], errors[0], r"$\odot\, g^{[1]\prime}(Z^{[1]})$"),
                              (values[0], gradients[0], None), (values[1], gradients[1], None)):
        d.arrow(start, end, label, color=MUTED, dashed=True, side=-1, text="currentColor")
    d.arrow(errors[1], errors[0], "$W^{[2]T}$", color=BACKWARD, dashed=True, at=0.4, side=-1)
    for error, gradient in zip(errors, gradients, strict=True):
        d.arrow(error, gradient, color=BACKWARD, dashed=True)
    return d


def box(d, x, y, label, width, color=None):
    """Draw a box: coloured for values and errors, in ink for gradients."""
    style = {"color": color, "fill": pale(color)} if color else {}
    return d.node(x, y, label, shape="box", width=width, height=42, **style)


def shape_below(d, node, text):
    """Write a shape below a node, clear of the arrow that leaves to the left."""
    d.label(node.x - 8, node.bottom.y + 15, text, anchor="start", color=MUTED, size=17)


def forward(d, start, end, label, shapes):
    """Draw a forward arrow with the parameters above and their shapes below."""
    way = d.arrow(start, end, label, color=FORWARD, text="currentColor")
    d.label(way.x, way.y + 30, shapes, color=MUTED)
