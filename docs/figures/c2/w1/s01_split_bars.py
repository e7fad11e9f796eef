"""Figure 1.1-2: 1000 and 1,000,000 examples cut into train, dev and test."""

from drawing import BACKWARD, FORWARD, MUTED, THIN, THIRD, Diagram, Shape, pale

LEFT, WIDTH, HEIGHT = 10, 440, 42
COLORS = (FORWARD, BACKWARD, THIRD)


def draw():
    """Return the bars, and the small end of the second one enlarged."""
    d = Diagram(
        height=316, title="The three parts for 1000 and for 1000000 examples",
        desc="Of 1000 examples, 600 are for training, 200 for dev, 200 for test. Of 1000000, "
             "980000 are for training; dev and test are two slivers at the end of the bar, which "
             "a magnified bar below shows as 10000 each.")
    d.label(LEFT, 18, "$m = 1000$", anchor="start")
    bar(d, 56, LEFT, (0.6, 0.2, 0.2), ("train 600", "dev 200", "test 200"), WIDTH)
    for share, text in ((0.3, "60%"), (0.7, "20%"), (0.9, "20%")):
        d.label(LEFT + share * WIDTH, 92, text, color=MUTED)
    d.label(LEFT, 134, r"$m = 10^6$", anchor="start")
    end = bar(d, 172, LEFT, (0.98, 0.01, 0.01), ("train 980 000", "", ""), WIDTH)
    d.label(LEFT + 0.49 * WIDTH, 208, "98%", color=MUTED)
    wide = bar(d, 262, 180, (0, 0.5, 0.5), ("", "dev 10 000", "test 10 000"), 270)
    corner = end[1].left.x, end[1].bottom.y
    d.line(corner, (wide[1].left.x, wide[1].top.y), color=MUTED, weight=THIN)
    d.line((end[2].right.x, corner[1]), (wide[2].right.x, wide[2].top.y), color=MUTED, weight=THIN)
    for part in wide[1:]:
        d.label(part.x, 298, "1%", color=MUTED)
    return d


def bar(d, y, left, shares, labels, width):
    """Draw a bar of three parts; return their boxes."""
    boxes = []
    for share, text, color in zip(shares, labels, COLORS, strict=True):
        box = Shape(left + share * width / 2, y, share * width, HEIGHT, "box")
        if share:
            d.outline(box, color=color, fill=pale(color))
        if text:
            d.label(box.x, y, text)
        left, boxes = left + share * width, [*boxes, box]
    return boxes
