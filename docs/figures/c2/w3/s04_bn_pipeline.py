"""Figure 3.4-1: the way of one score through batch normalization."""

from drawing import BACKWARD, FORWARD, FOURTH, Diagram, pale

WAY = 196  # y of the way


def draw():
    """Return the diagram."""
    d = Diagram(
        height=318, title="Batch normalization of one score",
        desc="A row of scores z(1) to z(m) of one unit gives the mean mu and the variance sigma "
             "squared. The score z(i) loses mu, is divided by the root of sigma squared plus "
             "epsilon, which gives z norm, is multiplied by gamma, and beta is added, which gives "
             "z tilde. The activation function g then gives a(i). The four formulas stand beside.")
    scores = d.grid(118, 30, [["$z^{(1)}$", "$z^{(2)}$", r"$\cdots$", "$z^{(m)}$"]], cell=(54, 36))
    mu = d.node(70, 110, r"$\mu$", shape="box", color=BACKWARD, fill=pale(BACKWARD))
    variance = d.node(126, 110, r"$\sigma^2$", shape="box", color=BACKWARD, fill=pale(BACKWARD))
    d.arrow((70, scores.shape.bottom.y), mu, color=BACKWARD)
    d.arrow((126, scores.shape.bottom.y), variance, color=BACKWARD)
    minus, divide = d.node(70, WAY, "$-$", r=14), d.node(126, WAY, r"$\div$", r=14)
    times, plus = d.node(246, WAY, r"$\times$", r=14), d.node(294, WAY, "$+$", r=14)
    d.arrow(mu, minus, color=BACKWARD)
    d.arrow(variance, divide, color=BACKWARD)
    gamma = d.node(246, 262, r"$\gamma$", shape="box", color=FOURTH, fill=pale(FOURTH))
    beta = d.node(294, 262, r"$\beta$", shape="box", color=FOURTH, fill=pale(FOURTH))
    d.arrow(gamma, times, color=FOURTH)
    d.arrow(beta, plus, color=FOURTH)
    stops = [text(d, 20, "$z^{(i)}$", 34), minus, divide,
             text(d, 187, r"$z^{(i)}_{\text{norm}}$", 48), times, plus,
             text(d, 346, r"$\tilde z^{(i)}$", 28), d.node(395, WAY, "$g$", r=14),
             text(d, 445, "$a^{(i)}$", 26)]
    for start, end in zip(stops, stops[1:], strict=False):
        d.arrow(start, end, color=FORWARD)
    formulas(d)
    return d


def text(d, x, label, width):
    """Write a value that the way passes through."""
    return d.node(x, WAY, label, shape="none", width=width, height=24)


def formulas(d):
    """Write the four formulas in the free corners."""
    equation(d, 252, 30, r"\mu =", "1", "m", r"\sum_i z^{(i)}")
    equation(d, 252, 88, r"\sigma^2 =", "1", "m", r"\sum_i (z^{(i)} - \mu)^2")
    equation(d, 8, 280, r"z^{(i)}_{\text{norm}} =", r"z^{(i)} - \mu",
             r"\sqrt(\sigma^2 + \varepsilon)")
    d.label(336, 262, r"$\tilde z^{(i)} =$", anchor="start")
    d.label(336, 290, r"$\gamma\,z^{(i)}_{\text{norm}} + \beta$", anchor="start")


def equation(d, x, y, left, above, below, right=""):
    """Write an equation with a fraction that starts at x around y."""
    start = d.label(x, y, f"${left}$", anchor="start").right.x + 6
    wide = max(d.text_width(f"${part}$", 18) for part in (above, below)) + 4
    d.fraction(start + wide / 2, y, f"${above}$", f"${below}$")
    if right:
        d.label(start + wide + 5, y, f"${right}$", anchor="start")
