"""Every rule of check_snippets.py with its planted fault, on a small made-up project."""

import io
import os
import subprocess
import sys
import threading

import check_snippets
import pytest
from check_snippets import check, examine, main
from snippet_runner import Limits, Outcome, run_snippet
from snippet_sandbox import MEMORY_LIMITED

HERE = "snippets/c1/w2"
CODE, OUT = f"{HERE}/s09_step.py", f"{HERE}/s09_step.out"
ZH, EN = "docs/zh/c1/w2/s09_descent.md", "docs/en/c1/w2/s09_descent.md"

GOOD = '''"""One step of gradient descent (course 1, section 2.9)."""

import numpy as np


def step(w, dw, alpha):
    """Return the weights after one step."""
    return w - alpha * dw


if __name__ == "__main__":
    print(step(np.array([1.0, 2.0]), np.array([0.5, 0.5]), 0.1))
'''

PAGE = '''---
description: A page.
---
# 2.9 { #s09 }

Text with `inline = "Python"`.

```python title="s09_step.py"
--8<-- "c1/w2/s09_step.py"
```

```text title="TITLE"
--8<-- "c1/w2/s09_step.out"
```
'''
ZH_PAGE, EN_PAGE = PAGE.replace("TITLE", "输出"), PAGE.replace("TITLE", "Output")


