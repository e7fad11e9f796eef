"""Figure 2.3-1: the old average and the new value flow into the new average."""

from drawing import BACKWARD, FORWARD, MUTED, Diagram, pale

TOP, LOW = 56, 152


def draw():
    """Return the diagram."""
    d = Diagram(height=192, title="One step of the exponentially weighted average",
                desc="The old average v(t-1), weighted with beta, and the new value theta(t), "
                     "weighted with 1 - beta, flow into a sum. It is the new average v(t), which "
                     "goes back as the old one of the next step.")
    old = d.node(66, TOP, "$v_{t-1}$", r=26, color=FORWARD, fill=pale(FORWARD))
    new = d.node(66, LOW, r"$\theta_t$", r=26, color=BACKWARD, fill=pale(BACKWARD))
    total = d.node(256, TOP, "$+$", r=18)
    average = d.node(394, TOP, "$v_t$", r=26, color=FORWARD, fill=pale(FORWARD))
    d.arrow(old, total, r"$\times\ \beta$", color=FORWARD, weight=4.5)
    d.arrow(new, total, r"$\times\ (1 - \beta)$", color=BACKWARD, side=-1)
    d.arrow(total, average, color=FORWARD)
    d.arrow(average, old, via=((394, 14), (66, 14)), color=MUTED, dashed=True)
    d.label(330, 30, r"$t \leftarrow t + 1$", color=MUTED, size=16)
    return d
