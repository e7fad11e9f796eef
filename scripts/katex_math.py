"""Render the formulas of a page with KaTeX while Markdown is converted.

`pymdownx.arithmatex` (generic mode) finds the formulas; this extension replaces each by the HTML
and MathML that the vendored KaTeX draws in V8, so that the browser runs no math script.
"""

import atexit
import functools
import json
import re
import threading
from pathlib import Path

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from py_mini_racer import MiniRacer

NAMESPACE = ' xmlns="http://www.w3.org/1998/Math/MathML"'  # which HTML implies
KATEX = Path(__file__).resolve().parent.parent / "docs/assets/katex/katex.min.js"
OPTIONS = {"output": "htmlAndMathml", "throwOnError": True, "strict": "error"}
OPENING = re.compile(r"[（“‘《「(\[]+$")
CLOSING = re.compile(r"^[，。；：、？！）”’》」.,;:?!)\]%]+")
GLYPH = re.compile(r"\\[a-zA-Z]+|\\.|[^\s{}^_]")  # about one glyph a match
SIGN = re.compile(r"\\(?:times|cdot|approx|in|to|le|ge|ne|ll|gg)(?![a-zA-Z])|[=+<>]|(?<=[\w)}])-")  # stands between two blanks
SHORT = 23  # glyphs and signs that fit beside their punctuation on a phone of 320 px, answers and boxes included
_engine_lock = threading.Lock()


RENDER_ALL = """
const renderAll = (formulas, options) => formulas.map(([tex, displayMode]) => {
  try {
    return {html: katex.renderToString(tex, {...options, displayMode})};
  } catch (error) {
    return {fault: error.message};
  }
});
"""
# Lives as long as the process, so a rebuild of `serve` draws only what changed: (tex, display) -> what renderAll says.
_drawn = {}


@functools.cache
def _engine():
    engine = MiniRacer()
    atexit.register(engine.close)  # its thread could block the end of the process
    engine.eval(KATEX.read_text(encoding="utf-8"))
    engine.eval(RENDER_ALL)
    return engine


def draw(formulas):
    """Draw a page's formulas, pairs (tex, display), in one call: handing over to V8 costs more than drawing."""
    new = [formula for formula in dict.fromkeys(formulas) if formula not in _drawn]
    if new:
        with _engine_lock:
            _drawn.update(zip(new, _engine().call("renderAll", new, OPTIONS), strict=True))


def render(tex, display):
    """Return KaTeX's HTML for one formula; raise ValueError with KaTeX's own message."""
    draw([(tex, display)])
    drawn = _drawn[tex, display]
    if "fault" in drawn:
        raise ValueError(drawn["fault"].removeprefix("KaTeX parse error: "))
    return drawn["html"].replace(NAMESPACE, "", 1)


class KatexTreeprocessor(Treeprocessor):
    """Replace what arithmatex marked; hand each formula that cannot be drawn to `report`."""

    def __init__(self, md, report):
        super().__init__(md)
        self.report = report

    def run(self, root):
        elements = [element for element in root.iter() if "arithmatex" in (element.get("class") or "").split()]
        parents = {child: parent for parent in root.iter() for child in parent}
        formulas = [(element.text[2:-2].strip(), element.tag == "div") for element in elements]  # without \( \) or \[ \]
        draw(formulas)
        for element, (tex, display) in zip(elements, formulas, strict=True):
            try:
                html = render(tex, display)
            except ValueError as error:
                self.report(tex, f"KaTeX cannot draw the formula: {error}")
                html = f"<code>{json.dumps(tex)}</code>"
            element.text = self.md.htmlStash.store(html)
            element.set("class", "math-display" if display else "math")
            if display:  # its number is an anchor, which a selector of search_index.py would still list
                element.set("data-pagefind-ignore", "all")
            if not display and len(GLYPH.findall(tex)) + len(SIGN.findall(tex)) <= SHORT:
                self.keep_punctuation(element, parents[element])

    @staticmethod
    def keep_punctuation(element, parent):
        """Take the punctuation around a formula into its box: browsers would let it start a line, or a bracket end one."""
        found = CLOSING.match(element.tail or "")
        if found:
            element.text += found.group()
            element.tail = element.tail[found.end():]
        at = list(parent).index(element)
        before, place = (parent[at - 1], "tail") if at else (parent, "text")
        found = OPENING.search(getattr(before, place) or "")
        if found:
            element.text = found.group() + element.text
            setattr(before, place, found.string[:found.start()])
        element.set("class", "math math-short")


class KatexExtension(Extension):
    """Markdown extension; `report(tex, message)` is told of every bad formula."""

    def __init__(self, report):
        super().__init__()
        self.report = report

    def extendMarkdown(self, md):
        # after inline patterns (20), before mkdocs resolves links (0)
        md.treeprocessors.register(KatexTreeprocessor(md, self.report), "katex", 15)
