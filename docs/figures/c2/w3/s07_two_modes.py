"""Figure 3.7-1: training feeds the running statistics, the test path reads them."""

from drawing import BACKWARD, FORWARD, THIRD, Diagram, pale


def draw():
    """Return the diagram."""
    d = Diagram(
        height=352, title="Batch norm in training and at test time",
        desc="Above, in blue, a mini-batch Z gives its own mean and variance and is normalized by "
             "them. A dashed orange arrow leads from these to the running statistics. Below, in "
             "green, one example z is normalized by the running statistics alone.")
    train = path(d, 50, r"Z^{\{t\}}", r"\tilde{Z}^{\{t\}}", r"\mu", r"\sigma^2", FORWARD)
    test = path(d, 306, "z", r"\tilde{z}", r"\mu_{\text{run}}", r"\sigma^2_{\text{run}}", THIRD)
    batch = d.node(84, 130, r"$\mu^{\{t\}},\ \sigma^{2\{t\}}$", shape="box", color=FORWARD)
    running = d.node(84, 226, r"$\mu_{\text{run}},\ \sigma^2_{\text{run}}$", shape="box",
                     color=BACKWARD, fill=pale(BACKWARD))
    d.arrow(train[0], (train[0].x, batch.top.y), color=FORWARD)
    d.arrow(batch, train[1], color=FORWARD, via=[(train[1].x, batch.y)])
    d.arrow(batch, running, r"$1 - \rho$", color=BACKWARD, dashed=True, side=1)
    d.arrow((running.right.x, running.y - 10), (running.right.x, running.y + 10), color=BACKWARD,
            via=[(running.right.x + 34, running.y - 10), (running.right.x + 34, running.y + 10)])
    d.label(running.right.x + 48, running.y, r"$\rho$", color=BACKWARD)
    d.arrow(running, test[1], color=THIRD, via=[(running.x, 265), (test[1].x, 265)])
    return d


def path(d, y, start, end, mean, variance, color):
    """Draw the way of the scores through batch norm; return the first two of its nodes."""
    first = d.node(38, y, f"${start}$", shape="box", width=60, height=38, color=color,
                   fill=pale(color))
    middle = d.node(240, y, rf"$(z - {mean})/\sqrt({variance} + \varepsilon)$", shape="box",
                    width=208, height=38, color=color)
    last = d.node(422, y, f"${end}$", shape="box", width=60, height=38, color=color,
                  fill=pale(color))
    d.arrow(first, middle, color=color)
    d.arrow(middle, last, color=color)
    d.label((middle.right.x + last.left.x) / 2, y - 16, r"$\gamma, \beta$", color=color)
    return first, middle
