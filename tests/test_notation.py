"""The symbols of the notes: well formed, drawable, and what pages and snippets really use."""

import re
from collections import Counter

import formula_audit
import katex_math
import pytest
import yaml

from site_tools import ROOT

GROUPS = yaml.safe_load((ROOT / "docs/symbols.yml").read_text(encoding="utf-8"))
SYMBOLS = [symbol for group in GROUPS for symbol in group["symbols"]]
LANGUAGES = ("zh", "en")
HAN = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
TOKEN = re.compile(r"\\text\{[^{}]*\}|\\[A-Za-z]+|\\.|\S")
ROW_END = re.compile(r"\\\\(?:\[[^\]]*\])?")
SILENT = {*"&{}", *(rf"\{sign}" for sign in ",;:! "), r"\quad", r"\qquad", r"\left", r"\right",
          *(rf"\{size}{side}" for size in ("big", "Big") for side in ("", "l", "r"))}


def formulas(text):
    """Return the formulas of a piece of Markdown, in a fixed order."""
    return sorted(tex for _, tex, _ in formula_audit.scan(text)[0])


def tokens(tex):
    """Return the signs of a formula without those that only change its look."""
    tex = re.sub(r"\\[lr]vert", "|", ROW_END.sub(" ", tex.replace(r"\tfrac", r"\frac")))
    return [token for token in TOKEN.findall(tex) if token not in SILENT]


def parts(tex):
    """Return the pieces of a symbol's TeX that a page must show: `w,\\ b` has two, `u=v` too."""
    return [piece for item in tex.split(r",\ ") for piece in item.split("=", 1)]


def holds(page, piece):
    """Tell whether one of a page's formulas contains a piece as a run of whole signs."""
    wanted = tokens(piece)
    return any(formula[at:at + len(wanted)] == wanted for formula in page
               for at in range(len(formula)))


def sources(section, root=ROOT):
    """Return (pages, code) of a section: the tokens of each page's formulas, and names in code."""
    pages, code = [], []
    for language in LANGUAGES:
        for path in root.glob(f"docs/{language}/{section}_*.md"):
            text = path.read_text(encoding="utf-8")
            pages.append([tokens(tex) for tex in formulas(text)])
            code += re.findall(r"`([^`\n]+)`", text)
    code += [path.read_text(encoding="utf-8") for path in root.glob(f"snippets/{section}_*.py")]
    return pages, code


def is_used(symbol, root=ROOT):
    """Tell whether a symbol's TeX stands on its section's pages, or its name in code there."""
    pages, code = sources(symbol["section"], root)
    if not pages or all(holds(page, piece) for page in pages for piece in parts(symbol["tex"])):
        return True
    names = symbol["code"].split(", ") if "code" in symbol else []
    return bool(names) and all(any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
                                   for text in code) for name in names)


def test_groups_are_well_formed():
    assert len(SYMBOLS) == 116
    ids = [group["id"] for group in GROUPS]
    assert len(set(ids)) == len(ids) and all(re.fullmatch("[a-z]+", name) for name in ids)
    for group in GROUPS:
        assert set(group) == {"id", "title", "symbols"} and group["symbols"]
        assert set(group["title"]) == set(LANGUAGES)


@pytest.mark.parametrize("symbol", SYMBOLS, ids=lambda symbol: symbol["tex"])
def test_a_symbol_is_well_formed_and_can_be_drawn(symbol):
    needed = {"tex", "means", "section"}
    assert needed <= set(symbol) <= needed | {"shape", "code"}
    assert re.fullmatch(r"c[1-5]/w[1-4]/s(?!00)\d\d", symbol["section"])
    shape = symbol.get("shape", "(1)")
    drawn = [symbol["tex"], *([shape] if isinstance(shape, str) else [])]
    for words in (symbol["means"], *([shape] if isinstance(shape, dict) else [])):
        assert set(words) == set(LANGUAGES)
        assert Counter(formulas(words["zh"])) == Counter(formulas(words["en"]))
        for text in words.values():
            assert formula_audit.scan(text)[1] == [] and text == text.strip()
            assert "`" not in text and "|" not in text and not text.endswith((".", "。"))
            drawn += formulas(text)
        assert HAN.search(words["zh"]) and not HAN.search(words["en"])
    for tex in drawn:
        assert "|" not in tex and "$" not in tex and not HAN.search(tex)
        katex_math.render(tex, False)
    if "code" in symbol:
        assert re.fullmatch(r"[A-Za-z]\w*(?:, [A-Za-z]\w*)*|\*", symbol["code"])


