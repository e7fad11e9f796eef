"""Run every notebook again and compare what its cells show with what is committed.

python scripts/check_notebooks.py [--update] [c1 | c1/w2 | c1/w2/lab_name ...]

Each runs from an empty kernel; twins with the same code run once. `--update` rewrites the outputs
of the notebooks that ran cleanly, and their layout. Where a notebook imports a framework that is
not installed, only its layout is checked, and a line says so. Prints one line for each problem,
`path:line: what; remedy`, then a verdict, and exits with 0 or 1.
"""

import argparse
import base64
import importlib.util
import io
import json
import os
import sys
import time
import warnings
from pathlib import Path

import nbformat
from notebook_runner import CellFailed, frameworks_of, run

SECONDS = 180  # ends a cell that never would; on a busy machine a lab of 10 s may take a minute
SHOWN = 60  # characters of an output that a message quotes
KEPT = ("alt", "tags")  # of a cell's metadata
METADATA = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"}}


class Unreadable(Exception):
    """A file is no notebook that can be checked: why, and at which line."""

    def __init__(self, what, line=1):
        super().__init__(what)
        self.line = line


def read(path):
    """Return the notebook of a file, and the file's text."""
    try:
        text = path.read_bytes().decode("utf-8")
        json.loads(text)
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a cell without id is only a warning
            notebook = nbformat.reads(text, as_version=4)
            nbformat.validate(notebook)
    except json.JSONDecodeError as error:
        raise Unreadable(f"is no JSON: {error.msg}; save it with Jupyter", error.lineno) from None
    except Exception as error:  # whatever else is wrong with the file, one line says it
        what = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise Unreadable(f"is no valid notebook: {what}; save it with Jupyter") from None
    if notebook.nbformat_minor < 5:
        raise Unreadable("is in a format older than 4.5; save it with a current Jupyter")
    return notebook, text


def plain(notebook):
    """Return the text of a notebook, without anything that a machine or a clock put there."""
    kept = nbformat.from_dict(json.loads(json.dumps(notebook)))
    description = {k: v for k, v in kept.metadata.items() if k == "description"}
    kept.metadata, kept.nbformat_minor = nbformat.from_dict(METADATA | description), 5
    for cell in kept.cells:
        cell.metadata = nbformat.from_dict({k: v for k, v in cell.metadata.items() if k in KEPT})
    return nbformat.writes(kept).rstrip("\n") + "\n"


def pieces(outputs):
    """Return what a cell shows as a list of (kind, content)."""
    found = []
    for output in outputs:
        if output.output_type == "stream":
            found.append((output.name, output.text))
        elif output.output_type == "error":
            found.append(("error", f"{output.ename}: {output.evalue}"))
        else:
            found += sorted((kind, str(content)) for kind, content in output.data.items())
    return found


def pixels(content):
    """Return the size and the pixels of a PNG in base64."""
    from PIL import Image  # comes with matplotlib
    picture = Image.open(io.BytesIO(base64.b64decode(content))).convert("RGBA")
    return picture.size, picture.tobytes()


def same(one, other):
    """Tell whether two pieces show the same; PNGs by their pixels, not by how they are packed."""
    if one == other or not one[0] == other[0] == "image/png":
        return one == other
    try:
        return pixels(one[1]) == pixels(other[1])
    except (OSError, ValueError):  # one is no PNG
        return False


