"""Figure 3.5-2: three mini-batches in the same unit, each with its own statistics."""

import numpy as np

from drawing import BACKWARD, FORWARD, FOURTH, Diagram, pale

ROWS, EXAMPLES = (40, 104, 168), 16


def draw():
    """Return the diagram."""
    d = Diagram(
        height=208, title="Statistics of three mini-batches",
        desc="X{1}, X{2} and X{3} pass the same weights W(1). Each gets a mean mu and a deviation "
             "sigma of its own, three different pairs of numbers. Then the same gamma and beta "
             "give Z tilde.")
    weights = d.node(132, 104, "$W^{[1]}$", shape="box", width=56, height=190, color=FORWARD,
                     fill=pale(FORWARD))
    learned = d.node(356, 104, "$\\gamma^{[1]}$\n$\\beta^{[1]}$", shape="box", width=46, height=190,
                     color=FOURTH, fill=pale(FOURTH))
    for t, (y, (mu, sigma)) in enumerate(zip(ROWS, statistics(), strict=True), 1):
        batch = d.node(36, y, f"$X^{{\\{{{t}\\}}}}$", shape="box", width=60, height=38)
        own = d.node(246, y, f"$\\mu = {mu:.2f}$\n$\\sigma = {sigma:.2f}$", shape="box", width=108,
                     height=54, color=BACKWARD, fill=pale(BACKWARD), size=16)
        out = d.node(430, y, f"$\\tilde Z^{{\\{{{t}\\}}}}$", shape="box", width=56, height=38)
        d.arrow(batch, weights.port("left", (y - weights.top.y) / weights.height))
        d.arrow(weights.port("right", (y - weights.top.y) / weights.height), own)
        d.arrow(own, learned.port("left", (y - learned.top.y) / learned.height))
        d.arrow(learned.port("right", (y - learned.top.y) / learned.height), out)
    return d


def statistics():
    """Return mean and deviation of z in three mini-batches of a unit with two inputs."""
    rng = np.random.default_rng(0)
    Z = np.array([[1.0, 0.5]]) @ rng.normal(1.0, 1.0, (2, 3 * EXAMPLES))
    return [(part.mean(), part.std()) for part in np.split(Z[0], 3)]
