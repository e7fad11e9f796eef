"""Read a notebook as a page: its Markdown cells cut into blocks, its code and outputs as blocks too."""

import json
import warnings

from notes_blocks import Block, read_blocks
from notes_source import Page, read_text


def read_notebook(root, language, place):
    """Read one notebook; lines are those of the file."""
    page = Page(f"docs/{language}/{place}", place, language)
    raw = read_text(root, page)
    if raw is None:
        return page
    try:
        notebook = json.loads(raw)
    except json.JSONDecodeError as error:
        page.fault(error.lineno, f"is no JSON: {error.msg}; save the notebook again")
        return page
    problem = invalid(notebook)
    if problem:
        page.fault(1, f"is no valid notebook: {problem}; save it with Jupyter")
        return page
    finder, text = Finder(raw), []
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        number = finder.line_after('"cell_type"')
        lines = [(finder.line_of(line), line) for line in source.split("\n")]
        page.blocks.append(Block(f"{cell['cell_type']} cell", number, content=source if cell["cell_type"] == "code" else ""))
        if cell["cell_type"] == "markdown":
            page.blocks += read_blocks(lines, page.faults)
            text += [*lines, (lines[-1][0], "")]
        for output in cell.get("outputs", []):
            page.blocks.append(Block("output", number, detail=output["output_type"], content=result(output)))
            if output["output_type"] == "error":
                page.fault(number, f"the notebook stopped with {output['ename']}; mend the cell and run it again")
    page.text = "\n".join(line for _, line in text)
    page.line_map = [number for number, _ in text]
    return page


def invalid(notebook):
    """Return what the format forbids in a notebook, in one line, or ''."""
    import nbformat  # takes a while to load, and only notebooks need it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            nbformat.validate(notebook)
    except (nbformat.ValidationError, Warning, AttributeError, KeyError, TypeError) as error:
        return str(error).strip().split("\n")[0][:120] or type(error).__name__
    return "" if notebook.get("nbformat") == 4 else "it is not of version 4"


def result(output):
    """Return what an output shows, without counters."""
    shown = {key: value for key, value in output.items() if key in ("name", "text", "data", "ename", "evalue")}
    return json.dumps(shown, ensure_ascii=False, sort_keys=True)


class Finder:
    """Find source lines in the text of the file, each after the one before."""

    def __init__(self, raw):
        self.raw, self.at = raw, 0

    def line_after(self, needle):
        """Return the line of the next `needle`, and go on from there."""
        found = self.raw.find(needle, self.at)
        self.at = found if found >= 0 else self.at
        return self.raw.count("\n", 0, self.at) + 1

    def line_of(self, source):
        """Return the line of a cell's source line, written with or without \\u escapes."""
        for is_ascii in (False, True):
            written = json.dumps(source, ensure_ascii=is_ascii)[1:-1]
            found = self.raw.find(f'"{written}', self.at)
            if source and found >= 0:
                self.at = found + len(written)
                break
        return self.raw.count("\n", 0, self.at) + 1
