"""The figures: current, safe, readable; each rule is shown a figure that breaks it."""

import re
import shutil
from pathlib import Path

import draw_checks
import draw_figures
import pytest

ROOT = Path(__file__).resolve().parents[1]
GOOD = """from drawing import Diagram

def draw():
    d = Diagram(height=80, title="Two nodes", desc="x leads to z.")
    d.arrow(d.node(40, 40, "$x$"), d.node(200, 40, "$z$"))
    return d
"""
PLOT = """import numpy as np
from plotting import FORWARD, Plot

def draw():
    p = Plot(title="Sine", desc="One wave.")
    x = np.linspace(0, 6, 50)
    p.axes.plot(x, np.sin(x), color=FORWARD)
    p.axes.set(xlabel="$x$", ylim=(-0.5, 0.5))
    return p
"""
TALKING = """from drawing import Diagram

def draw(language):
    word = {"zh": "输入", "en": "input"}[language]
    d = Diagram(height=60, title=word, desc=word)
    d.node(100, 30, word, shape="box")
    return d
"""


@pytest.fixture
def root(tmp_path):
    """Return a project with no figures yet."""
    (tmp_path / "docs" / "figures" / "c1" / "w2").mkdir(parents=True)
    return tmp_path


def program(root, name="s01_good.py", text=GOOD):
    """Write a program that draws."""
    path = root / "docs" / "figures" / "c1" / "w2" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def draw(root, *keys):
    """Draw and write; return the problems."""
    return draw_figures.run(root, keys, write=True)[1]


def only(problems, place, what):
    """Assert that there is one problem, of the right form, at this place and about this."""
    assert len(problems) == 1, problems
    assert re.fullmatch(r"[\w./-]+:\d+: [^\n]+; [^\n]+", problems[0]), problems[0]
    assert problems[0].startswith(f"docs/figures/c1/w2/{place}"), problems[0]
    assert what in problems[0], problems[0]


# The project's own figures


def test_every_figure_is_current_and_keeps_the_rules():
    assert draw_figures.check(ROOT) == []


# Files


def test_drawing_writes_what_the_check_then_accepts(root):
    program(root)
    program(root, "s02_wave.py", PLOT)
    program(root, "s03_words.py", TALKING)
    assert draw(root) == []
    assert draw_figures.check(root) == []
    written = {path.name for path in root.rglob("*.svg")}
    assert written == {"s01_good.svg", "s02_wave.svg", "s03_words.zh.svg", "s03_words.en.svg"}


def test_check_writes_nothing_and_names_what_is_missing(root):
    program(root)
    only(draw_figures.check(root), "s01_good.svg:1: not drawn yet", "c1/w2/s01_good")
    assert not list(root.rglob("*.svg"))


@pytest.mark.parametrize("change", [
    lambda svg: svg.replace(b"x leads", b"y leads"), lambda svg: svg + b"\n",
    lambda svg: svg.replace(b"\n", b"\r\n"), lambda svg: b""])
def test_a_stale_figure(root, change):
    path = program(root).with_suffix(".svg")
    draw(root)
    path.write_bytes(change(path.read_bytes()))
    only(draw_figures.check(root), "s01_good.svg:1: not what its program draws", "run ")


@pytest.mark.parametrize("name", ["s01_gone.svg", "s01_good.zh.svg"])
def test_an_orphan(root, name):
    path = program(root)
    draw(root)
    shutil.copy(path.with_suffix(".svg"), path.with_name(name))
    only(draw_figures.check(root), f"{name}:1: no program draws it", "delete")


@pytest.mark.parametrize(("text", "line", "what"), [
    (GOOD.replace("return d", "return 1 / 0"), 6, "ZeroDivisionError: division by zero"),
    (GOOD.replace("return d", "d.node(1, 2, '$x_$')"), 6, "ValueError: label"),
    (GOOD.replace("return d", "d.label(9, 9, r'$\\frac12$')"), 6, r"\frac is not known"),
    (GOOD.replace("return d", "d.label(9, 9, '5 $')"), 6, "a dollar sign is missing"),
    (GOOD.replace("return d", "d.arrow((9, 9), (9, 9))"), 6, "starts where it ends"),
    (GOOD.replace("return d", "d.grid(9, 9, [[1], [1, 2]])"), 6, "rows of a grid differ"),
    (GOOD.replace("return d", "raise SystemExit(3)"), 6, "SystemExit: 3"),
    (GOOD.replace("return d", "import warnings; warnings.warn('odd')"), 6, "UserWarning: odd"),
    ("def draw(:\n", 1, "SyntaxError"),
    ("import no_such_module\n", 1, "ModuleNotFoundError"),
    ("x = 1\n", 1, "defines no draw()"),
    (GOOD.replace("return d", "return None"), 1, "returned no figure"),
    (GOOD.replace('title="Two nodes"', 'title=" "'), 1, "no title"),
    ("\x00", 1, "null bytes"),
])
def test_a_program_that_fails_is_one_line_and_the_others_go_on(root, text, line, what):
    program(root, "s01_bad.py", text)
    program(root, "s02_good.py")
    only(draw(root), f"s01_bad.py:{line}: ", what)
    assert [path.name for path in root.rglob("*.svg")] == ["s02_good.svg"]


