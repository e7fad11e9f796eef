"""Figure 3.4-2: how to read A[1], with the numbers of the page."""

import numpy as np

from c1.w3.s04_two_layer_forward import forward
from drawing import BACKWARD, FORWARD, Diagram, pale

PARAMETERS = {"W1": np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]),
              "b1": np.array([[0.0], [0.0], [-1.0]]),
              "W2": np.array([[1.0, -1.0, 2.0]]), "b2": np.zeros((1, 1))}
X = np.array([[2.0, 0.0, -1.0, 1.0], [-1.0, 0.0, 3.0, 0.0]])
ROW, COLUMN = 1, 2  # of the cell that is spelled out
WORDS = {"zh": ("样本", "隐藏单元"), "en": ("examples", "hidden units")}
TITLE = {"zh": "怎样读矩阵 A[1]", "en": "How to read the matrix A[1]"}
DESC = {
    "zh": "矩阵 A[1] 有三行四列。向右依次是四个样本，向下依次是三个隐藏单元。"
          "第 2 行第 3 列的 0.9526 是第 2 个隐藏单元在第 3 个样本上的激活值。",
    "en": "The matrix A[1] has three rows and four columns. To the right follow the four examples, "
          "downwards the three hidden units. The 0.9526 in row 2 and column 3 is the activation of "
          "hidden unit 2 on example 3.",
}


def draw(language):
    """Return the diagram."""
    d = Diagram(height=246, title=TITLE[language], desc=DESC[language])
    _, A1, _, _ = forward(PARAMETERS, X)
    grid = d.grid(276, 142, [[f"${a:.4g}$" for a in row] for row in A1], cell=(78, 44))
    d.label(grid.shape.right.x + 6, grid.shape.bottom.y + 26, "$A^{[1]}$", anchor="end")
    for shape in (grid.row(ROW), grid.column(COLUMN)):
        d.outline(shape, color="none", fill=pale(FORWARD), weight=0, behind=True)
    d.outline(grid.cell(ROW, COLUMN), color=BACKWARD, weight=2.6)
    axes(d, grid, *WORDS[language])
    d.label(grid.shape.left.x, grid.shape.bottom.y + 26, anchor="start", color=BACKWARD,
            text=rf"$a_{{{ROW + 1}}}^{{[1]({COLUMN + 1})}} = {A1[ROW, COLUMN]:.4f}$")
    return d


def axes(d, grid, across, down):
    """Draw the two axes with their words, the numbers of examples, and the units."""
    box = grid.shape
    y, x = box.top.y - 36, box.left.x - 44
    d.arrow((box.left.x, y), (box.right.x, y))
    d.label(box.x, y - 16, across)
    d.arrow((x, box.top.y), (x, box.bottom.y))
    d.label(x - 18, box.y, down, rotate=-90)
    for i in range(grid.columns):
        d.label(grid.column(i).x, box.top.y - 16, f"$({i + 1})$")
    for unit in range(grid.rows):
        d.label(box.left.x - 18, grid.row(unit).y, f"${unit + 1}$")
