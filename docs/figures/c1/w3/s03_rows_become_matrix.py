"""Figure 3.3-2: four transposed weight vectors become the rows of W[1]."""

from drawing import BACKWARD, FORWARD, FOURTH, THIRD, Diagram, pale

COLOURS = (FORWARD, BACKWARD, THIRD, FOURTH)
CELL = (46, 34)
LEFT, RIGHT, MIDDLE, STEP = 126, 370, 140, 56


def draw():
    """Return the diagram."""
    d = Diagram(height=268, title="Rows become a matrix",
                desc="Left, four separate rows of three weights: w_1 to w_4, transposed. Arrows "
                     "lead each to its row of the matrix W[1] on the right, which has four rows "
                     "and three columns.")
    weights = [[f"$w_{{{i}{k}}}$" for k in range(1, 4)] for i in range(1, 5)]
    matrix = d.grid(RIGHT, MIDDLE, weights, cell=CELL)
    d.beside(matrix.shape, "above", "$W^{[1]}$", gap=8)
    d.beside(matrix.shape, "below", "$(4, 3)$", gap=8)
    for i, (color, row) in enumerate(zip(COLOURS, weights, strict=True)):
        single = d.grid(LEFT, MIDDLE + (i - 1.5) * STEP, [row], cell=CELL)
        d.beside(single.shape, "left", f"$w_{{{i + 1}}}^{{[1]T}}$", gap=8)
        for shape in (single.shape, matrix.row(i)):
            d.outline(shape, color="none", fill=pale(color), weight=0, behind=True)
        d.arrow(single.shape.right, matrix.row(i).left, color=color, gap=4)
    return d