def test_a_program_that_ends_python(root):
    program(root, "s01_bad.py", "import os\nos._exit(7)\n")
    program(root, "s02_good.py")
    only(draw(root), "s01_bad.py:1: ended Python", "exception")


def test_a_program_that_hangs(root, monkeypatch):
    monkeypatch.setattr(draw_figures, "TIME_LIMIT", 3)
    program(root, "s01_bad.py", "while True: pass\n")
    program(root, "s02_good.py")
    only(draw(root), "s01_bad.py:1: took longer than 3 s", "draw less")
    assert [path.name for path in root.rglob("*.svg")] == ["s02_good.svg"]


def test_names_and_keys(root):
    program(root, "S1-Good.py")
    only(draw(root), "S1-Good.py:1: not a name like s09_name.py", "rename")
    program(root)
    problems = draw_figures.check(root, ["c1/w9"])
    assert problems == ["docs/figures/c1/w9:1: no program has this key; name one like c1/w2/s09"]


def test_figures_of_a_page_outside_the_weeks(root):
    program(root)
    program(root, "../../notation/words.py", TALKING)
    program(root, "../../notation/Words.py", TALKING)
    program(root, "../stray.py")
    bad = [f"docs/figures/{name}:1: not a name like s09_name.py; rename it, or move what figures "
           "share to docs/figures/" for name in ("c1/stray.py", "notation/Words.py")]
    assert draw(root) == bad
    names = {path.relative_to(root / "docs" / "figures").as_posix() for path in root.rglob("*.svg")}
    assert names == {"c1/w2/s01_good.svg", "notation/words.zh.svg", "notation/words.en.svg"}
    (root / "docs/figures/notation/Words.py").unlink()
    (root / "docs/figures/notation/words.zh.svg").write_text("", encoding="utf-8")
    shutil.copy(root / "docs/figures/c1/w2/s01_good.svg", root / "docs/figures/notation/gone.svg")
    stale = [line.split(";")[0] for line in draw_figures.check(root, ["notation"])]
    assert stale == ["docs/figures/notation/gone.svg:1: no program draws it",
                     "docs/figures/notation/words.zh.svg:1: not what its program draws"]


@pytest.mark.parametrize("key", ["c1/w2/s01", "c1/w2", "c1/", "docs/figures/c1/w2/s01_good.py",
                                 "c1/w2/s01_good.svg"])
def test_a_key_selects_its_figures_alone(root, key):
    program(root)
    program(root, "s11_other.py")
    assert draw(root, key) == []
    names = {path.name for path in root.rglob("*.svg")}
    assert names == ({"s01_good.svg"} if "s01" in key else {"s01_good.svg", "s11_other.svg"})


def test_the_command_line(root, monkeypatch, capsys):
    monkeypatch.setattr(draw_figures, "ROOT", root)
    program(root)
    assert draw_figures.main(["--check"]) == 1
    assert "not drawn yet" in capsys.readouterr().out
    assert draw_figures.main(["c1/w2/s01"]) == 0
    assert "wrote docs/figures/c1/w2/s01_good.svg" in capsys.readouterr().out
    assert draw_figures.main(["--check"]) == 0


def test_progress_shows_only_when_it_takes_long(root, monkeypatch, capsys):
    program(root)
    draw(root)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(draw_figures, "PATIENCE", 0)
    draw(root)
    assert "of 1 figures drawn" in capsys.readouterr().err


# The same bytes everywhere


def test_drawing_gives_the_same_bytes_in_any_folder_order_and_setting(tmp_path, monkeypatch):
    order = PLOT.replace("    return p", "    for word in {'a', 'b', 'c', 'd'}:\n"
                         "        p.text(1, 0, word)\n    return p")
    results = []
    for folder, jobs in (("one", 1), ("two with blanks", 2)):
        root = tmp_path / folder
        (root / "docs" / "figures" / "c1" / "w2").mkdir(parents=True)
        program(root)
        program(root, "s02_wave.py", order)
        settings = tmp_path / "matplotlibrc"
        settings.write_text("lines.linewidth: 9\nfont.size: 30\n" if jobs == 2 else "")
        monkeypatch.setenv("MATPLOTLIBRC", str(settings))
        draw_figures.run(root, (), write=True, jobs=jobs)
        results.append({path.name: path.read_bytes() for path in root.rglob("*.svg")})
    assert results[0] == results[1] and len(results[0]) == 2


