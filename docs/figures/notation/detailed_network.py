"""A 3-4-1 network in full: a circle a unit, an edge a weight."""

from drawing import FORWARD, MUTED, PAPER, Diagram
from geometry import Shape

COLUMNS = (36, 276, 420)  # x of the layers
MIDDLE = 222
STEPS = (152, 128, 0)  # from unit to unit
SIZES = (3, 4, 1)
# Where the weights stand along the edges: at this share their labels are equally far apart.
SHARES = (1 - STEPS[1] / (3 * STEPS[0] + STEPS[1]), 0.5)


def draw():
    """Return the diagram."""
    d = Diagram(
        height=488, title="A network of 3 inputs, 4 hidden units and 1 output, in full",
        desc="Layer 0 has the units a1, a2, a3, layer 1 has a1 to a4, layer 2 has a1. Each unit is "
             "joined with every unit of the next layer by an edge with the weight w_jk, j for the "
             "unit where it ends, k for the unit where it starts.")
    layers = [units(d, layer) for layer in range(len(SIZES))]
    for layer, (left, right) in enumerate(zip(layers, layers[1:], strict=False), 1):
        d.connect(left, right)
        for k, start in enumerate(left, 1):
            for j, end in enumerate(right, 1):
                weight(d, start, end, marked("w", f"{j}{k}", layer), SHARES[layer - 1])
    for layer, x in enumerate(COLUMNS):
        d.label(x, 468, f"$l = {layer}$", color=MUTED)
    return d


def units(d, layer):
    """Draw the units of a layer; return their nodes."""
    top = MIDDLE - (SIZES[layer] - 1) * STEPS[layer] / 2
    return [d.node(COLUMNS[layer], top + place * STEPS[layer],
                   marked("a", place + 1, layer), r=26, color=FORWARD)
            for place in range(SIZES[layer])]


def marked(letter, index, layer):
    """Return a label; a subscript of a subscript stands lower, clear of the brackets above it."""
    return f"${letter}_{{_{{{index}}}}}^{{[{layer}]}}$"


def weight(d, start, end, label, share):
    """Write a weight on its edge, which gives way to it."""
    place = Shape(start.x + share * (end.x - start.x), start.y + share * (end.y - start.y), 34, 26)
    d.fill(place, PAPER)
    d.label(place.x, place.y, label, size=17)
