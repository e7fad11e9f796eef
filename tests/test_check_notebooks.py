"""check_notebooks.py finds what is planted, names it in one line, and lets clean notebooks pass."""

import base64
import io
import sys
from pathlib import Path

import nbformat
import pytest

import check_notebooks
import notebook_runner
from check_notebooks import check, difference, main, plain
from notebook_runner import CellFailed, frameworks_of, run

ROOT = Path(__file__).resolve().parents[1]
NAME = "docs/zh/c1/w2/lab_x.ipynb"


def notebook(*sources, title="# 实验"):
    """Return a notebook with a Markdown cell, then these code cells, not yet run."""
    cells = [nbformat.v4.new_markdown_cell(title, id="title")]
    cells += [nbformat.v4.new_code_cell(source, id=f"code{n}") for n, source in enumerate(sources)]
    return nbformat.v4.new_notebook(cells=cells, metadata={"description": "一句话。"})


def put(root, content, name=NAME):
    """Write a notebook, or any text, into a project; return its path."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else plain(content), encoding="utf-8")
    return path


def put_run(root, *sources, name=NAME):
    """Write a notebook with its right outputs."""
    content = notebook(*sources)
    cells = [cell for cell in content.cells if cell.cell_type == "code"]
    for count, (cell, outputs) in enumerate(zip(cells, run(sources, 30), strict=True), 1):
        cell.outputs, cell.execution_count = outputs, count
    return put(root, content, name)


def only(lines):
    """Return the only problem line."""
    assert len(lines) == 1, lines
    return lines[0]


@pytest.fixture
def no_kernel(monkeypatch):
    """Let cells print their own source instead of running; return the list of runs."""
    runs = []

    def fake(sources, seconds):
        runs.append(sources)
        return [[nbformat.v4.new_output("stream", name="stdout", text=text)] for text in sources]

    monkeypatch.setattr(check_notebooks, "run", fake)
    return runs


def test_clean_notebook_passes_and_is_left_alone(tmp_path):
    path = put_run(tmp_path, "x = 1", "print(x)\nx + 1")
    before = path.read_bytes()
    assert check(tmp_path) == []
    assert check(tmp_path, update=True) == []
    assert path.read_bytes() == before


def test_error_in_a_cell(tmp_path):
    put(tmp_path, notebook("x = 1", "print(y)"))
    assert only(check(tmp_path)) == (
        f"{NAME}:1: cell 3: raises NameError: name 'y' is not defined; mend the cell")


def test_stale_output(tmp_path):
    path = put_run(tmp_path, "print('loss 0.5744')")
    path.write_text(path.read_text("utf-8").replace("0.5744\\n", "0.5774\\n"), encoding="utf-8")
    line = only(check(tmp_path))
    assert line.startswith(f"{NAME}:1: cell 2: output differs; expected stdout 'loss 0.5774\\n', "
                           "got stdout 'loss 0.5744\\n'; ")
    assert line.endswith("run `python scripts/check_notebooks.py --update c1/w2/lab_x`")


def test_cell_that_is_too_slow(tmp_path):
    put(tmp_path, notebook("x = 1", "while True:\n    pass"))
    assert only(check(tmp_path, seconds=4)) == (
        f"{NAME}:1: cell 3: the notebook takes more than 4 s; make it do less")


def test_kernel_that_ends(tmp_path):
    put(tmp_path, notebook("import os\nos._exit(1)"))
    assert only(check(tmp_path)).startswith(f"{NAME}:1: cell 2: the kernel ended: ")


def test_network_is_closed(tmp_path):
    put(tmp_path, notebook("from urllib.request import urlopen\nurlopen('http://127.0.0.1:9')"))
    assert "cell 2: raises" in only(check(tmp_path))
    assert "a notebook has no network" in only(check(tmp_path))


def test_kernel_is_this_interpreter_in_an_empty_folder_with_no_names():
    sources = ("import os, sys\nprint(sys.executable)\nprint(os.listdir())",
               "print([n for n in dir() if n in ('close', 'hook', 'np')])",
               "print(os.environ['OMP_NUM_THREADS'])")
    shown = [outputs[0].text for outputs in run(sources, 30)]
    assert shown == [f"{sys.executable}\n[]\n", "[]\n", "2\n"]


def test_warning_is_a_fault_even_if_committed(tmp_path):
    path = put_run(tmp_path, "import warnings\nwarnings.warn('careful')")
    lines = check(tmp_path)
    assert f"{NAME}:1: cell 2: writes to stderr:" in lines[0] and "mend the cell" in lines[0]
    before = path.read_bytes()
    assert check(tmp_path, update=True)
    assert path.read_bytes() == before


def test_update_rewrites_what_ran_cleanly_only(tmp_path):
    good = put(tmp_path, notebook("print(1 + 1)"))
    bad = put(tmp_path, notebook("1 / 0"), "docs/zh/c1/w2/lab_y.ipynb")
    before = bad.read_bytes()
    assert "lab_y.ipynb:1: cell 2: raises ZeroDivisionError" in only(check(tmp_path, update=True))
    assert bad.read_bytes() == before
    assert '"2\\n"' in good.read_text("utf-8")
    assert check(tmp_path, ["c1/w2/lab_x"]) == []


def test_notebook_of_a_missing_framework_is_not_run_and_that_is_said(tmp_path, no_kernel, monkeypatch, capsys):
    monkeypatch.setattr(notebook_runner, "FRAMEWORKS", ("torch", "no_such_framework"))
    path = put(tmp_path, notebook("import numpy", "%magic", "from no_such_framework.nn import layer"))
    before = path.read_bytes()
    assert main(["--root", str(tmp_path)]) == 0 and not no_kernel
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"{NAME}:1: skipped, no_such_framework is not installed; pip install -r requirements-reference.txt"
    assert said[1].startswith("1 notebooks, 1 skipped, 0 problems")
    assert check(tmp_path, update=True) == [] and path.read_bytes() == before
    path.write_bytes(before + b"\n\n")
    assert "another layout" in only(check(tmp_path))


def test_frameworks_are_as_quiet_as_in_snippets():
    assert run(["import os\nprint(os.environ['TF_CPP_MIN_LOG_LEVEL'])"], 30)[0][0].text == "3\n"


def test_frameworks_are_loaded_before_the_cells(monkeypatch):
    cells = ["%magic", "import this", "print([n for n in dir() if n in ('load', 'preload', 'sys')])"]
    assert frameworks_of(["import torch.nn", *cells, "from keras import ops\nimport torch"]) == ["torch", "keras"]
    monkeypatch.setattr(notebook_runner, "FRAMEWORKS", ("this",))  # prints at its first import
    shown = run(cells[1:], 30)
    assert shown[0] == [] and shown[1][0].text == "[]\n"


def test_run_out_of_order(tmp_path, no_kernel):
    content = notebook("a", "b")
    for cell, count in zip(content.cells[1:], (1, 7), strict=True):
        cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text=cell.source)]
        cell.execution_count = count
    put(tmp_path, content)
    assert only(check(tmp_path)).startswith(f"{NAME}:1: cell 3: was run as number 7, not 2; run `")


def test_times_versions_and_other_layouts(tmp_path, no_kernel):
    path = put(tmp_path, notebook("a"))
    check(tmp_path, update=True)
    clean = path.read_text("utf-8")
    assert check(tmp_path) == []
    content = nbformat.reads(clean, 4)
    content.cells[1].metadata["execution"] = {"iopub.status.idle": "2026-01-01T00:00:00Z"}
    for text in (nbformat.writes(content) + "\n", clean.replace("\n ", "\n  "), clean[:-1],
                 clean.replace('"name": "python"', '"name": "python",\n   "version": "3.11.1"')):
        path.write_text(text, encoding="utf-8")
        assert "holds times, versions or another layout; run `" in only(check(tmp_path))
    check(tmp_path, update=True)
    assert path.read_text("utf-8") == clean


def test_layout_keeps_words_ids_and_alternative_texts():
    content = notebook("a")
    content.cells[1].metadata = {"alt": "一条曲线", "collapsed": True}
    text = plain(content)
    for kept in ("实验", '"id": "code0"', "一条曲线", "一句话"):
        assert kept in text
    assert "collapsed" not in text and '\n "cells"' in text and text.endswith("}\n")


@pytest.mark.parametrize("text, message", [
    ('{"cells": [],\n "x": }', ":2: is no JSON: "),
    ("[1]", ":1: is no valid notebook: "),
    ('{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code"}]}',
     ":1: is no valid notebook: "),
    ('{"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": []}',
     ":1: is in a format older than 4.5; "),
])
def test_file_that_is_no_notebook(tmp_path, text, message):
    put(tmp_path, text)
    line = only(check(tmp_path))
    assert line.startswith(NAME + message) and "Jupyter" in line


def test_file_that_is_not_utf8(tmp_path):
    put(tmp_path, notebook("a")).write_bytes(b'{"a": "\xff"}')
    assert only(check(tmp_path)).startswith(f"{NAME}:1: is no valid notebook: ")


def test_all_faults_in_one_run_and_twins_run_once(tmp_path, no_kernel):
    put(tmp_path, notebook("a"))
    put(tmp_path, notebook("a", title="# Lab"), NAME.replace("zh", "en"))
    put(tmp_path, "{", "docs/zh/c1/w3/lab_z.ipynb")
    put(tmp_path, "{", "docs/zh/c1/w2/.ipynb_checkpoints/lab_x.ipynb")
    lines = check(tmp_path)
    assert [line.split(":")[0] for line in lines] == [
        NAME.replace("zh", "en"), NAME, "docs/zh/c1/w3/lab_z.ipynb"]
    assert no_kernel == [("a",)]


def test_keys(tmp_path, no_kernel):
    put(tmp_path, notebook("a"))
    put(tmp_path, "# 2.9", "docs/zh/c1/w2/s09_x.md")
    assert check(tmp_path, ["c1/w2/s09"]) == []
    assert no_kernel == []
    assert len(check(tmp_path, ["c1/w2"])) == 1
    assert only(check(tmp_path, ["c9"])).startswith("c9:1: names nothing in the notes; ")


def picture(color, level):
    """Return a PNG of 2 by 2 pixels in base64."""
    image = pytest.importorskip("PIL.Image", reason="Pillow is not installed")
    data = io.BytesIO()
    image.new("RGB", (2, 2), color).save(data, "PNG", compress_level=level)
    return base64.b64encode(data.getvalue()).decode()


def test_pictures_are_compared_by_their_pixels():
    stored, packed = picture("red", 0), picture("red", 9)
    assert stored != packed
    assert difference([("image/png", stored)], [("image/png", packed)]) is None
    assert difference([("image/png", stored)], [("image/png", picture("blue", 0))])
    assert difference([("image/png", stored)], [("image/png", "bm9uZQ==")])


def test_difference_shows_the_place_and_what_is_missing():
    long = "0" * 500
    assert difference([("stdout", long + "1")], [("stdout", long + "2")]) == (
        f"output differs; expected stdout {'0' * 20 + '1'!r}, got stdout {'0' * 20 + '2'!r}")
    assert difference([("stdout", "a")], []) == "output differs; expected stdout 'a', got nothing"
    assert difference([], []) is None


def test_runner_names_the_cell():
    with pytest.raises(CellFailed, match="raises ValueError: no; mend the cell") as failed:
        run(("x = 1", "", "raise ValueError('no')"), 30)
    assert failed.value.place == 2


def test_verdict_and_exit_code(tmp_path, no_kernel, capsys):
    path = put(tmp_path, notebook("a"))
    assert main(["--root", str(tmp_path), "--update"]) == 0
    assert capsys.readouterr().out.startswith("1 notebooks, 0 problems (")
    path.write_text("{", encoding="utf-8")
    assert main(["--root", str(tmp_path)]) == 1
    assert "1 notebooks, 1 problems (" in capsys.readouterr().out.splitlines()[-1]


def test_notebooks_of_the_notes_are_current():
    assert check(ROOT) == []
