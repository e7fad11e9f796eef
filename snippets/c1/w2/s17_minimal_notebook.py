"""A notebook is a JSON file: write one by hand (course 1, section 2.17)."""

import json
import tempfile
from pathlib import Path


def markdown_cell(cell_id, source):
    """Return a text cell."""
    return {"cell_type": "markdown", "id": cell_id, "metadata": {},
            "source": source}


def code_cell(cell_id, source):
    """Return a code cell that has not run yet: no number, no output."""
    return {"cell_type": "code", "id": cell_id, "metadata": {},
            "source": source, "execution_count": None, "outputs": []}


def notebook(cells):
    """Return a notebook in format 4.5, the first whose cells have ids."""
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {},
            "cells": cells}


def save(path, content):
    """Write a notebook as JSON that a reader can open in any editor."""
    text = json.dumps(content, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    content = notebook([markdown_cell("title", "# Hello"),
                        code_cell("sum", "print(1 + 2)")])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "hello.ipynb")
        save(path, content)
        back = json.loads(path.read_text(encoding="utf-8"))
    print([cell["cell_type"] for cell in back["cells"]], back == content)
    print(json.dumps(back["cells"][1], indent=1))
