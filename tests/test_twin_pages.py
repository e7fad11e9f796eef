"""Side by side is offered only where the two languages of a page answer block for block."""

import re
from types import SimpleNamespace

import markdown
import pytest

import twin_pages
from site_tools import ROOT, build, copy_project

SECTION = "c1/w2/s09_logistic_regression_gradient_descent/"


def read(tmp_path, language, text):
    """Convert one page as the build does; write what it would have built."""
    built = tmp_path / f"{language}.html"
    built.write_text("<button data-twins></button>", encoding="utf-8")
    file = SimpleNamespace(src_uri=f"{language}/c1/page.md", abs_dest_path=str(built))
    markdown.markdown(text, extensions=["tables", "admonition", "attr_list", "toc", twin_pages.OutlineExtension(file)])
    return built


@pytest.fixture
def no_pages(monkeypatch):
    monkeypatch.setattr(twin_pages, "_outlines", {})
    monkeypatch.setattr(twin_pages, "_withdrawn", set())


PAGE = '# Title { #a }\n\nText $x$.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n!!! warning "w"\n    Inner.\n'


@pytest.mark.parametrize("planted", ["Text $x$.\n\nMore.", "## Part { #part }\n\nText $x$.", "1. one"])
def test_outline_sees_a_planted_difference(tmp_path, no_pages, planted):
    old = "- one" if "one" in planted else "Text $x$."
    zh, en = read(tmp_path, "zh", PAGE), read(tmp_path, "en", PAGE.replace(old, planted))
    twin_pages.withdraw()
    assert twin_pages.differing() == {"c1/page.md"}
    assert [path.read_text(encoding="utf-8") for path in (zh, en)] == ["<button data-twins hidden></button>"] * 2


@pytest.mark.parametrize(("old", "planted"), [("| 1 | 2 |", "| 1 | 2 |\n| 3 | 4 |"), ("- two", "- two\n- three"), ("{ #a }", "{ #b }"),
                                              ("!!! warning", "!!! erratum"), ("    Inner.", "    Inner.\n\n    Outer.")])
def test_outline_sees_a_planted_difference_inside_a_block(tmp_path, no_pages, old, planted):
    read(tmp_path, "zh", PAGE)
    read(tmp_path, "en", PAGE.replace(old, planted))
    assert twin_pages.differing()


def test_switch_comes_back_when_one_page_is_mended(tmp_path, no_pages):
    """`serve` builds again only the page that was mended; its twin gets the switch back too."""
    read(tmp_path, "zh", PAGE)
    twin_pages.withdraw()
    read(tmp_path, "en", PAGE + "\nMore.\n")
    twin_pages.withdraw()
    assert "hidden" in (tmp_path / "zh.html").read_text(encoding="utf-8")
    read(tmp_path, "en", PAGE.replace("Text", "Words"))
    twin_pages.withdraw()
    assert [path.read_text(encoding="utf-8") for path in tmp_path.glob("*.html")] == ["<button data-twins></button>"] * 2


def test_build_offers_the_switch_only_where_twins_answer(tmp_path, site):
    named = [path for path in site.rglob("*.html") if re.search(r"data-twins hidden>", path.read_text(encoding="utf-8"))]
    assert named == []
    project = copy_project(tmp_path / "project")
    page = next((project / "docs/en/c1/w2").glob("s09_*.md"))
    page.write_text(page.read_text(encoding="utf-8") + "\nA paragraph more.\n", encoding="utf-8")
    process = build(project, tmp_path / "site")
    assert process.returncode == 0, process.stderr
    hidden = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.html")
              if "data-twins hidden>" in path.read_text(encoding="utf-8")}
    assert hidden == {f"{SECTION}index.html", f"en/{SECTION}index.html"}


def test_script_and_outline_know_the_same_blocks():
    script = (ROOT / "docs/assets/js/twins.js").read_text(encoding="utf-8")
    pattern = re.search(r"const BLOCK = /(.*)/;", script)[1]
    known = {tag for tag in "a b p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tr th td div details summary figure "
             "figcaption pre blockquote hr section span em strong code img svg sup sub".split() if re.fullmatch(pattern[1:-1], tag.upper())}
    assert known == twin_pages.BLOCKS
