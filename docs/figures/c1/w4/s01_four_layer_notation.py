"""Figure 4.1-2: a 3-5-5-3-1 network with its notation."""

from c1.w4.s01_describe_network import describe
from drawing import FORWARD, INK, MUTED, THIRD, Diagram

SIZES = [3, 5, 5, 3, 1]
PLACES = (34, 132, 230, 328, 420)
MIDDLE = 200


def draw():
    """Return the diagram."""
    L = describe(SIZES)[0]
    d = Diagram(height=374, title="A network with four layers",
                desc="Five columns of 3, 5, 5, 3 and 1 units, layers 0 to 4. Above them stand "
                     "a[0] = x, a[1], a[2], a[3] and a[4] = y hat; between them W[1] to W[4].")
    network = d.network(PLACES, MIDDLE, SIZES, r=17, gap=12, color=(INK, *[FORWARD] * L))
    top = network.box.top.y
    for layer, n in enumerate(SIZES):
        x = network.over(layer).x
        equal = {0: "x", L: r"\hat{y}"}.get(layer)
        d.label(x, 24, f"$a^{{[{layer}]}} = {equal}$" if equal else f"$a^{{[{layer}]}}$")
        d.label(x, network.box.bottom.y + 24, f"$l = {layer}$", color=MUTED)
        d.label(x, network.box.bottom.y + 52, f"$n^{{[{layer}]}} = {n}$")
        if layer:
            d.label(network.over(layer - 0.5).x, top - 12, f"$W^{{[{layer}]}}$", color=THIRD)
    return d
