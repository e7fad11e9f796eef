#!/usr/bin/env python3
"""Write docs/assets/css/math-fonts.css: the glyphs the notes use, inside the style sheet.

    python3 scripts/dev.py fonts

Formulas then need no font request and never move when a font arrives.  A character that is not in
here is still drawn: `unicode-range` sends the browser to KaTeX's full font for it.  A test names the
formulas whose characters are missing.
"""

import base64
import functools
import html
import io
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import collected_pages
import formula_audit
import katex_math
import nbformat
from fontTools import subset

ROOT = Path(__file__).resolve().parent.parent
STYLE_SHEET = "docs/assets/css/math-fonts.css"
# Faces of nearly every page, with where their glyphs come from; rarer ones stay files.
FACES = {
    "Main-Regular": ("KaTeX_Main", "normal"), "Math-Italic": ("KaTeX_Math", "italic"),
    "AMS-Regular": ("KaTeX_AMS", "normal"), "Caligraphic-Regular": ("KaTeX_Caligraphic", "normal"),
    "Size1-Regular": ("KaTeX_Size1", "normal"), "Size2-Regular": ("KaTeX_Size2", "normal"),
    "Size3-Regular": ("KaTeX_Size3", "normal"), "Size4-Regular": ("KaTeX_Size4", "normal"),
}
ALPHABETS = {"AMS-Regular": r"\\mathbb\s*\{?(\w)", "Caligraphic-Regular": r"\\mathcal\s*\{?(\w)"}
MATHML = re.compile(r'<span class="katex-mathml">.*?</math></span>', re.S)
ITALIC = re.compile(r'<span class="[^"]*\bmathnormal\b[^"]*"[^>]*>([^<]*)')
TAG = re.compile(r"<[^>]*>")


def formulas(root):
    """Return the TeX of every formula of the notes, with whether it is a display."""
    found = set()
    for path in sorted(Path(root, "docs").glob("??/**/*.md")):
        language = path.relative_to(root).parts[1]
        text = collected_pages.Collector(root, language).fill(path.read_text(encoding="utf-8"))
        found |= {(tex, display) for _, tex, display in formula_audit.scan(text)[0]}
    for path in sorted(Path(root, "docs").glob("??/**/*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        text = "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
        found |= {(tex, display) for _, tex, display in formula_audit.scan(text)[0]}
    return sorted(found)


def figure_characters(element, family=""):
    """Yield (font family, text) of an SVG element and of what is inside it."""
    family = element.get("font-family", family)
    yield family, element.text or ""
    for child in element:
        yield from figure_characters(child, family)
        yield family, child.tail or ""


def characters(root):
    """Return {"italic": characters, "upright": characters} that formulas and figures draw."""
    drawn = {"italic": set(), "upright": {" "}}
    for tex, display in formulas(root):
        boxes = MATHML.sub("", katex_math.render(tex, display))
        drawn["italic"] |= set(html.unescape("".join(ITALIC.findall(boxes))))
        drawn["upright"] |= set(html.unescape(TAG.sub("", ITALIC.sub("", boxes))))
    for path in sorted(Path(root, "docs/figures").rglob("*.svg")):
        for family, text in figure_characters(ElementTree.parse(path).getroot()):
            for name, kind in (("--fig-italic", "italic"), ("--fig-roman", "upright")):
                drawn[kind] |= set(text) if name in family else set()
    return drawn


def wanted(face, root, drawn):
    """Return the characters that the subset of a face should hold."""
    if face in ALPHABETS:
        return {letter for tex, _ in formulas(root) for letter in re.findall(ALPHABETS[face], tex)}
    return drawn["italic" if face == "Math-Italic" else "upright"]


@functools.cache
def glyphs(path):
    """Return the characters a font file holds."""
    with subset.load_font(str(path), subset.Options()) as font:
        return frozenset(chr(code) for code in font.getBestCmap())


def face_rules(face, fonts, asked):
    """Return the @font-face rules of one face: the subset with its font inside, and the file for the rest.

    The ranges are exact, or a browser would fetch the file to look for what no KaTeX font has.
    """
    path = fonts / f"KaTeX_{face}.woff2"
    options = subset.Options(flavor="woff2", layout_features=[], name_IDs=[], hinting=False, notdef_outline=True)
    font = subset.load_font(str(path), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(asked & glyphs(path)))
    subsetter.subset(font)
    font["head"].modified = font["head"].created  # no date of this run
    data = io.BytesIO()
    subset.save_font(font, data, options)
    encoded = base64.b64encode(data.getvalue()).decode()
    family, style = FACES[face]
    sources = ((f"data:font/woff2;base64,{encoded}", asked), (f"../katex/fonts/{path.name}", glyphs(path) - asked))
    return [f"@font-face {{ font-family: {family}; font-style: {style}; font-weight: 400; font-display: block; "
            f"src: url({source}) format(\"woff2\"); unicode-range: {ranges(held)}; }}\n" for source, held in sources]


def ranges(held):
    """Return characters as CSS unicode-range, neighbours joined."""
    runs = []
    for code in sorted(map(ord, held)):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ", ".join(f"U+{low:X}" if low == high else f"U+{low:X}-{high:X}" for low, high in runs)


def covered(style_sheet):
    """Return {font family: characters} of the subsets in the text of a style sheet."""
    found = {}
    for family, spans in re.findall(r"font-family: (\w+);[^}]*?data:font[^}]*?unicode-range: ([^;]+);", style_sheet):
        for span in spans.split(", "):
            low, _, high = span.removeprefix("U+").partition("-")
            found.setdefault(family, set()).update(map(chr, range(int(low, 16), int(high or low, 16) + 1)))
    return found


def missing(root):
    """Return {face: characters} that the notes use and the committed subsets lack."""
    held = covered(Path(root, STYLE_SHEET).read_text(encoding="utf-8"))
    drawn, fonts = characters(root), Path(root, "docs/assets/katex/fonts")
    lacking = {face: (wanted(face, root, drawn) & glyphs(fonts / f"KaTeX_{face}.woff2")) - held.get(FACES[face][0], set())
               for face in FACES}
    return {face: "".join(sorted(characters)) for face, characters in lacking.items() if characters}


def main():
    drawn, fonts = characters(ROOT), ROOT / "docs/assets/katex/fonts"
    rules = [face_rules(face, fonts, wanted(face, ROOT, drawn)) for face in FACES]
    text = "/* Made by `dev.py fonts` from KaTeX's fonts; see scripts/subset_fonts.py. */\n" + "".join(rule for pair in rules for rule in pair)
    (ROOT / STYLE_SHEET).write_text(text, encoding="utf-8", newline="\n")
    for face, (inside, _) in zip(FACES, rules, strict=True):
        print(f"{face}: {len(inside) * 3 // 4} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
