"""Figure 2.8-1: the way of a gradient through Adam."""

from drawing import BACKWARD, FORWARD, INK, THIRD, Diagram, pale

TOP, BOTTOM = 78, 224
X = (30, 148, 284, 408)
MIDDLE = (TOP + BOTTOM) / 2


def draw():
    """Return the diagram."""
    d = Diagram(height=346, title="The way of a gradient through Adam",
                desc="dW times 1 - beta1 goes up into v, dW squared times 1 - beta2 down into S; "
                     "beta1 v and beta2 S come back from the step before. v is divided by 1 - "
                     "beta1 to the t, S by 1 - beta2 to the t, which is followed by a root plus "
                     "epsilon. Their quotient times minus alpha changes W.")
    gradient = d.node(X[0], MIDDLE, "$dW$", r=26, color=BACKWARD, fill=pale(BACKWARD))
    divide = d.node(X[3], MIDDLE, r"$\div$", r=20, color=INK)
    for y, color, name, beta, way, place in (
            (TOP, FORWARD, "v", r"\beta_1", "dW", (64, MIDDLE - 67)),
            (BOTTOM, THIRD, "S", r"\beta_2", "dW^2", (62, MIDDLE + 72))):
        average = d.node(X[1], y, f"${name}_{{dW}}$", r=26, color=color, fill=pale(color))
        corrected = d.node(X[2], y, rf"${name}_{{dW}} / (1 - {beta}^t)$", shape="box", width=134,
                           height=46, color=color, fill=pale(color))
        d.arrow(gradient, average, color=BACKWARD, dashed=True)
        d.label(*place, f"$(1 - {beta}) {way}$", color=BACKWARD)
        d.arrow(average, corrected, color=color)
        out = -1 if y == TOP else 1
        d.arrow(average, average, f"${beta}$", color=color, side=-out, shift=0,
                via=((X[1] - 13, y + out * 46), (X[1] + 13, y + out * 46)))
        d.arrow(corrected, divide, "" if y == TOP else r"$\sqrt{} + \varepsilon$", color=color,
                side=1)
    new = d.node(X[3], 308, r"$W$", shape="box", width=60, height=40)
    d.arrow(divide, new, r"$-\alpha$", side=-1)
    return d
