"""Figure 1.7-2: the network 3-7-7-3-2-1, its matrices and a keep_prob for each layer."""

from c2.w1.s07_per_layer_keep_prob import choose_keep_probs
from drawing import FORWARD, GRID, INK, MUTED, Diagram, pale

SIZES = [3, 7, 7, 3, 2, 1]
LEFT, STEP, MIDDLE, HIGH, R = 30, 80, 134, 27, 9


def draw():
    """Return the diagram."""
    d = Diagram(height=292, title="A keep_prob for each layer",
                desc="Layers of 3, 7, 7, 3, 2 and 1 units. Matrices between them: 7 by 3, 7 by 7, "
                     "3 by 7, 2 by 3, 1 by 2. keep_prob under the layers: 1, 0.7, 0.5, 0.7, 1, 1.")
    keep_probs = [1.0, *choose_keep_probs(SIZES)]
    columns = []
    for layer, (units, keep_prob) in enumerate(zip(SIZES, keep_probs, strict=True)):
        x, thinned = LEFT + layer * STEP, keep_prob < 1
        columns.append([
            d.node(x, MIDDLE + (unit - (units - 1) / 2) * HIGH, r=R,
                   color=FORWARD if thinned else INK, fill=pale(FORWARD) if thinned else "none")
            for unit in range(units)])
        d.label(x, 264, f"${keep_prob:g}$", color=FORWARD if thinned else INK, bold=thinned)
        if layer:
            d.label(x - STEP / 2, 20, rf"${units} \times {SIZES[layer - 1]}$")
    for one, other in zip(columns, columns[1:], strict=False):
        d.connect(one, other, color=MUTED)
    d.line((8, 240), (452, 240), color=GRID)
    return d
