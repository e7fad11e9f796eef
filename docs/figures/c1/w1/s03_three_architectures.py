"""Figure 1.3-2: a standard, a convolutional and a recurrent network."""

from drawing import FORWARD, INK, MUTED, THIRD, Diagram, pale

WORDS = {
    "zh": {"title": "三种网络结构", "names": ("标准网络", "卷积网络", "循环网络"),
           "desc": "上：标准网络，三个输入全部连到四个隐藏单元，再连到输出。中：卷积网络，图像变成"
                   "几叠特征图，再经过全连接的单元得到输出。下：循环网络按时间展开，四个时间步各有"
                   "输入和输出，每一步把状态传给下一步。"},
    "en": {"title": "Three network architectures",
           "names": ("standard", "convolutional", "recurrent"),
           "desc": "Top: a standard network, three inputs all joined to four hidden units and "
                   "these to the output. Middle: a convolutional network, an image becomes stacks "
                   "of feature maps, then fully connected units give the output. Bottom: a "
                   "recurrent network unrolled over time, four steps with an input and an output "
                   "each; every step passes its state on to the next."},
}


def draw(language):
    """Return the diagram."""
    words = WORDS[language]
    d = Diagram(height=486, title=words["title"], desc=words["desc"])
    for y, name in zip((16, 176, 326), words["names"], strict=True):
        d.label(10, y, name, anchor="start", bold=True)
    for y in (158, 308):
        d.line((10, y), (450, y), color="var(--fig-grid, #c9ced6)")
    standard(d, 84)
    convolutional(d, 240)
    recurrent(d, 408)
    return d


def standard(d, y):
    """Draw a fully connected network."""
    net = d.network((150, 250, 350), y, (3, 4, 1), r=13, gap=8,
                    color=(INK, FORWARD, FORWARD), fill=("none", pale(FORWARD), pale(FORWARD)))
    d.beside(net.layers[0][1], "left", "$x$", gap=10)
    d.beside(net.layers[-1][0], "right", r"$\hat{y}$", gap=10)


def convolutional(d, y):
    """Draw an image, two stacks of feature maps and fully connected units."""
    image = d.grid(66, y, (5, 5), cell=(14, 14), cells=((1, 1), (1, 2), (2, 1), (2, 2)),
                   mark=THIRD)
    first = d.tensor(172, y + 4, 58, 44, 22)
    second = d.tensor(264, y + 6, 34, 26, 44, color=FORWARD)
    d.arrow((image.shape.right.x + 4, y), (first.left.x - 3, y))
    d.arrow((first.right.x + 16, y), (second.left.x - 3, y))
    units = d.column(360, y, 3, r=10, gap=8, color=FORWARD, fill=pale(FORWARD))
    d.arrow((second.right.x + 26, y), (units[1].left.x - 4, y))
    out = d.node(416, y, r=10, color=FORWARD, fill=pale(FORWARD))
    d.connect(units, [out])
    d.beside(out, "right", r"$\hat{y}$", gap=5)
    d.label(24, y - 46, "$x$")


def recurrent(d, y):
    """Draw a recurrent network, unrolled."""
    before = None
    for step in range(1, 5):
        x = 76 + (step - 1) * 106
        unit = d.node(x, y, r=18, color=FORWARD, fill=pale(FORWARD))
        d.arrow(d.label(x, y + 62, rf"$x^{{\langle {step} \rangle}}$"), unit, gap=3)
        d.arrow(unit, d.label(x, y - 56, rf"$\hat{{y}}^{{\langle {step} \rangle}}$"), gap=3)
        if before:
            d.arrow(before, unit, color=FORWARD)
        before = unit
    d.line((18, y), (57, y), color=MUTED, dashed=True)
