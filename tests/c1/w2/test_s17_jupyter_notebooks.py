"""Section 2.17: a kernel in miniature, a notebook by hand, a check of the environment."""

import contextlib
import io
import json

import numpy as np
import pytest

from c1.w2 import s17_minimal_notebook as minimal
from c1.w2.s17_environment_check import NEEDED, numbers, verdict, versions
from c1.w2.s17_kernel_state import restart_and_run_all, run, start_kernel

CELLS = ["x = 1", "x = x + 1"]
THREE = ["x = 2", "x = x + 3", "y = x * 10"]  # the cells of figure 2.17-2


def test_a_cell_run_twice_leaves_its_mark_until_the_restart():
    assert run(start_kernel(), CELLS, [1, 2, 2])["x"] == 3
    assert restart_and_run_all(CELLS)["x"] == 2


def test_cell_without_the_cells_before_it_fails():
    with pytest.raises(NameError, match="'x' is not defined"):
        run(start_kernel(), CELLS, [2])


def test_variables_outlive_the_cell_that_made_them():
    kernel = run(start_kernel(), CELLS, [1])
    edited = ["", CELLS[1]]  # the text of cell 1 is deleted, its variable stays
    assert run(kernel, edited, [1, 2])["x"] == 2
    with pytest.raises(NameError):
        restart_and_run_all(edited)


def test_kernels_share_nothing():
    one, other = start_kernel(), start_kernel()
    run(one, CELLS, [1])
    assert "x" not in other


def test_figure_runs_out_of_order():
    kernel = run(start_kernel(), THREE, [1, 3, 2])
    assert (kernel["x"], kernel["y"]) == (5, 20)
    clean = restart_and_run_all(THREE)
    assert (clean["x"], clean["y"]) == (5, 50)


def test_self_check_second_cell_twice():
    kernel = run(start_kernel(), THREE, [1, 2, 2, 3])
    assert (kernel["x"], kernel["y"]) == (8, 80)


def two_cells():
    return minimal.notebook([minimal.markdown_cell("title", "# 你好"),
                             minimal.code_cell("sum", "print(1 + 2)")])


def test_notebook_survives_the_round_trip(tmp_path):
    path = tmp_path / "hello.ipynb"
    minimal.save(path, two_cells())
    content = json.loads(path.read_text(encoding="utf-8"))
    assert content == two_cells()
    assert content["nbformat"] == 4 and len(content["cells"]) == 2
    assert "你好" in path.read_text(encoding="utf-8")
    assert path.read_bytes().endswith(b"}\n")


def test_notebook_is_valid():
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
    nbformat.validate(nbformat.from_dict(two_cells()))


def test_code_cell_prints_three():
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        run(start_kernel(), [two_cells()["cells"][1]["source"]], [1])
    assert out.getvalue() == "3\n"


def test_this_environment_is_new_enough():
    found = versions()
    assert found.keys() == NEEDED.keys()
    assert numbers(found["Python"]) >= (3, 9)
    assert numbers(found["NumPy"]) >= (1, 22)
    assert np.dot([1, 2, 3], [4, 5, 6]) == 32


@pytest.mark.parametrize("text, parsed", [
    ("3.10.4", (3, 10)), ("3.9.0rc1", (3, 9)), ("2.4.6", (2, 4)), ("1.22.0.dev0+abc", (1, 22))])
def test_versions_are_compared_as_numbers(text, parsed):
    assert numbers(text) == parsed


def test_old_versions_are_named():
    assert verdict("Python", "3.8.18") == "Python 3.9 or newer: no, this is 3.8.18"
    assert verdict("Python", "3.10.0") == "Python 3.9 or newer: yes"  # as text, 3.10 < 3.9
    assert verdict("Python", "3.9.0").endswith("yes")  # the oldest that will do
    assert verdict("NumPy", "1.21.6").endswith("no, this is 1.21.6")
