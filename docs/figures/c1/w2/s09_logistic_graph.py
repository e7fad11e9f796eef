"""One example through the graph of logistic regression, there and back (section 2.9)."""

from drawing import BACKWARD, FORWARD, Diagram

INPUTS = [("$x_1 = 1$", None), ("$w_1 = 0$", "$dw_1 = -0.5$"), ("$x_2 = 2$", None),
          ("$w_2 = 0$", "$dw_2 = -1$"), ("$b = 0$", "$db = -0.5$")]
ROWS = [26, 82, 158, 214, 290]
MIDDLE = 158


def draw():
    """Return the diagram."""
    d = Diagram(
        height=330, title="Forward and backward pass of logistic regression on one example",
        desc="Forward: x1, w1, x2, w2 and b lead to z = 0, then to a = 0.5, then with y = 1 to the "
             "loss 0.693. Backward, dashed: da = -2, dz = -0.5, dw1 = -0.5, dw2 = -1, db = -0.5.")
    z = d.node(222, MIDDLE, "$z = w^T x + b$\n$= 0$", shape="box", height=96)
    a = d.node(338, MIDDLE, "$a = \\sigma(z)$\n$= 0.5$", shape="box", height=60)
    loss = d.node(428, MIDDLE, "$\\mathcal{L}$", shape="box")
    return d
