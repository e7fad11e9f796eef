"""The build: strict, quiet, reproducible; faults stop it, each with one clear line."""

import filecmp
import re
import shutil
import subprocess
import sys

import pytest

from site_tools import build, copy_project

SECTION = "c1/w2/s09_logistic_regression_gradient_descent.md"


def test_strict_build_is_without_warnings(built):
    process, _ = built
    assert process.returncode == 0, process.stdout + process.stderr
    assert "WARNING" not in process.stderr
    assert "ERROR" not in process.stderr


def differences(one, two):
    """Return the paths in which two folders differ."""
    names = {path.relative_to(folder) for folder in (one, two) for path in folder.rglob("*") if path.is_file()}
    return [str(name) for name in sorted(names)
            if not ((one / name).is_file() and (two / name).is_file() and filecmp.cmp(one / name, two / name, shallow=False))]


def test_second_build_in_another_folder_is_byte_identical(site, tmp_path):
    again = tmp_path / "again"
    process = build(copy_project(tmp_path / "copy"), again)
    assert process.returncode == 0, process.stderr
    assert differences(site, again) == []


def test_difference_between_builds_would_be_seen(tmp_path):
    for name, text in (("one", "a"), ("two", "b")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_text(text)
    assert differences(tmp_path / "one", tmp_path / "two") == ["page.html"]


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A project of the home page and one section: quick to build again and again."""
    project = copy_project(tmp_path_factory.mktemp("small") / "project")
    for language in ("zh", "en"):
        notes = project / "docs" / language
        kept = (notes / SECTION).read_text(encoding="utf-8")
        shutil.rmtree(notes)
        (notes / SECTION).parent.mkdir(parents=True)
        kept = re.sub(r"\]\(s\d\d_\w+\.md\)", "](#s09)", kept)
        (notes / SECTION).write_text(kept, encoding="utf-8")
        (notes / "index.md").write_text("# Home { #home }\n", encoding="utf-8")
    return project


def test_small_project_builds(small, tmp_path):
    process = build(small, tmp_path / "site")
    assert process.returncode == 0, process.stderr


def test_edit_links_and_address_come_from_the_environment(small, tmp_path, monkeypatch):
    monkeypatch.setenv("EDIT_URI_TEMPLATE", "https://code.example/edit/main/docs/{path}")
    process = build(small, tmp_path / "site")
    assert process.returncode == 0, process.stderr
    html = (tmp_path / "site/en/c1/w2/s09_logistic_regression_gradient_descent/index.html").read_text(encoding="utf-8")
    assert f'href="https://code.example/edit/main/docs/en/{SECTION}"' in html
    assert 'rel="canonical" href="https://notes.example/dl/en/c1/w2/' in html


FAULTS = {
    "formula that does not parse": ("$dz=a-y$", "$dz=\\frac{a$", ":{line}: KaTeX cannot draw the formula"),
    "formula that is not closed": ("$dz=a-y$", "$dz=a-y", ": a dollar sign that belongs to no formula; close the formula"),
    "blanks inside the dollar signs": ("$dz=a-y$", "$ dz=a-y $", ": a dollar sign that belongs to no formula"),
    "Chinese inside a formula": ("$dz=a-y$", "$dz=a-标签$", ":{line}: Chinese characters inside a formula"),
    "unknown command": ("$dz=a-y$", "$dz=\\minus y$", "Undefined control sequence: \\minus"),
    "missing include": ("s09_logistic_step_one_example.py\"\n```", "no_such_file.py\"\n```", ": no such file to include: snippets/c1/w2/no_such_file.py"),
    "missing figure": ("figures/c1/w2/s09_logistic_graph.svg", "figures/c1/w2/s09_no_such.svg", ": no such figure: "),
    "figure without words": ("![", "![](../../../figures/c1/w2/s09_logistic_graph.svg)\n\n![", "has no alternative text"),
    "broken link": ("(#s09)", "(s99_nothing.md)", "s99_nothing.md"),
    "broken anchor": ("(#s09)", "(#nowhere)", "#nowhere"),
    "raw TeX outside a formula": ("$dz=a-y$", "dz=\\frac{a}{y}", ": raw TeX is left on the page: \\frac"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_planted_fault_stops_the_build_with_one_clear_line(small, tmp_path, name):
    good, bad, message = FAULTS[name]
    page = small / "docs/zh" / SECTION
    text = page.read_text(encoding="utf-8")
    assert good in text
    message = message.replace("{line}", str(text[:text.index(good)].count("\n") + 1))
    try:
        page.write_text(text.replace(good, bad, 1), encoding="utf-8")
        process = build(small, tmp_path / "site")
    finally:
        page.write_text(text, encoding="utf-8")
    assert process.returncode != 0
    assert "Traceback" not in process.stderr
    lines = [line for line in process.stderr.splitlines() if message in line]
    assert lines, process.stderr
    assert any("c1/w2/s09_" in line for line in lines)


def test_malformed_front_matter_is_named(small, tmp_path):
    page = small / "docs/zh" / SECTION
    text = page.read_text(encoding="utf-8")
    try:
        page.write_text("---\ndescription: [unclosed\n---\n" + text.split("---\n", 2)[2], encoding="utf-8")
        process = build(small, tmp_path / "site")
    finally:
        page.write_text(text, encoding="utf-8")
    assert process.returncode != 0
    assert any("s09_" in line and "front matter" in line for line in process.stderr.splitlines()), process.stderr


def test_failed_build_leaves_the_last_good_site(small):
    """`dev.py build` swaps the finished site in; a fault leaves the old one as it was."""
    site = small / "site"
    site.mkdir(exist_ok=True)
    (site / "index.html").write_text("the last good site")
    page = small / "docs/zh" / SECTION
    text = page.read_text(encoding="utf-8")
    program = ("import sys, pathlib; sys.path.insert(0, 'scripts'); import dev; "
               f"dev.set_up = lambda files: None; dev.venv_python = lambda: pathlib.Path({sys.executable!r}); "
               "sys.exit(dev.main(['build']))")
    try:
        page.write_text(text.replace("$dz=a-y$", "$dz=\\frac{a$", 1), encoding="utf-8")
        process = subprocess.run([sys.executable, "-c", program], cwd=small, capture_output=True, text=True)
    finally:
        page.write_text(text, encoding="utf-8")
    assert process.returncode == 1
    assert "site/ was left as it was" in process.stderr
    assert (site / "index.html").read_text() == "the last good site"
    assert not (small / ".site-new").exists()
    good = subprocess.run([sys.executable, "-c", program], cwd=small, capture_output=True, text=True)
    assert good.returncode == 0, good.stderr
    assert "last good" not in (site / "index.html").read_text(encoding="utf-8")
