"""What tests of the labs share: the code cells of a notebook by name, what they print, and the names they define."""

import ast
import json
import os
import subprocess
import sys
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


def is_alone():
    """Tell whether this process runs the tests of one file only, started by run_alone."""
    return "NOTES_TEST_ALONE" in os.environ


def run_alone(file):
    """Run the tests of a file in a process of its own: (exit code, what pytest printed).

    Frameworks share settings within a process: what other tests did with one of them changes the digits of a lab.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", file], cwd=DOCS.parent.parent,
                          env=kept | {"NOTES_TEST_ALONE": "1"}, capture_output=True, text=True, encoding="utf-8")
    return done.returncode, done.stdout


def functions(code):
    """Return {name: source} of the functions in some code, with their docstrings."""
    return {node.name: ast.unparse(node) for node in ast.parse(code).body if isinstance(node, ast.FunctionDef)}


def bare(code):
    """Return {name: source} of the functions in some code, without their docstrings."""
    found = [node for node in ast.parse(code).body if isinstance(node, ast.FunctionDef)]
    for node in found:
        node.body = node.body[1:] if ast.get_docstring(node) else node.body
    return {node.name: ast.unparse(node) for node in found}