def test_no_symbol_stands_twice_in_a_group():
    for group in GROUPS:
        written = [symbol["tex"] for symbol in group["symbols"]]
        assert len(set(written)) == len(written)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_has_its_heading_and_marker_on_the_page(language):
    text = (ROOT / f"docs/{language}/notation.md").read_text(encoding="utf-8")
    found = re.findall(r"^## (.+) \{ #(\w+) \}\n\n\{\{ symbols: (\w+) \}\}$", text, re.M)
    assert found == [(group["title"][language], group["id"], group["id"]) for group in GROUPS]
    assert str(len(SYMBOLS)) in text.split("---")[1]


@pytest.mark.parametrize("symbol", SYMBOLS, ids=lambda symbol: symbol["tex"])
def test_the_section_of_a_symbol_uses_it(symbol):
    assert is_used(symbol), f"{symbol['section']} has neither {symbol['tex']} nor its name in code"


@pytest.mark.parametrize(("tex", "code", "used"), [
    ("m", None, True), ("w,\\ b", None, True), ("w,\\ c", None, False), ("x^{(i)}", None, True),
    ("u=[\\frac1mv]", None, True), ("\\hat{q}", None, False), ("\\hat{y}", None, True),
    ("a", None, False), ("\\text{a}", None, True), ("\\text{b}", None, False),
    ("q", "n_x", True), ("q", "n", False), ("q", "n_x, sigmoid", True), ("q", "n_x, tanh", False),
])
def test_the_judge_of_use_finds_what_is_missing(tmp_path, tex, code, used):
    page = ("Here $w^{T}x^{(i)}+b$, $\\hat y$, $\\text{a}$, `n_x`.\n\n"
            "$$\nu&=\\Bigl[\\tfrac1m\\\\[6pt]v\\Bigr]\n$$\n")
    for language in LANGUAGES:
        folder = tmp_path / "docs" / language / "c1/w2"
        folder.mkdir(parents=True)
        (folder / "s01_one.md").write_text(page, encoding="utf-8")
    snippets = tmp_path / "snippets/c1/w2"
    snippets.mkdir(parents=True)
    (snippets / "s01_one.py").write_text("def sigmoid(z): ...\n", encoding="utf-8")
    symbol = {"tex": tex, "section": "c1/w2/s01"} | ({"code": code} if code else {})
    assert is_used(symbol, tmp_path) == used


def numbers(sizes):
    """Return (weights, biases) of a network with these layer sizes."""
    weights = sum(after * before for before, after in zip(sizes, sizes[1:], strict=False))
    return weights, sum(sizes[1:])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_of_the_example_network(language):
    text = (ROOT / f"docs/{language}/notation.md").read_text(encoding="utf-8")
    assert numbers((3, 4, 1)) == (16, 5)
    assert "$4\\times3+1\\times4=16$" in text and "$4+1=5$" in text
    drawing = (ROOT / "docs/figures/notation/detailed_network.svg").read_text(encoding="utf-8")
    assert drawing.count(">w<") == 16 and drawing.count("<circle") == 3 + 4 + 1


def test_the_loss_that_the_erratum_gives():
    import numpy as np

    from c1.w2.s03_cross_entropy import cost

    right = cost(np.array([[0.9]]), np.array([[0]]))
    assert f"{right:.4f}" == "2.3026"
    text = (ROOT / "docs/zh/notation.md").read_text(encoding="utf-8")
    assert "$-\\log0.1=2.3026$" in text
