"""Figure 3.2-1: the parts of a network with their names and shapes."""

from drawing import FORWARD, INK, MUTED, THIRD, Diagram

MIDDLE = 202
UNITS = (["$x_1$", "$x_2$", "$x_3$"], [f"$a_{{_{{{i}}}}}^{{[1]}}$" for i in range(1, 5)],
         ["$a^{[2]}$"])
PARAMETERS = ("$W^{[1]}\\;(4, 3)$\n$b^{[1]}\\;(4, 1)$", "$W^{[2]}\\;(1, 4)$\n$b^{[2]}\\;(1, 1)$")
NAMES = {"zh": ("输入层", "隐藏层", "输出层"), "en": ("input layer", "hidden layer", "output layer")}
TITLE = {"zh": "一个两层网络的各个部分", "en": "The parts of a two-layer network"}
DESC = {
    "zh": "第 0 层是输入层，有三个输入，激活值是 a[0]，即 x；第 1 层是隐藏层，有四个单元，激活值是 a[1]；"
          "第 2 层是输出层，有一个单元，激活值是 a[2]，即 y 帽。第 0、1 层之间是 W[1] 和 b[1]，"
          "第 1、2 层之间是 W[2] 和 b[2]。",
    "en": "Layer 0, the input layer, has three inputs with the activations a[0], which is x; layer "
          "1, the hidden layer, has four units with a[1]; layer 2, the output layer, one unit with "
          "a[2], which is y hat. Between layers 0 and 1 stand W[1] and b[1], between layers 1 and "
          "2 W[2] and b[2].",
}


def draw(language):
    """Return the diagram."""
    d = Diagram(height=372, title=TITLE[language], desc=DESC[language])
    network = d.network((52, 230, 408), MIDDLE, UNITS, r=24, gap=10,
                        color=(INK, FORWARD, FORWARD), below=NAMES[language])
    for layer, name in enumerate(("$a^{[0]} = x$", "$a^{[1]}$", r"$a^{[2]} = \hat{y}$")):
        x = network.over(layer).x
        d.label(x, 24, name)
        d.label(x, network.box.bottom.y + 48, f"$l = {layer}$", color=MUTED)
    for gap, label in zip((0.5, 1.5), PARAMETERS, strict=True):
        d.label(network.over(gap).x, 66, label, color=THIRD)
    return d
