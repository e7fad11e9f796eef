"""Figure 1.13-2: what the check ratio says, on a logarithmic scale."""

from drawing import BACKWARD, FIFTH, THIRD, Diagram, pale

WORDS = {
    "zh": ("由梯度检验的比值下判断", "多半正确", "逐项看", "多半有错",
           "从 10 的 -9 次方到 1 的对数标尺：10 的 -7 次方以下多半正确，10 的 -7 到 -3 次方之间"
           "逐项看，10 的 -3 次方以上多半有错。导数加倍得 1/3，符号反了得 1。"),
    "en": ("What the check ratio says", "likely\nright", "look at\ncomponents", "suspect\na bug",
           "A logarithmic scale from 1e-9 to 1: up to 1e-7 likely right, between 1e-7 and "
           "1e-3 look at the components, above 1e-3 suspect a bug. A doubled gradient gives 1/3, "
           "a flipped sign 1."),
}
LEFT, UNIT, TOP, HIGH = 28, 44.5, 54, 62
ZONES = ((-9, -7, THIRD), (-7, -3, FIFTH), (-3, 0, BACKWARD))


def draw(language):
    """Return the diagram."""
    title, *words, desc = WORDS[language]
    d = Diagram(height=180, title=title, desc=desc)
    for (low, high, color), word in zip(ZONES, words, strict=True):
        zone = d.node((at(low) + at(high)) / 2, TOP + HIGH / 2, shape="box",
                      width=at(high) - at(low), height=HIGH, color=color, fill=pale(color))
        d.label(zone.x, zone.y, word, color=color)
    axis = TOP + HIGH + 12
    d.line((at(-9), axis), (at(0), axis))
    for power in (-9, -7, -5, -3, 0):
        d.line((at(power), axis - 5), (at(power), axis + 5))
        d.label(at(power), axis + 24, f"$10^{{{power}}}$" if power else "$1$")
    d.label(at(-4.5), axis + 44, "$r$")
    for place, name in ((-0.4771, "$1/3$"), (0, "$1$")):
        d.arrow((at(place), TOP - 22), (at(place), TOP), color=BACKWARD)
        d.label(at(place) + (-4 if place else 4), TOP - 34, name, color=BACKWARD)
    return d


def at(power):
    """Return the place of a power of ten."""
    return LEFT + UNIT * (power + 9)
