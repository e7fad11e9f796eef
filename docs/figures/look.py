"""The look of all figures: colours, lines, letters and canvas, in one place.

A colour here is the text that stands in the SVG: `currentColor` or a variable of the theme with
the value of the light theme as its fallback. docs/assets/css/figures.css gives the variables their
values; tests/test_draw_figures.py holds the two together and measures the contrast.
"""

import re

WIDTH = 460  # units: a canvas may be narrower, never wider
PHONE = 328  # px: what is left for a figure on a phone 360 px wide
SMALLEST = 11  # px: no text smaller than this on that phone, scripts aside
MAX_BYTES = 20_000

INK = "currentColor"
FORWARD = "var(--fig-1, #0b5cad)"  # blue: forward pass, first series
BACKWARD = "var(--fig-2, #b8400a)"  # orange: backward pass, second series; always dashed as well
THIRD = "var(--fig-3, #0b7261)"  # green
FOURTH = "var(--fig-4, #8a35b8)"  # purple
FIFTH = "var(--fig-5, #8a5a00)"  # ochre
MUTED = "var(--fig-muted, #5f6672)"  # grey: secondary text and lines
GRID = "var(--fig-grid, #c9ced6)"  # pale grey: lines that carry no meaning
PAPER = "var(--fig-paper, #ffffff)"  # the page behind the figure
PALE = {  # pale fills; ink and the full colour are readable on them
    FORWARD: "var(--fig-1-pale, #dfecfa)",
    BACKWARD: "var(--fig-2-pale, #fde6d8)",
    THIRD: "var(--fig-3-pale, #d8f1ea)",
    FOURTH: "var(--fig-4-pale, #f1e3fa)",
    FIFTH: "var(--fig-5-pale, #f8ecc9)",
    MUTED: "var(--fig-muted-pale, #eceef1)",
}
SERIES = [FORWARD, BACKWARD, THIRD, FOURTH, FIFTH]
COLOURS = [INK, *SERIES, MUTED, GRID, PAPER, *PALE.values()]

THIN = 0.9  # helping lines, many crossing lines
LINE = 1.6  # outlines and arrows
BOLD = 2.6  # curves and what matters most
DASHES = "5 3.5"

WORDS = 16  # words, tick labels
MATH = 18  # formulas
CODE = 16
SCRIPT = 0.72  # size of a sub- or superscript beside its base
MATH_ITALIC = "var(--fig-italic, serif)"
MATH_ROMAN = "var(--fig-roman, serif)"
MATH_SCRIPT = "var(--fig-script, serif)"
WORD_FONT = "var(--fig-words, sans-serif)"
CODE_FONT = "var(--fig-code, monospace)"


def pale(colour):
    """Return the pale fill that belongs to an accent."""
    return PALE.get(colour, PALE[MUTED])


def fallback(colour):
    """Return the hex value of a colour, for programs that know no variables."""
    found = re.search(r"#[0-9a-f]{6}", colour)
    return found.group() if found else "#000000"
