"""Figure 1.6-1: a network, and its two thinned versions for two examples."""

from drawing import FORWARD, GRID, INK, MUTED, THIN, Diagram, pale

LAYERS = (3, 4, 4, 1)
STEP, PANEL, HIGH, R = 38, 156, 34, 10
PANELS = (  # label, and the dropped (layer, unit), both from 0
    ("", ()),
    ("$x^{(1)}$", ((1, 0), (1, 2), (2, 3))),
    ("$x^{(2)}$", ((1, 1), (2, 0), (2, 2))),
)


def draw():
    """Return the diagram."""
    d = Diagram(
        height=210, title="A network and two thinned versions of it",
        desc="Left: 3 inputs, two hidden layers of 4 units, one output, all joined. Middle: units "
             "1 and 3 of layer 1 and unit 4 of layer 2 are hollow and have no edges. Right: other "
             "units are dropped, unit 2 of layer 1 and units 1 and 3 of layer 2.")
    for number, (label, dropped) in enumerate(PANELS):
        panel(d, 17 + number * PANEL, label, dropped)
        if number:
            x = 17 + number * PANEL - 21
            d.line((x, 14), (x, 196), color=GRID, weight=THIN)
    return d


def panel(d, left, label, dropped):
    """Draw one network around the middle of the canvas without its dropped units."""
    columns = []
    for layer, units in enumerate(LAYERS):
        column = {}
        for unit in range(units):
            place = (left + layer * STEP, 116 + (unit - (units - 1) / 2) * HIGH)
            if (layer, unit) in dropped:
                d.node(*place, r=R, color=MUTED, weight=THIN, dashed=True)
            else:
                column[unit] = d.node(*place, r=R, color=FORWARD, fill=pale(FORWARD))
        columns.append(list(column.values()))
    for one, other in zip(columns, columns[1:], strict=False):
        d.connect(one, other, color=INK)
    if label:
        d.label(left + 1.5 * STEP, 24, label)
