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
# The faces that the notes use: their family, style and weight in KaTeX's style sheet.
FACES = {
    "Main-Regular": ("KaTeX_Main", "normal", 400), "Main-Bold": ("KaTeX_Main", "normal", 700),
    "Math-Italic": ("KaTeX_Math", "italic", 400), "AMS-Regular": ("KaTeX_AMS", "normal", 400),
    "Caligraphic-Regular": ("KaTeX_Caligraphic", "normal", 400), "Typewriter-Regular": ("KaTeX_Typewriter", "normal", 400),
    "Size1-Regular": ("KaTeX_Size1", "normal", 400), "Size2-Regular": ("KaTeX_Size2", "normal", 400),
    "Size3-Regular": ("KaTeX_Size3", "normal", 400), "Size4-Regular": ("KaTeX_Size4", "normal", 400),
}
# The classes by which KaTeX asks for a face; all other text is upright. "other": faces that would each be a file to load.
CLASSES = {
    "Math-Italic": "mathnormal", "Main-Bold": "mathbf|textbf", "AMS-Regular": "mathbb|textbb|amsrm",
    "Caligraphic-Regular": "mathcal", "Typewriter-Regular": "mathtt|texttt",
    "other": "boldsymbol|math(?:it|sf|frak|scr|boldsf|itsf|sfit|boldfrak)|text(?:it|sf|frak|scr|boldsf|itsf|boldfrak)",
}
LETTERS = {face: re.compile(rf'<span class="[^"]*\b(?:{names})\b[^"]*"[^>]*>([^<]*)') for face, names in CLASSES.items()}
MATHML = re.compile(r'<span class="katex-mathml">.*?</math></span>', re.S)
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


def figure_characters(element, family="", bold=False):
    """Yield (face or "upright", or None if no KaTeX font draws it; text) of an SVG element and of what is inside it."""
    family, bold = element.get("font-family", family), element.get("font-weight", "bold" if bold else "") in ("bold", "700")
    italic, roman = ("other", "Main-Bold") if bold else ("Math-Italic", "upright")
    face = italic if "--fig-italic" in family else roman if "--fig-roman" in family else None
    yield face, element.text or ""
    for child in element:
        yield from figure_characters(child, family, bold)
        yield face, child.tail or ""


def characters(root):
    """Return {face of CLASSES or "upright": characters} that formulas and figures draw."""
    drawn = {"upright": {" "}} | {face: set() for face in CLASSES}
    for tex, display in formulas(root):
        boxes = MATHML.sub("", katex_math.render(tex, display))
        for face, letters in LETTERS.items():
            drawn[face] |= set(html.unescape("".join(letters.findall(boxes))))
        drawn["upright"] |= set(html.unescape(TAG.sub("", LETTERS["Math-Italic"].sub("", boxes))))
    for path in sorted(Path(root, "docs/figures").rglob("*.svg")):
        for face, text in figure_characters(ElementTree.parse(path).getroot()):
            if face:
                drawn[face] |= set(text)
    return drawn


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
    family, style, weight = FACES[face]
    sources = ((f"data:font/woff2;base64,{encoded}", asked), (f"../katex/fonts/{path.name}", glyphs(path) - asked))
    return [f"@font-face {{ font-family: {family}; font-style: {style}; font-weight: {weight}; font-display: block; "
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
    """Return {(font family, weight): characters} of the subsets in the text of a style sheet."""
    found = {}
    rule = r"font-family: (\w+);[^}]*?font-weight: (\d+);[^}]*?data:font[^}]*?unicode-range: ([^;]+);"
    for family, weight, spans in re.findall(rule, style_sheet):
        for span in spans.split(", "):
            low, _, high = span.removeprefix("U+").partition("-")
            found.setdefault((family, int(weight)), set()).update(map(chr, range(int(low, 16), int(high or low, 16) + 1)))
    return found


def missing(root):
    """Return {face: characters} that the notes use and the committed subsets lack; "other": a face they lack altogether."""
    held = covered(Path(root, STYLE_SHEET).read_text(encoding="utf-8"))
    drawn, fonts = characters(root), Path(root, "docs/assets/katex/fonts")
    lacking = {"other": drawn["other"]}
    for face, (family, _, weight) in FACES.items():
        lacking[face] = (drawn.get(face, drawn["upright"]) & glyphs(fonts / f"KaTeX_{face}.woff2")) - held.get((family, weight), set())
    return {face: "".join(sorted(characters)) for face, characters in lacking.items() if characters}


def main():
    drawn, fonts = characters(ROOT), ROOT / "docs/assets/katex/fonts"
    rules = [face_rules(face, fonts, drawn.get(face, drawn["upright"])) for face in FACES]
    text = "/* Made by `dev.py fonts` from KaTeX's fonts; see scripts/subset_fonts.py. */\n" + "".join(rule for pair in rules for rule in pair)
    (ROOT / STYLE_SHEET).write_text(text, encoding="utf-8", newline="\n")
    for face, (inside, _) in zip(FACES, rules, strict=True):
        print(f"{face}: {len(inside) * 3 // 4} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