def difference(expected, got):
    """Say where two lists of pieces differ first, or return None."""
    for place in range(max(len(expected), len(got))):
        one, other = (side[place] if place < len(side) else ("nothing", "")
                      for side in (expected, got))
        if not same(one, other):
            start = max(0, len(os.path.commonprefix([one[1], other[1]])) - SHOWN // 3)
            quotes = (f"{kind} {text[start:start + SHOWN]!r}" if text else kind
                      for kind, text in (one, other))
            return "output differs; expected {}, got {}".format(*quotes)
    return None


def settle(cells, results, remedy):
    """Yield what is wrong with the outputs of (number, cell) pairs; give the cells the new ones."""
    for count, ((number, cell), outputs) in enumerate(zip(cells, results, strict=True), 1):
        what = difference(pieces(cell.outputs), pieces(outputs))
        if what:
            yield f"cell {number}: {what}; if the new output is right, {remedy}"
        elif cell.execution_count != count:
            yield f"cell {number}: was run as number {cell.execution_count}, not {count}; {remedy}"
        cell.outputs, cell.execution_count = outputs, count


def missing_framework(code):
    """Return the framework that cells of code import and that is not installed, or None."""
    return next((name for name in frameworks_of(code)
                 if importlib.util.find_spec(name) is None), None)


def results_of(code, runs, seconds):
    """Return the outputs of cells, or why they failed.  runs: what was run already, by its code."""
    if code not in runs:
        try:
            runs[code] = run(code, seconds)
        except CellFailed as failed:
            runs[code] = failed
    return runs[code]


def examine(path, key, runs, update, seconds):
    """Return the problems of one notebook, and the framework that kept it from running, or None."""
    notebook, text = read(path)
    remedy = f"run `python scripts/check_notebooks.py --update {key}`"
    problems = []
    if text != plain(notebook):
        problems.append(f"holds times, versions or another layout; {remedy}")
    cells = [(n, cell) for n, cell in enumerate(notebook.cells, 1) if cell.cell_type == "code"]
    code = tuple(cell.source for _, cell in cells)
    absent = missing_framework(code)
    if absent:
        return problems, absent
    results = results_of(code, runs, seconds)
    if isinstance(results, CellFailed):
        return [*problems, f"cell {cells[results.place][0]}: {results}"], None
    loud = [f"cell {number}: writes to stderr: {text.strip()[:SHOWN]!r}; mend the cell"
            for (number, _), outputs in zip(cells, results, strict=True)
            for kind, text in pieces(outputs) if kind == "stderr"]
    problems += loud + list(settle(cells, results, remedy))
    if update and not loud:
        if problems:
            path.write_bytes(plain(notebook).encode())
        return [], None
    return problems, None


def check(root, keys=(), update=False, seconds=SECONDS, found=None, skipped=None):
    """Return the problem lines of the notebooks that the keys mean (of all, without keys).

    found, skipped: lists that get the files, and a line for each that was not run.
    """
    root, keys, runs = Path(root), tuple(key.strip("/") for key in keys), {(): []}
    lines = [f"{key}:1: names nothing in the notes; give a key such as c1/w2 or c1/w2/lab_name"
             for key in keys if not list(root.glob(f"docs/*/{key}*"))]
    for path in sorted(root.glob("docs/*/**/*.ipynb")):
        shown = path.relative_to(root).as_posix()
        name = shown.split("/", 2)[2].removesuffix(".ipynb")
        if ".ipynb_checkpoints" in path.parts or keys and not name.startswith(keys):
            continue
        if found is not None:
            found.append(shown)
        try:
            problems, absent = examine(path, name, runs, update, seconds)
            lines += [f"{shown}:1: {what}" for what in problems]
            if absent and skipped is not None:
                skipped.append(f"{shown}:1: skipped, {absent} is not installed; "
                               "pip install -r requirements-reference.txt")
        except Unreadable as error:
            lines.append(f"{shown}:{error.line}: {error}")
    return lines


def main(argv=None):
    """Check, print problems and verdict, return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("keys", nargs="*", help="c1, c1/w2, c1/w2/lab_name; none: everything")
    parser.add_argument("--update", action="store_true", help="rewrite outputs and layout")
    parser.add_argument("--root", default=Path(__file__).resolve().parents[1], help="the project")
    options, start, found = parser.parse_args(argv), time.monotonic(), []
    skipped = []
    lines = check(options.root, options.keys, options.update, found=found, skipped=skipped)
    print(*map("{}\n".format, skipped + lines), sep="", end="")
    parts = [f"{len(found)} notebooks", *([f"{len(skipped)} skipped"] if skipped else [])]
    print(f"{', '.join(parts)}, {len(lines)} problems ({time.monotonic() - start:.1f} s)")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
