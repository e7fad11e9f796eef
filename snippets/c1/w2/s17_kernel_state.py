"""A toy kernel: its cells share one namespace (course 1, section 2.17)."""


def start_kernel():
    """Return the empty namespace of a fresh kernel."""
    return {}


def run(kernel, cells, order):
    """Execute cells[n - 1] for each number n in order, all in one namespace.

    kernel: dict of variables, changed in place   cells: list of source texts
    order: cell numbers, counted from 1           raises what a cell raises
    """
    for number in order:
        exec(cells[number - 1], kernel)
    return kernel


def restart_and_run_all(cells):
    """Forget every variable, then run the cells from the top."""
    return run(start_kernel(), cells, range(1, len(cells) + 1))


if __name__ == "__main__":
    cells = ["x = 1", "x = x + 1"]
    print("run 1, 2, 2:", run(start_kernel(), cells, [1, 2, 2])["x"])
    print("restart and run all:", restart_and_run_all(cells)["x"])
    try:
        run(start_kernel(), cells, [2])
    except NameError as error:
        print("only cell 2:", error)
