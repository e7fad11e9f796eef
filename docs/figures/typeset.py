"""Runs of characters: how wide they are, and how they become one SVG <text>."""

import unicodedata
from dataclasses import dataclass

import drawsvg

import look

BASELINE = 0.3  # of the size: how far the baseline stands below the middle of a line
LEADING = 1.3  # of the size: from line to line

FONT = {
    "italic": {"font_family": look.MATH_ITALIC, "font_style": "italic"},
    "roman": {"font_family": look.MATH_ROMAN},
    "bold": {"font_family": look.MATH_ROMAN, "font_weight": "bold"},
    "script": {"font_family": look.MATH_SCRIPT},
    "words": {"font_family": look.WORD_FONT},
    "code": {"font_family": look.CODE_FONT},
}
# Widths in em of the fonts that set the formulas of the notes; the first is for all not listed.
WIDTHS = {
    "italic": (0.57, {0.3: "l", 0.36: "itι", 0.42: "bcj", 0.45: "qrIδζξτ", 0.48: "efgosvyzεθν",
                      0.51: "dkpγηρ", 0.54: "aυ", 0.57: "huxJTVYβκλπσ", 0.6: "nSμ", 0.63: "FPαχω",
                      0.66: "φψ", 0.69: "LUZ", 0.72: "wC", 0.75: "ABEOR", 0.78: "GQ", 0.81: "N",
                      0.84: "DHKX", 0.87: "m", 0.95: "WM"}),
    "roman": (0.51, {0.27: " il!,.:;[]|′∣⋮·", 0.3: "fj˙", 0.33: "-", 0.36: "I", 0.39: "rst()⟨⟩",
                     0.42: "ℓ", 0.45: "cez", 0.54: "kqvxy∂", 0.57: "bdhnpuS∀∃", 0.6: "Z",
                     0.63: "LΓ", 0.66: "FΞ∈∩∪", 0.69: "EPΛ", 0.72: "wBCTΣΦΩℝℕ", 0.75: "ADHNRUVXYΠ",
                     0.78: "GKOQΘΨ−±×÷∝∼≈≠≡≤≥⊙⊕⊤=+<>", 0.84: "mΔ∇√%", 0.93: "M", 1.0: "←→↦∞≪≫⇒⇔W∑∏",
                     1.17: "…⋯"}),
    "words": (0.56, {0.25: "ijl|'.,:;! ", 0.31: "ftI[]()/-", 0.36: "r\"", 0.5: "cksvxyzJ",
                     0.67: "ABEKPSVXYCDHNRUw&", 0.78: "GOQ+−=<>~", 0.87: "mM%W", 1.0: "…→←↑↓–—"}),
}
WIDTHS["bold"] = (WIDTHS["roman"][0] * 1.12, {w * 1.12: s for w, s in WIDTHS["roman"][1].items()})
WIDTHS["script"] = (0.72, {})
WIDTHS["code"] = (0.61, {})
TABLES = {face: ({c: w for w, letters in table.items() for c in letters}, default)
          for face, (default, table) in WIDTHS.items()}


@dataclass(frozen=True)
class Run:
    """Some characters in one face, raised by `rise` em, after a gap of `gap` em of the label."""

    text: str
    face: str
    rise: float = 0.0
    gap: float = 0.0
    script: bool = False


def letter_width(letter, face):
    """Estimate the advance of one letter in em."""
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    table, default = TABLES[face]
    return table.get(letter, default)


def width(runs, size=1.0):
    """Estimate the width of a label: units for a size in units, em without one."""
    total = 0.0
    for run in runs:
        scale = look.SCRIPT if run.script else 1.0
        total += run.gap + scale * sum(letter_width(c, run.face) for c in run.text)
    return total * size


def text_element(runs, x, y, size, anchor="middle", **attributes):
    """Return a <text> whose baseline starts at (x, y) and comes back to y after every script.

    Spaces around signs are shifts (dx) and heights are shifts (dy): the text that is selected,
    copied or read aloud holds nothing but its letters.
    """
    base, first = "words", ""
    if runs:
        base = runs[0].face
        if runs[0] == Run(runs[0].text, base):
            first, *runs = runs
            first = first.text
    element = drawsvg.Text(first, size, x, y, **FONT[base], **attributes)
    if anchor != "start":
        element.args["text-anchor"] = anchor
    height = 0.0
    for run in runs:
        shift = {}
        if run.gap:
            shift["dx"] = run.gap * size
        if run.rise != height:
            shift["dy"] = (height - run.rise) * size
        if run.script:
            shift["font_size"] = look.SCRIPT * size
        height = run.rise
        element.append(drawsvg.TSpan(run.text, **shift, **face_change(base, run.face)))
    return element


def face_change(base, face):
    """Return what a tspan must say to be in `face` inside a text in `base`."""
    plain = {"font_style": "normal", "font_weight": "normal"}
    wanted = {**{key: plain[key] for key in FONT[base] if key in plain}, **FONT[face]}
    return {key: value for key, value in wanted.items() if FONT[base].get(key) != value}
