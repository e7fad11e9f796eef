"""Read a notebook as a page: the blocks of its Markdown cells, its code and outputs as blocks."""

import json
import warnings

from notes_blocks import Block
from notes_source import Page, read_text

SHOWN = ("name", "text", "data", "ename", "evalue")


def read_notebook(root, language, place):
    """Read one notebook; lines are those of the file."""
    page = Page(f"docs/{language}/{place}", place, language)
    raw = read_text(root, page)
    notebook = parse(page, raw) if raw is not None else None
    if notebook is None:
        page.is_torn = True
        return page
    finder, text = Finder(raw), []
    for cell in notebook["cells"]:
        number = finder.line_after('"cell_type"')
        source = "".join(cell["source"])
        lines = [(finder.line_of(line), line) for line in source.split("\n")]
        if cell["cell_type"] == "markdown":
            page.blocks.append(Block("Markdown cell", number))
            page.read(lines)
            text += [*lines, (number, "")]
        else:
            page.blocks.append(Block(f"{cell['cell_type']} cell", number, content=source))
        read_outputs(page, number, cell.get("outputs", []))
    page.text = "\n".join(line for _, line in text)
    page.line_map = [number for number, _ in text]
    return page


def parse(page, raw):
    """Return the notebook, or None after noting what is wrong with the file."""
    try:
        notebook = json.loads(raw)
    except json.JSONDecodeError as error:
        page.fault(error.lineno, f"a notebook that is no JSON: {error.msg}", "save it with Jupyter")
        return None
    problem = invalid(notebook)
    if problem:
        page.fault(1, f"no valid notebook: {problem}", "save it with Jupyter")
        return None
    return notebook


def invalid(notebook):
    """Return what the format forbids in a notebook, in one line, or ''."""
    import nbformat  # takes long to load, and only notebooks need it

    if not isinstance(notebook, dict) or notebook.get("nbformat") != 4:
        return "its nbformat is not 4"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            nbformat.validate(notebook)
    except (nbformat.ValidationError, Warning, AttributeError, KeyError, TypeError) as error:
        return str(error).strip().split("\n")[0][:120] or type(error).__name__
    return ""


def read_outputs(page, number, outputs):
    """Add the outputs of a code cell as blocks, without counters."""
    for output in outputs:
        shown = {key: output[key] for key in SHOWN if key in output}
        content = json.dumps(shown, ensure_ascii=False, sort_keys=True)
        page.blocks.append(Block("output", number, output["output_type"], content))
        if output["output_type"] == "error":
            page.fault(number, f"a cell that stopped with {output['ename']}",
                       "mend it and run the notebook again")


class Finder:
    """Find source lines in the text of the file, each after the one before."""

    def __init__(self, raw):
        self.raw, self.at = raw, 0

    def line(self):
        """Return the line reached."""
        return self.raw.count("\n", 0, self.at) + 1

    def line_after(self, needle):
        """Go on to the next `needle` and return its line."""
        found = self.raw.find(needle, self.at)
        self.at = found + len(needle) if found >= 0 else self.at
        return self.line()

    def line_of(self, source):
        """Return the line of a cell's source line, written with or without \\u escapes."""
        for is_ascii in (False, True):
            written = json.dumps(source, ensure_ascii=is_ascii)[1:-1]
            found = self.raw.find(f'"{written}', self.at) if source else -1
            if found >= 0:
                self.at = found + len(written)
                break
        return self.line()