def test_ids_carry_the_figure_they_belong_to(root):
    program(root, "s02_wave.py", PLOT)
    assert draw(root) == []
    svg = next(root.rglob("*.svg")).read_text(encoding="utf-8")
    assert 'id="s02_wave-clip1"' in svg and "url(#s02_wave-clip1)" in svg


# The rules for an SVG

SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="460" height="80" \
viewBox="0 0 460 80" fill="none">
<title>t</title>
<desc>d</desc>
<path d="M0 0H9" stroke="currentColor"/>
<text x="40" y="40" font-size="18" fill="currentColor">ab</text>
</svg>
"""
INSERT = "</svg>"


def test_the_rules_accept_a_good_figure():
    assert draw_checks.problems(SVG, "s01_good") == []


@pytest.mark.parametrize(("old", "new", "what"), [
    (INSERT, "<script>alert(1)</script></svg>", "<script> is not allowed"),
    (INSERT, '<image href="data:image/png;base64,AA"/></svg>', "<image> is not allowed"),
    (INSERT, "<style>*{}</style></svg>", "<style> is not allowed"),
    (INSERT, "<foreignObject/></svg>", "<foreignObject> is not allowed"),
    ('stroke="c', 'onclick="f()" stroke="c', "a script in onclick"),
    ('stroke="c', 'style="fill:red" stroke="c', "a style attribute"),
    ('stroke="currentColor"', 'stroke="#ff0000"', "not a colour of look.py"),
    ('stroke="currentColor"', 'stroke="black"', "not a colour of look.py"),
    ('stroke="currentColor"', 'stroke="var(--md-x, #000)"', "not a colour of look.py"),
    (INSERT, '<use href="https://example.org/a.svg#b"/></svg>', "outside the figure"),
    (INSERT, '<use xlink:href="other.svg#b" xmlns:xlink="x"/></svg>', "outside the figure"),
    ('stroke="c', 'clip-path="url(//example.org/a)" stroke="c', "outside the figure"),
    ('stroke="c', 'clip-path="url(#nothing)" stroke="c', "#nothing, which is not there"),
    (INSERT, '<g id="a"/></svg>', "does not begin with s01_good-"),
    (INSERT, '<g id="s01_good-a"/><g id="s01_good-a"/></svg>', "twice"),
    ("<title>t</title>", "", "no <title>"),
    ("<title>t</title>", "<title> </title>", "no <title>"),
    ("<desc>d</desc>", "", "no <desc>"),
    ("<desc>d</desc>", "<desc>" + "d" * 20_000 + "</desc>", "20000 are the limit"),
    ('viewBox="0 0 460 80"', "", "no viewBox"),
    ('viewBox="0 0 460 80"', 'viewBox="0 0 4x 80"', "no viewBox"),
    ("460", "500", "460 are the limit"),
    ('width="460"', 'width="100%"', "not those of the viewBox"),
    (' fill="none"', "", "turns black on dark"),
    ('font-size="18"', 'font-size="15"', "15.4 are the least"),
    ("ab<", 'a<tspan font-size="12">b</tspan><', "15.4 are the least"),
    ("ab<", 'a<tspan dy="5" font-size="9">b</tspan><', "10.0 are the least"),
    ('x="40"', 'x="455"', "leaves the canvas"),
    ('x="40"', 'x="1" text-anchor="middle"', "leaves the canvas"),
    ('y="40"', 'y="2"', "leaves the canvas"),
    ('x="40"', 'x="40" transform="translate(0 99)"', "leaves the canvas"),
    ('x="40"', 'x="40" transform="rotate(-90 40 40) scale(2)"', "scale on a text"),
    (INSERT, '<text x="44" y="42" font-size="18">cd</text></svg>', "covers 'ab'"),
    ("ab<", 'a<tspan font-family="Comic Sans">b</tspan><', "is not one of look.py"),
    ("</text>", "", "not XML"),
    ("<svg", "<!DOCTYPE svg><svg", "a DOCTYPE"),
    (SVG, "", "not XML"),
])
def test_a_broken_rule_is_named_with_its_line(old, new, what):
    assert old in SVG
    found = draw_checks.problems(SVG.replace(old, new), "s01_good")
    assert any(what in message for _, message in found), found
    assert all(line >= 1 and ";" in message for line, message in found) and len(found) <= 2, found


def test_a_broken_rule_reaches_the_command_line_with_file_and_line(root):
    outside = GOOD.replace("return d", 'd.label(455, 40, "$w^T x$")\n    return d')
    program(root, "s01_bad.py", outside)
    assert "leaves the canvas" in draw(root)[0]
    only(draw(root), "s01_bad.svg:10: text", "move it")
