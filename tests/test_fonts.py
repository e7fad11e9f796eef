"""The glyphs inside the style sheet: all that formulas and figures draw, and nothing lost without them."""

import base64
import re
import shutil

import pytest

import subset_fonts


def test_every_glyph_of_the_notes_is_in_the_style_sheet(root):
    assert subset_fonts.missing(root) == {}, "run `python3 scripts/dev.py fonts`"


def test_missing_glyph_is_named(root, tmp_path):
    project = tmp_path / "project"
    for folder in ("docs/zh/c1", "docs/figures", "docs/assets/css", "docs/assets/katex"):
        (project / folder).mkdir(parents=True)
    shutil.copytree(root / "docs/assets/katex/fonts", project / "docs/assets/katex/fonts")
    shutil.copy(root / subset_fonts.STYLE_SHEET, project / subset_fonts.STYLE_SHEET)
    (project / "docs/zh/c1/page.md").write_text("$\\mathbb{Q}$ and $\\Xi$ and $\\upsilon$, $\\mathbf{Q}$, $\\texttt{xyz}$, $\\mathsf{T}$", encoding="utf-8")
    (project / "docs/figures/f.svg").write_text(
        '<svg><g font-family="var(--fig-roman)" font-weight="bold"><text>Z<tspan font-weight="normal">a</tspan></text></g></svg>')
    lacking = subset_fonts.missing(project)
    assert lacking["AMS-Regular"] == "Q" and lacking["Math-Italic"] == "\u03c5" and "\u039e" in lacking["Main-Regular"]
    assert lacking["Main-Bold"] == "QZ" and lacking["Typewriter-Regular"] == "xyz" and lacking["other"] == "T"


def test_ranges_join_neighbours_and_come_back():
    text = subset_fonts.ranges("abcxz")
    assert text == "U+61-63, U+78, U+7A"
    assert subset_fonts.covered(f"@font-face {{ font-family: F; font-weight: 700; src: url(data:font/x); unicode-range: {text}; }}") == {("F", 700): set("abcxz")}


@pytest.mark.browser
def test_a_page_of_formulas_asks_for_no_font_and_none_is_missing(browser, address, site):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page, fonts = context.new_page(), []
    page.on("request", lambda request: request.resource_type == "font" and fonts.append(request.url))
    for path in sorted([*site.glob("c1/w2/s*/index.html"), *site.glob("c2/w3/s*/index.html")]):
        page.goto(address + path.relative_to(site).as_posix().removesuffix("index.html"), wait_until="load")
        page.evaluate("document.fonts.ready")
    context.close()
    assert fonts == []


def test_fonts_in_the_style_sheet_are_fonts(root):
    text = (root / subset_fonts.STYLE_SHEET).read_text(encoding="utf-8")
    fonts = re.findall(r"base64,([^)]+)\)", text)
    assert len(fonts) == len(subset_fonts.FACES)
    assert all(base64.b64decode(font).startswith(b"wOF2") for font in fonts)
