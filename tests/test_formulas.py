"""Formulas: drawn by the vendored KaTeX, counted, and every way to lose one is noticed."""

import hashlib
import json

import html5lib
import markdown
import pytest

import formula_audit
import katex_math

EXTENSIONS = ["tables", "admonition", "pymdownx.arithmatex", "pymdownx.superfences", "pymdownx.details"]


def convert(source):
    """Return (HTML, messages) of Markdown as the site converts it."""
    messages = []
    report = katex_math.KatexExtension(lambda tex, message: messages.append(message))
    html = markdown.markdown(source, extensions=[*EXTENSIONS, report], extension_configs={"pymdownx.arithmatex": {"generic": True}})
    return html, messages


def test_formula_is_drawn_for_eyes_and_for_screen_readers():
    html, messages = convert("so $x^{(i)}$ is\n\n$$\nJ=\\frac1m\n$$\n")
    assert messages == []
    assert html.count('class="katex"') == 2
    assert len(list(html5lib.parse(html).iter("{http://www.w3.org/1998/Math/MathML}math"))) == 2 and html.count('encoding="application/x-tex"') == 2
    assert '<div class="math-display"' in html


@pytest.mark.parametrize("tex", [r"\frac{1", r"\nosuchcommand", r"x^2^3", r"\begin{aligned}a", "a_b_c"])
def test_bad_formula_is_reported(tex):
    html, messages = convert(f"see ${tex}$.")
    assert len(messages) == 1 and "KaTeX cannot draw the formula" in messages[0]
    assert "katex-error" not in html


def test_formulas_inside_tables_lists_and_answers_are_drawn():
    source = '| a | b |\n|---|---|\n| $x$ | $p(y\\mid x)$ |\n\n- $y$\n\n??? question "is $z$?"\n    $$\n    a=b\n    $$\n'
    html, _ = convert(source)
    assert formula_audit.audit(source, html) == []
    assert formula_audit.drawn(html)[0] == 5


def test_closing_punctuation_stays_with_a_short_formula():
    html, _ = convert("设 $x$，再设 $y$。")
    assert html.count("math-short") == 2
    assert "</span></span></span>，</span>" in html


def test_opening_bracket_stays_with_a_short_formula():
    html, _ = convert("（$x$），又（$y$，*对*）（$z$）")
    assert html.count('<span class="math math-short">（<span class="katex">') == 3
    assert html.count("（") == 3 and "</span></span></span>），</span>又" in html


@pytest.mark.parametrize(("tex", "is_short"), [
    (r"W^{[l]}A^{[l-1]}+b^{[l]}", True), (r"(x^{(i)},y^{(i)})", True),
    (r"0.4\times1+0.4\times3+0.2\times(-2)=1.2", False), ("(50+20)+(30+6)+(3+1)=110", False),
    (r"u_2=0\times3+(-1)\times1+1\times2=1", False),  # few glyphs, but many signs with blanks around them
])
def test_formula_too_wide_for_a_phone_may_break(tex, is_short):
    """These were measured: the last three left their boxes at 320 px."""
    html, _ = convert(f"是 ${tex}$。")
    assert ("math-short" in html) == is_short


def test_dollars_in_code_are_no_formulas():
    source = "`$HOME` and\n\n```text\n$ ls $x$\n```\n\nprice \\$5\n"
    assert formula_audit.scan(source) == ([], [])


@pytest.mark.parametrize(("source", "line", "words"), [
    ("a\n\nso $x is\n", 3, "belongs to no formula"),
    ("so $ x $ is\n", 1, "blanks just inside"),
    ("so $x_{中}$ is\n", 1, "Chinese characters inside a formula"),
    ("$$\nx=1\n", 1, "belongs to no formula"),
])
def test_faults_of_the_source_are_named(source, line, words):
    _, faults = formula_audit.scan(source)
    assert any(at == line and words in message for at, message in faults)


def test_lost_formula_is_counted():
    html, _ = convert("so $x$ and $y$")
    assert any("3 formulas written, 2 drawn" in message for _, message in formula_audit.audit("so $x$ and $y$ and $z$", html))


def test_raw_and_red_formulas_are_seen():
    assert any("raw TeX" in message for _, message in formula_audit.audit("so", "<p>so \\frac{a}{b}</p>"))
    red = '<p><span class="katex-error">\\frac</span></p>'
    assert any("drawn red" in message for _, message in formula_audit.audit("so", red))
    assert formula_audit.audit("so", "<p><code>\\frac $x$</code></p>") == []


def test_a_bare_bar_in_a_table_cell_is_noticed():
    source = "| a |\n|---|\n| $p(y|x)$ |\n"
    html, _ = convert(source)
    assert formula_audit.audit(source, html) != []


def test_line_numbers_count_the_front_matter():
    _, faults = formula_audit.scan("---\ndescription: x\n---\n\nso $x\n")
    assert faults[0][0] == 5


def damaged(folder):
    """Return the vendored files of `folder` that are not what its record says."""
    record = json.loads((folder / "vendored.json").read_text(encoding="utf-8"))
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {"vendored.json"}
    wrong = [name for name, digest in record["sha256"].items()
             if name in present and hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest]
    return sorted(set(record["sha256"]) ^ present | set(wrong))


def test_vendored_katex_is_what_its_record_says(root):
    folder = root / "docs/assets/katex"
    assert damaged(folder) == []
    version = json.loads((folder / "vendored.json").read_text(encoding="utf-8"))["version"]
    assert f'"{version}"' in (folder / "katex.min.js").read_text(encoding="utf-8")


def test_damaged_vendored_file_is_named(root, tmp_path):
    import shutil
    folder = shutil.copytree(root / "docs/assets/katex", tmp_path / "katex")
    (folder / "katex.min.css").write_text("damaged")
    (folder / "fonts/KaTeX_AMS-Regular.woff2").unlink()
    (folder / "stray.js").write_text("")
    assert damaged(folder) == ["fonts/KaTeX_AMS-Regular.woff2", "katex.min.css", "stray.js"]
