"""The rules of a snippet that can be judged without running it.

A snippet that needs a framework says so in a comment among its first five lines, `# needs: torch`
(several: `# needs: tensorflow, keras`). It then runs only where the framework is installed.
"""

import ast
import re
import sys
import warnings
from dataclasses import dataclass, field

MOST_LINES = 70
MOST_COLUMNS = 79
FRAMEWORKS = ("keras", "tensorflow", "torch")
MARKER = re.compile(r"# needs:(.*)")
MARKER_LINES = 5
HAN = re.compile("[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
INCLUDE_MARK = re.compile(r"-8<-")

# What may be taken from the two random modules: the parts without hidden, shared state.
RANDOM_PARTS = {
    "numpy.random": {"BitGenerator", "Generator", "MT19937", "PCG64", "PCG64DXSM", "Philox",
                     "SFC64", "SeedSequence", "default_rng"},
    "random": {"Random"},
}
SEEDED = {"numpy.random.default_rng", "numpy.random.SeedSequence", "random.Random"}
SEED_REMEDY = "use np.random.default_rng(seed)"


@dataclass
class Verdict:
    """Problems as (line, text), the frameworks asked for, and whether running makes sense."""

    problems: list = field(default_factory=list)
    frameworks: tuple = ()
    runnable: bool = True


def section_of(stem):
    """Return ('c1/w2/s09', 1, '2.9') for the stem 'c1/w2/s09_name'."""
    place = re.match(r"c(\d+)/w(\d+)/s(\d+)(?=_)", stem)
    course, week, section = map(int, place.groups())
    return place[0], course, f"{week}.{section}"


def judge(stem, data):
    """Judge the bytes of the snippet `stem`."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[:error.start].count(b"\n") + 1
        return Verdict([(line, "is not UTF-8; save it as UTF-8")], runnable=False)
    problems = list(text_problems(text))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the run reports them, with their line
            tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None) or 1
        what = getattr(error, "msg", None) or str(error) or type(error).__name__
        problems.append((line, f"is not Python: {what}; mend the line"))
        return Verdict(problems, runnable=False)
    frameworks, marker_problems = needed_frameworks(text)
    bad_imports = list(import_problems(tree, frameworks))
    problems += [*marker_problems, *bad_imports, *docstring_problems(stem, tree),
                 *main_problems(tree, text), *print_problems(tree), *random_problems(tree)]
    return Verdict(sorted(problems), frameworks, runnable=not bad_imports)


def text_problems(text):
    """Yield the problems that the bare lines show."""
    if "\r" in text:
        line = text[:text.index("\r")].count("\n") + 1
        yield line, "ends a line with CR; save it with LF line ends"
    if text.startswith("\ufeff"):
        yield 1, "begins with a byte order mark; save it as plain UTF-8"
    lines = text.replace("\r", "").split("\n")
    if lines[-1]:
        yield len(lines), "lacks the newline at the end; add it"
    else:
        lines.pop()
        if lines and not lines[-1].strip():
            yield len(lines), "ends with an empty line; delete it"
    if len(lines) > MOST_LINES:
        yield MOST_LINES + 1, f"has {len(lines)} lines, at most {MOST_LINES}; split or shorten it"
    for number, line in enumerate(lines, 1):
        if len(line) > MOST_COLUMNS:
            yield number, f"has {len(line)} columns, at most {MOST_COLUMNS}; break the line"
        if HAN.search(line):
            yield number, "has Chinese characters; write code in English"
        if INCLUDE_MARK.search(line):
            yield number, "holds an include mark, which the page would act on; write it otherwise"


def needed_frameworks(text):
    """Return what the marker asks for, and the marker's problems."""
    for number, line in enumerate(text.split("\n")[:MARKER_LINES], 1):
        match = MARKER.fullmatch(line.strip())
        if match:
            names = [name.strip() for name in match[1].split(",")]
            unknown = [name for name in names if name not in FRAMEWORKS]
            known = tuple(name for name in names if name in FRAMEWORKS)
            return known, [(number, f"needs {name!r}; name only {', '.join(FRAMEWORKS)}")
                           for name in unknown]
    return (), []


def imported(tree):
    """Yield (line, module) of every import; a relative one begins with a dot."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield node.lineno, name.name
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or "")


def import_problems(tree, frameworks):
    """Yield the imports that a snippet may not have."""
    seen = set()
    for line, module in imported(tree):
        top = module.partition(".")[0]
        seen.add(top)
        if top in FRAMEWORKS and top not in frameworks:
            yield line, f"imports {top} unannounced; write `# needs: {top}` below the docstring"
        elif not top or re.fullmatch(r"c\d+|s\d+_\w+", top):
            yield line, f"imports another snippet, {module!r}; copy the few lines it needs"
        elif top not in sys.stdlib_module_names and top not in ("numpy", *FRAMEWORKS):
            yield line, f"imports {top!r}; use the standard library and NumPy only"
    for name in frameworks:
        if name not in seen:
            yield 1, f"says that it needs {name} and does not import it; delete the marker"


def docstring_problems(stem, tree):
    """Yield what is wrong with the docstrings of the module and of its functions."""
    _, course, section = section_of(stem)
    place = f"(course {course}, section {section})"
    text = ast.get_docstring(tree, clean=False)
    if text is None:
        yield 1, f'begins without a docstring; begin with """What it does {place}."""'
    elif place not in " ".join(text.split()):
        yield tree.body[0].lineno, f"has a docstring that does not name its place; add {place!r}"
    for node in functions(tree):
        if not (ast.get_docstring(node) or "").strip():
            yield node.lineno, f"has a function without docstring, {node.name}; add one"


def functions(tree):
    """Return every function definition, nested ones and methods as well."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def is_main_block(node):
    """Tell whether the statement is `if __name__ == "__main__":`."""
    return isinstance(node, ast.If) and ast.unparse(node.test) == "__name__ == '__main__'"


def main_problems(tree, text):
    """Yield a problem if the file does not end with its demo."""
    blocks = [node for node in tree.body if is_main_block(node)]
    if not blocks:
        yield text.count("\n") or 1, 'lacks its demo; end with `if __name__ == "__main__":`'
    for node in blocks:
        if node is not tree.body[-1] or node.orelse:
            yield node.lineno, "has code after its demo; let the `__main__` block end the file"


def print_problems(tree):
    """Yield prints in functions, and prints that an import of the file would set off."""
    in_functions, in_demo = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            in_functions.update(map(id, ast.walk(node)))
        if is_main_block(node):
            in_demo.update(map(id, ast.walk(node)))
    for node in ast.walk(tree):
        if not (isinstance(node, (ast.Name, ast.Attribute))
                and ast.unparse(node) in ("print", "sys.stdout.write")):
            continue
        if id(node) in in_functions:
            yield node.lineno, "prints inside a function; return the value, print it in the demo"
        elif id(node) not in in_demo:
            yield node.lineno, "prints when imported; print in the `__main__` block"


def aliases(tree):
    """Return what each imported name stands for: {'np': 'numpy', 'r': 'numpy.random'}."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                top = name.name.partition(".")[0]
                names[name.asname or top] = name.name if name.asname else top
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for name in node.names:
                names[name.asname or name.name] = f"{node.module}.{name.name}"
    return names


def full_name(node, names):
    """Return the dotted name that an expression stands for, or ''."""
    if isinstance(node, ast.Name):
        return names.get(node.id, "")
    if isinstance(node, ast.Attribute):
        base = full_name(node.value, names)
        return base and f"{base}.{node.attr}"
    return ""


def random_problems(tree):
    """Yield uses of global random state, and generators without a seed."""
    names = aliases(tree)
    for node in ast.walk(tree):
        full = full_name(node, names)
        module, _, part = full.rpartition(".")
        if module in RANDOM_PARTS and part not in RANDOM_PARTS[module]:
            yield node.lineno, f"uses the global random state, {full}; {SEED_REMEDY}"
        if isinstance(node, ast.Call) and full_name(node.func, names) in SEEDED:
            given = node.args or [keyword.value for keyword in node.keywords]
            if not given or ast.unparse(given[0]) == "None":
                yield node.lineno, f"has a random generator without a seed; {SEED_REMEDY}"
