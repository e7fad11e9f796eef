"""What tests of the labs share: the code cells of a notebook by name, what they print, and the names they define."""

import ast
import json
from pathlib import Path

import numpy as np

DOCS = Path(__file__).resolve().parent.parent / "docs/en"


class Lab:
    """One notebook, named by its place below docs/en; both languages have the same code."""

    def __init__(self, place):
        found = json.loads((DOCS / place).read_text(encoding="utf-8"))["cells"]
        self.cells = {cell["id"]: cell for cell in found if cell["cell_type"] == "code"}

    def source(self, name):
        """Return the code of one cell."""
        return "".join(self.cells[name]["source"])

    def code(self):
        """Return all code."""
        return "\n\n\n".join(map(self.source, self.cells))

    def printed(self, name):
        """Return what a cell prints."""
        return "".join(line for output in self.cells[name]["outputs"] for line in output.get("text", []))

    def run(self, names):
        """Return what the cells of these names define."""
        defined = {"np": np}
        for name in names:
            exec(self.source(name), defined)
        return defined


def bare(code):
    """Return {name: source} of the functions in some code, without their docstrings."""
    found = [node for node in ast.parse(code).body if isinstance(node, ast.FunctionDef)]
    for node in found:
        node.body = node.body[1:] if ast.get_docstring(node) else node.body
    return {node.name: ast.unparse(node) for node in found}