def write(root, name, text):
    """Write a file of the made-up project, bytes or text with LF; None deletes it."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        path.unlink()
    else:
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def edit(root, name, old, new):
    """Replace a piece of a file of the made-up project."""
    text = (root / name).read_text(encoding="utf-8")
    assert old in text
    write(root, name, text.replace(old, new))


def demo(*body, top=()):
    """Return a snippet whose demo, from line 3 on, consists of these lines."""
    return "\n".join(['"""A demo (course 1, section 2.9)."""', *top, 'if __name__ == "__main__":',
                      *(f"    {line}" for line in body), ""])


def the_one(problems, place, words, among_others=False):
    """Assert that this is the only problem; ` … ` stands between its words and its remedy."""
    what, remedy = words.split(" … ")
    found = [problem for problem in problems if what in problem or not among_others]
    assert len(found) == 1, problems
    assert found[0].startswith(place + ": ") and "\n" not in found[0], problems
    assert what in found[0] and remedy in found[0].partition(what)[2] and "; " in found[0], problems


@pytest.fixture
def tree(tmp_path):
    """Return a project with one right snippet, shown on its two pages."""
    for name, text in ((CODE, GOOD), (OUT, "[0.95 1.95]\n"), (ZH, ZH_PAGE), (EN, EN_PAGE)):
        write(tmp_path, name, text)
    return tmp_path


@pytest.fixture
def unrun(tree, monkeypatch):
    """Return the same project, where running is replaced by its known result."""
    ran = Outcome(b"[0.95 1.95]\n")
    monkeypatch.setattr(check_snippets, "run_snippet", lambda *_: ran)
    return tree


def test_clean_tree_passes_and_checking_writes_nothing(tree):
    write(tree, f"{HERE}/__pycache__/s09_step.cpython-311.pyc", b"")
    write(tree, "snippets/.DS_Store", b"")
    before = {path: path.stat().st_mtime_ns for path in tree.rglob("*")}
    assert check(tree) == []
    assert {path: path.stat().st_mtime_ns for path in tree.rglob("*")} == before


@pytest.mark.parametrize(("body", "line", "words"), [
    ("exec('try: 1 / 0\\nexcept ArithmeticError: input()')", 3, "EOFError … mend it"),
    ("raise ValueError('a\\n  b\\nc')", 3, "fails: ValueError: a; … mend it"),
    ("raise SystemExit(3)", 1, "exit code 3 … let it reach its end"),
    ("import os; os.kill(os.getpid(), 11)", 1, "killed by SIGSEGV … run it with"),
    ("import sys; print('x', file=sys.stderr)", 1, "standard error: 'x' … to standard output"),
    ("open('a.txt', 'w').close(); print(1)", 1, "leaves 'a.txt' behind … delete the file"),
    ("import tempfile; print(tempfile.mkdtemp())", 1, "leaves 'tmp … delete the file"),
    ("pass", 1, "prints nothing … let the demo print"),
    ("import sys; sys.stdout.buffer.write(b'\\xff')", 1, "not UTF-8 … print text"),
    ("import warnings; warnings.warn('old')", 3, "UserWarning: old … mend its cause"),
    ("import numpy as np; np.log(np.zeros(1))", 3, "RuntimeWarning: divide … mend its cause"),
    ("print('\\d')", 3, "invalid escape sequence … mend it"),
    ("__import__('s09_other')", 3, "No module named 's09_other' … Python of .venv"),
    ("import socket; socket.socket()", 3, "network … make the data in the snippet"),
    ("import _socket; _socket.socket()", 3, "network … make the data in the snippet"),
    ("import socket; socket.create_connection(('::1', 9))", 3, "network … make the data"),
    ("import urllib.request as u; u.urlopen('http://[::1]:9')", 3, "network … make the data"),
    ("import subprocess; subprocess.run(['true'])", 3, "another process … do the work"),
    ("import os; os.system('true')", 3, "starts another process … do the work"),
    ("open(__file__ + '.txt', 'w')", 3, "own working folder only … instead of writing"),
    ("import os; os.mkdir(__file__ + '.d')", 3, "own working folder only … print the result"),
    ("import os; os.remove(__file__)", 3, "own working folder only … print the result"),
])
def test_faulty_runs(tree, body, line, words):
    write(tree, CODE, demo(body))
    the_one(check(tree), f"{CODE}:{line}", words)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="network namespaces are Linux's")
def test_native_code_sees_no_network_either(tree):
    probe = "import ctypes as c; raise SystemExit(c.CDLL(None).unshare(0x50000000) != 0)"
    if subprocess.run([sys.executable, "-c", probe]).returncode != 0:
        pytest.skip("this kernel denies new network namespaces")
    body = "import os; print(os.readlink('/proc/self/ns/net'))"
    outcome = run_snippet(write(tree, CODE, demo(body)), CODE)
    assert outcome.problems == []
    assert outcome.output.decode().strip() != os.readlink("/proc/self/ns/net")


@pytest.mark.skipif(not MEMORY_LIMITED, reason="this platform does not limit memory")
@pytest.mark.parametrize("hog", [
    "print(len(bytearray(2 << 30)))",
    "import numpy as np; print(np.ones(1 << 28).sum())",
    "a = [bytes(1 << 20) for _ in iter(int, 1)]",
])
def test_memory_hog_is_stopped(tree, hog):
    assert examine(tree, limits=Limits(mebibytes=512)).problems == []  # NumPy starts with less
    write(tree, CODE, demo(hog))
    the_one(check(tree), f"{CODE}:3", "needs more than 1024 MiB of memory … take a smaller")


def test_what_does_not_end_is_stopped(tree):
    path = write(tree, CODE, demo("while True: pass"))
    the_one(examine(tree, limits=Limits(seconds=0.6)).problems, f"{CODE}:1", "runs longer than 0.6 s … mend the loop")
    assert Limits(2, 3).of(("torch",)) == Limits(10, 24) and Limits(2, 3).of(()) == Limits(2, 3)
    stop = threading.Event()
    stop.set()
    the_one(run_snippet(path, CODE, stop=stop).problems, f"{CODE}:1", "interrupted … again")
    write(tree, CODE, demo("while True: print('x' * 1000)"))
    the_one(check(tree), f"{CODE}:1", "prints more than 1 MiB … print a few lines")


def test_the_snippet_is_main_in_an_empty_folder_with_a_clean_environment(tree, monkeypatch):
    monkeypatch.setenv("SECRET", "1")
    monkeypatch.setenv("PYTHONPATH", str(tree))
    write(tree, CODE, demo(
        "import os, sys, tempfile",
        "print(__name__, os.path.basename(__file__), sys.argv == [__file__])",
        "print(os.listdir(), os.path.samefile(tempfile.gettempdir(), os.getcwd()))",
        "print(os.environ.keys() & {'SECRET', 'PYTHONPATH', 'OMP_NUM_THREADS'})",
        "print(sys.flags.isolated, sys.flags.utf8_mode, os.environ['LANG'])",
        "print(sys.warnoptions, sys.modules['__main__'].__file__ == __file__)",
        "with tempfile.TemporaryFile() as file:",
        "    print(file.write(b'gone before the end'))"))
    write(tree, OUT, "__main__ s09_step.py True\n[] True\n{'OMP_NUM_THREADS'}\n"
                     "1 1 C.UTF-8\n['error'] True\n19\n")
    assert check(tree) == []


@pytest.mark.parametrize(("name", "content", "place", "words"), [
    (OUT, "[0.95 1.96]\n", f"{CODE}:1",
     "prints something else at output line 1; expected '[0.95 1.96]', got '[0.95 1.95]'; … "
     "run `python scripts/check_snippets.py --update c1/w2/s09_step`"),
    (OUT, "[0.95 1.95]\nmore\n", f"{CODE}:1", "expected 'more\\n', got the end … --update"),
    (OUT, "[0.95 1.95]", f"{CODE}:1", "'[0.95 1.95]', got '[0.95 1.95]\\n' … --update"),
    (OUT, "[0.95 1.95]\r\n", f"{CODE}:1", "expected '[0.95 1.95]\\r', got '[ … --update"),
    (OUT, "", f"{CODE}:1", "line 1; expected the end, got '[0.95 1.95]\\n' … --update"),
    (OUT, "[0.95 1.95" + " " * 90, f"{CODE}:1", f"'[0.95 1.95{' ' * 50}…', got … --update"),
    (OUT, b"\xff\n", f"{CODE}:1", "output line 1; expected '\ufffd' … --update"),
    (CODE, b'"""A."""\nx = "\xff"\n', f"{CODE}:2", "is not UTF-8 … save it as UTF-8"),
    (CODE, b"x = \0\n", f"{CODE}:1", "is not Python … mend the line"),
    (CODE, b"(" * 70 + b"\n", f"{CODE}:1", "is not Python … mend the line"),
    (f"{HERE}/s09_gone.out", "1\n", f"{HERE}/s09_gone.out:1", "output of no snippet … delete it"),
    (f"{HERE}/data.csv", "1\n", f"{HERE}/data.csv:1", "is no snippet and no output … move it"),
    (f"{HERE}/s9_x.py", GOOD, f"{HERE}/s9_x.py:1", "is no snippet and no output … name it c1/"),
    ("snippets/c1/s09_x.py", GOOD, "snippets/c1/s09_x.py:1", "is no snippet … name it"),
    (EN, None, f"{CODE}:1", "has no page docs/en/c1/w2/s09_*.md … write the page"),
    (EN, b"a\n\xff\n" + EN_PAGE.encode(), f"{EN}:2", "is not UTF-8 … save it as UTF-8"),
    (ZH, EN_PAGE, f"{ZH}:12", 'lacks the title … title="输出"'),
])
def test_planted_files(tree, name, content, place, words):
    write(tree, name, content)
    the_one([p for p in check(tree) if "does not show" not in p], place, words)


def test_missing_output_folder_for_a_snippet_and_dead_link(tree):
    write(tree, OUT, None)
    (tree / HERE / "s10_x.py").mkdir()
    (tree / HERE / "s11_x.py").symlink_to("nowhere")
    problems = check(tree)
    the_one(problems, f"{CODE}:1", "lacks its .out file … --update c1/w2/s09_step", True)
    the_one(problems, f"{HERE}/s10_x.py:1", "is no snippet and no output … name it", True)
    the_one(problems, f"{HERE}/s11_x.py:1", "cannot be read: No such file … delete it", True)


def test_update_rewrites_only_what_ran_cleanly_and_is_stale(tree):
    write(tree, f"{HERE}/s10_bad.py", demo("print(1); 1 / 0"))
    write(tree, f"{HERE}/s11_left.py", demo("print(open('x', 'w').close())"))
    write(tree, f"{HERE}/s12_new.py", demo("print(2)"))
    bad, stale = write(tree, f"{HERE}/s10_bad.out", "stale\n"), write(tree, OUT, "stale\n")
    assert check(tree, ["c1/w2/s12"], update=True) and stale.read_text() == "stale\n"
    current = (tree / HERE / "s12_new.out").stat()
    report = examine(tree, update=True)
    assert stale.read_bytes() == b"[0.95 1.95]\n" and bad.read_text() == "stale\n"
    assert not (tree / HERE / "s11_left.out").exists() and report.rewritten == 1
    assert (tree / HERE / "s12_new.out").stat().st_mtime_ns == current.st_mtime_ns
    assert any(p.startswith(f"{HERE}/s10_bad.py:3: fails: Zero") for p in report.problems)


BODY, IMPORT, END = "    return w -", "import numpy as np\n", "0.1))\n"


@pytest.mark.parametrize(("old", "new", "line", "words"), [
    (BODY, "    # x\n" * 59 + BODY, 71, "has 71 lines, at most 70 … shorten it"),
    ("alpha * dw\n", "alpha * dw" + " " * 55 + "\n", 8, "has 80 columns … break the line"),
    ('"""One', 'import numpy\n"""One', 1, "without a docstring … (course 1, section 2.9)"),
    ("section 2.9", "section 2.8", 1, "not name its place … add '(course 1, section 2.9)'"),
    ("course 1, ", "", 1, "does not name its place … add '(course 1, section 2.9)'"),
    ('    """Return the weights after one step."""\n', "", 6, "docstring, step … add one"),
    (IMPORT, f"import c1.w2.s09_b\n{IMPORT}", 3, "another snippet … copy the few lines"),
    (IMPORT, f"from . import s09_b\n{IMPORT}", 3, "another snippet … copy the few lines"),
    (IMPORT, f"import s09_b\n{IMPORT}", 3, "another snippet, 's09_b' … copy the few lines"),
    (IMPORT, f"import scipy.special\n{IMPORT}", 3, "imports 'scipy' … NumPy only"),
    (IMPORT, f"import torch\n{IMPORT}", 3, "torch unannounced … write `# needs: torch`"),
    (IMPORT, f"# needs: jax\n{IMPORT}", 3, "needs 'jax' … name only keras, tensorflow, torch"),
    (IMPORT, f"# needs: torch\n{IMPORT}", 1, "not import it … delete the marker"),
    (BODY, f"    print(w)\n{BODY}", 8, "prints inside a function … return the value"),
    (BODY, f"    list(map(print, w))\n{BODY}", 8, "prints inside a function … return the value"),
    ("\n\nif __", "\n\nprint(2)\nif __", 11, "prints when imported … in the `__main__` block"),
    (BODY, f"    np.random.seed(1)\n{BODY}", 8, "state, numpy.random.seed … default_rng(seed)"),
    (BODY, f"    np.random.randn(3)\n{BODY}", 8, "global random state … default_rng(seed)"),
    (IMPORT, f"{IMPORT}import numpy.random as r\nr.rand(1)\n", 5, "global random … default_rng"),
    (IMPORT, f"{IMPORT}from random import random\nrandom()\n", 5, "random.random … default_rng"),
    (BODY, f"    np.random.default_rng()\n{BODY}", 8, "without a seed … default_rng(seed)"),
    (BODY, f"    np.random.default_rng(None)\n{BODY}", 8, "without a seed … default_rng(seed)"),
    ("if __name__ ==", "if __name__ !=", 12, "lacks its demo … end with `if __name__"),
    (END, f"{END}\nx = 1\n", 11, "code after its demo … end the file"),
    (END, f"{END}else:\n    x = 1\n", 11, "code after its demo … end the file"),
    ("weights after", "权重 after", 7, "Chinese characters … in English"),
    ("weights after", "weights，after", 7, "Chinese characters … in English"),
    ("weights after", "--8<-- after", 7, "include mark … write it otherwise"),
    (END, "0.1))", 12, "lacks the newline … add it"),
    (END, f"{END}\n", 13, "ends with an empty line … delete it"),
    (BODY, f"    w = w\r\n{BODY}", 8, "ends a line with CR … LF line ends"),
    (BODY, f"{BODY} (", 8, "is not Python: '(' was never closed … mend the line"),
])
def test_text_rules(unrun, monkeypatch, old, new, line, words):
    monkeypatch.setattr(check_snippets.importlib.util, "find_spec", lambda name: object())
    edit(unrun, CODE, old, new)
    the_one(check(unrun), f"{CODE}:{line}", words, among_others=True)


@pytest.mark.parametrize("there", [True, False])
def test_framework_runs_where_it_is_installed(unrun, monkeypatch, there):
    monkeypatch.setattr(check_snippets.importlib.util, "find_spec", lambda name: there or None)
    write(unrun, CODE, demo("print(torch.ones(1))", top=["# needs: torch", "import torch"]))
    report = examine(unrun)
    assert (report.problems, report.ran, report.skipped) == ([], there, not there)
    if not there:
        the_one(report.notes, f"{CODE}:1", "skipped, torch is not installed … -reference.txt")
        assert ", 1 skipped, 0 problems (0.3 s)" in check_snippets.verdict(report, 0.26)


def test_framework_may_write_in_its_home(tree):
    path = write(tree, CODE, demo("import os, sys", "os.mkdir(os.path.expanduser('~/.json'))",
                                  "os.mkdir(os.getenv('TORCHINDUCTOR_CACHE_DIR', '..') + '/a')",
                                  "print('wave' in sys.modules)"))
    assert run_snippet(path, CODE, frameworks=("wave", "this_is_not_there")) == Outcome(b"True\n")
    the_one(run_snippet(path, CODE).problems, f"{CODE}:1", "leaves '~/.json' behind … delete")


TEXT, SHOW = "Text with", '--8<-- "c1/w2/s09_step.py"\n'
HAND = "has Python typed by hand … put it in snippets/"


@pytest.mark.parametrize(("old", "new", "line", "words"), [
    (SHOW, f"{SHOW}x = 1\n", 8, HAND),
    (TEXT, f"```py\nx = 1\n```\n\n{TEXT}", 6, HAND),
    (TEXT, f"~~~~ {{ .python }}\nx = 1\n~~~~\n\n{TEXT}", 6, HAND),
    (TEXT, f"``` {{ #a .pycon }}\n>>> 1\n```\n\n{TEXT}", 6, HAND),
    (TEXT, f'!!! warning "x"\n\n    ```python\n    x = 1\n    ```\n\n{TEXT}', 8, HAND),
    (TEXT, f"> ```python\n> x = 1\n> ```\n\n{TEXT}", 6, HAND),
    (TEXT, f"```python\n```\n\n{TEXT}", 6, HAND),
    ("```python", "```py", 8, "as 'py' … write ```python"),
    ("```python", "```text", 8, "as 'text' … write ```python"),
    ("```text", "```", 12, "s09_step.out as '' … write ```text"),
    ("```text", "```python", 12, "s09_step.out as 'python' … write ```text"),
    ('title="s09_step.py"', 'title="a.py"', 8, 'lacks the title … title="s09_step.py"'),
    (SHOW, SHOW.replace(".py", ".py:2:5"), 9, "only a part … include it whole"),
    (SHOW, SHOW.replace(".py", ".py:f"), 9, "only a part … include it whole"),
    ('.out"\n', '.oot"\n', 13, "has no such file … mend the name"),
    (TEXT, f"```text\n{SHOW.replace('c1/', '../snippets/c1/')}```\n{TEXT}", 7, "no such … mend"),
    ('.out"\n', '.out"\nhand\n', 12, "more than the include … leave the include"),
    (TEXT, f"{SHOW}\n{TEXT}", 6, "outside a block … write ```python"),
    (TEXT, f'--8<-- "nothing.md"\n\n{TEXT}', 6, "no such file … mend the name"),
    (TEXT, f"--8<--\n\n{TEXT}", 6, "without a name … write --8<--"),
    ('.out"\n```\n', '.out"\n', 12, "no line closes … close it"),
    (TEXT, f'```python title="s09_step.py"\n{SHOW}```\n\n{TEXT}', 13, "second time … leave one"),
    (f'```python title="s09_step.py"\n{SHOW}```\n', "", 1, "does not show … add ```python"),
    ('--8<-- "c1/w2/s09_step.out"\n', "", 1, "not show snippets/c1 … add ```text"),
    ("#s09 }\n", f'#s09 }}\n```text title="T"\n{SHOW[:-4]}out"\n```\n', 6, "before … swap"),
])
@pytest.mark.parametrize(("page", "title"), [(ZH, "输出"), (EN, "Output")])
def test_page_rules(unrun, page, title, old, new, line, words):
    edit(unrun, page, old, new.replace('"T"', f'"{title}"'))
    the_one(check(unrun), f"{page}:{line}", words, among_others=True)


def test_what_a_page_may_have(unrun):
    start = EN_PAGE.index("```python")
    body = "".join(f"    {line}\n" if line else "\n" for line in EN_PAGE[start:].splitlines())
    write(unrun, EN, f'{EN_PAGE[:start]}```bash\npython x.py\n```\n\n```text\n;{SHOW}```\n\n'
                     f'??? example "Code"\n\n{body}')
    assert check(unrun) == []


@pytest.mark.parametrize("key", ["c1", "c1/w2", "c1/w2/", "c1/w2/s09", "c1/w2/s09_step", CODE, OUT,
                                 "snippets\\c1\\w2\\s09_step.py", "./snippets/c1/w2", EN])
def test_keys_that_mean_the_snippet_or_its_page(unrun, key):
    write(unrun, "docs/en/c11/w2/s09_x.md", "```python\nx\n```\n")
    write(unrun, OUT, "stale\n")
    assert len(check(unrun, [key])) == (0 if key == EN else 1)


@pytest.mark.parametrize("key", ["c", "c1/w", "c1/w2/s0", "c2", "c1/w2/s09_ste", "x:y\nz", "*"])
def test_unknown_key_and_no_project(unrun, key):
    place = f"{' '.join(key.split())}:1"
    the_one(check(unrun, [key]), place, "names no snippet and no page … give a key")
    the_one(check(unrun / "docs", [key]), "snippets:1", "is no folder here … --root")


def test_main_tells_all_problems_in_order_then_passes_after_an_update(tree, capsys):
    write(tree, OUT, "stale\n")
    edit(tree, CODE, "alpha * dw\n", "alpha * dw  # 学习率\n\n\ndef g():\n    pass\n")
    edit(tree, ZH, "Text with", "```python\nx\n```\nText with")
    assert main(["--root", str(tree), "c1/w2/s09"]) == 1
    *problems, last = capsys.readouterr().out.splitlines()
    places = [problem.split(": ")[0] for problem in problems]
    assert places == [f"{ZH}:6", f"{CODE}:1", f"{CODE}:8", f"{CODE}:11"]
    assert last.startswith("1 snippet ran, 4 problems (") and last.endswith(" s)")
    edit(tree, CODE, "  # 学习率\n\n\ndef g():\n    pass", "")
    edit(tree, ZH, "```python\nx\n```\n", "")
    assert main(["--root", str(tree), "--update"]) == 0
    assert "1 snippet ran, 1 output rewritten, 0 problems (" in capsys.readouterr().out


@pytest.mark.parametrize("argv", [["--nonsense"], ["--seconds", "x"], ["--mebibytes", "-1"]])
def test_bad_arguments_are_one_line_and_exit_1(argv, capsys):
    with pytest.raises(SystemExit) as ended:
        main(argv)
    assert ended.value.code == 1
    assert capsys.readouterr().out.count("\n") == 1


def test_the_script_runs_from_anywhere(tree):
    done = subprocess.run([sys.executable, check_snippets.__file__, "--root", str(tree)],
                          cwd=tree / "docs", capture_output=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1 snippet ran, 0 problems (")


def test_notes_on_memory_and_progress(unrun, capsys, monkeypatch):
    monkeypatch.setattr(check_snippets, "MEMORY_LIMITED", False)
    assert main(["--root", str(unrun)]) == 0
    assert capsys.readouterr().out.count("memory is not limited") == 1
    stream = io.StringIO()
    stream.isatty = lambda: True
    examine(unrun, stream=stream)
    assert "\r1/1 snippets" in stream.getvalue() and "\n" not in stream.getvalue()
    monkeypatch.setattr(check_snippets, "PROGRESS_SECONDS", 0.0)
    examine(unrun, stream=(stream := io.StringIO()))
    assert stream.getvalue().endswith("1/1 snippets\n")
