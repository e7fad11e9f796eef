"""Draw figures on request: one program's path a line in, one line of JSON out.

draw_figures.py starts one of these for every core, so that matplotlib is imported once for many
figures, and so that a program that crashes or hangs takes nothing else with it.
"""

import importlib.util
import inspect
import json
import sys
import traceback
import warnings
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
LANGUAGES = ("zh", "en")


def serve(root):
    """Answer requests until the input ends."""
    answers, sys.stdout = sys.stdout, sys.stderr  # what a program prints is not an answer
    own = (root / "snippets", root / "docs" / "figures")
    sys.path[:0] = [str(folder) for folder in own]
    sys.path.append(str(HERE / "docs" / "figures"))
    for line in sys.stdin:
        answers.write(json.dumps(answer(root, line.strip())) + "\n")
        answers.flush()


def answer(root, program):
    """Return {"files": {path: svg}, "problems": [line, ...]} for one program."""
    import draw_checks

    path = root / program
    try:
        files = drawn(path)
    except (Exception, SystemExit) as error:  # whatever a program does, the others go on
        return {"files": {}, "problems": [told(error, path, program)]}
    folder = Path(program).parent.as_posix()
    problems = [f"{folder}/{name}:{line}: {what}" for name, svg in files.items()
                for line, what in draw_checks.problems(svg, path.stem)]
    return {"files": {f"{folder}/{name}": svg for name, svg in files.items()}, "problems": problems}


def drawn(path):
    """Run a program and return its SVG texts by file name."""
    spec = importlib.util.spec_from_file_location(f"figure_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    with warnings.catch_warnings(action="error"):
        spec.loader.exec_module(module)
        draw = getattr(module, "draw", None)
        if not callable(draw):
            raise TypeError("it defines no draw(); define draw() or draw(language)")
        if inspect.signature(draw).parameters:
            return {f"{path.stem}.{language}.svg": text(draw(language), path.stem)
                    for language in LANGUAGES}
        return {f"{path.stem}.svg": text(draw(), path.stem)}


def text(figure, stem):
    """Return the SVG text of what draw() returned."""
    from svg_text import prefix_ids

    svg = figure if isinstance(figure, str) else getattr(figure, "svg", lambda: None)()
    if not isinstance(svg, str):
        raise TypeError("draw() returned no figure; return a Diagram, a Plot or SVG text")
    return prefix_ids(svg, stem)


def told(error, path, program):
    """Return one line for an exception: the last line of the program that it went through."""
    line = 1
    for frame in traceback.extract_tb(error.__traceback__):
        if Path(frame.filename) == path:
            line = frame.lineno
    if isinstance(error, SyntaxError) and error.filename and Path(error.filename) == path:
        line, what = error.lineno, error.msg
    else:
        what = " ".join(str(error).split()) or "no message"
    return f"{program}:{line}: {type(error).__name__}: {what}; mend the program"


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
