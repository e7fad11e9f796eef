"""Figure 2.11-2: four products by four instructions, or by one."""

from drawing import BACKWARD, FORWARD, MUTED, Diagram

PRODUCTS = ("w_1x_1", "w_2x_2", "w_3x_3", "w_4x_4")


def draw():
    d = Diagram(height=366, title="One instruction for one number or for four",
                desc="Above, four multiply instructions make four products, one after the other. "
                     "Below, one multiply instruction makes the same four products at once.")
    scalar(d)
    lanes(d)
    return d


def scalar(d):
    """Draw four instructions, each with its own pair of numbers, in the order of time."""
    for i in range(4):
        x = 62 + 112 * i
        w_i, x_i = (d.grid(x + shift, 30, [[f"${name}_{i + 1}$"]], cell=(36, 32))
                    for name, shift in (("w", -22), ("x", 22)))
        instruction = d.node(x, 84, "×", r=15, color=BACKWARD, text=BACKWARD)
        d.arrow(w_i.shape, instruction)
        d.arrow(x_i.shape, instruction)
        product = d.grid(x, 136, [[f"${PRODUCTS[i]}$"]], cell=(58, 32), rows=[0], mark=BACKWARD)
        d.arrow(instruction, product.shape)
        if i:
            d.arrow((x - 112 + 17, 84), (x - 17, 84), color=MUTED, dashed=True)


def lanes(d):
    """Draw one instruction that spans four pairs of numbers."""
    left, top = 76, 208
    cell = (86, 32)
    x_middle = left + 2 * cell[0]
    d.label(left - 10, top, "$w$", anchor="end")
    d.label(left - 10, top + 40, "$x$", anchor="end")
    d.grid(x_middle, top, [[f"$w_{i}$" for i in range(1, 5)]], cell=cell)
    below = d.grid(x_middle, top + 40, [[f"$x_{i}$" for i in range(1, 5)]], cell=cell)
    instruction = d.node(x_middle, top + 88, "×", shape="box", width=4 * cell[0], height=26,
                         color=FORWARD, text=FORWARD)
    products = d.grid(x_middle, top + 138, [[f"${p}$" for p in PRODUCTS]], cell=cell, rows=[0])
    for i in range(4):
        x = below.column(i).x
        d.arrow((x, top + 56), (x, instruction.top.y))
        d.arrow((x, instruction.bottom.y), (x, products.shape.top.y))
