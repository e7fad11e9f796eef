"""Render the formulas of a page with KaTeX while Markdown is converted.

`pymdownx.arithmatex` (generic mode) finds the formulas; this extension replaces each by the HTML
and MathML that the vendored KaTeX draws in V8, so that the browser runs no math script.
"""

import functools
import json
import re
import threading
from pathlib import Path

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from py_mini_racer import JSEvalException, MiniRacer

KATEX = Path(__file__).resolve().parent.parent / "docs/assets/katex/katex.min.js"
OPTIONS = {"output": "htmlAndMathml", "throwOnError": True, "strict": "error"}
CLOSING = re.compile(r"^[，。；：、？！）”’》」.,;:?!)\]%]+")
GLYPH = re.compile(r"\\[a-zA-Z]+|\\.|[^\s{}^_]")  # about one glyph a match
SHORT = 27  # glyphs that fit beside their punctuation on any phone
_engine_lock = threading.Lock()


@functools.cache
def _engine():
    engine = MiniRacer()
    engine.eval(KATEX.read_text(encoding="utf-8"))
    return engine


# The cache lives as long as the process, so a rebuild of `serve` draws only what changed.
@functools.lru_cache(maxsize=65536)
def render(tex, display):
    """Return KaTeX's HTML for one formula; raise ValueError with KaTeX's own message."""
    try:
        with _engine_lock:
            return _engine().call("katex.renderToString", tex, OPTIONS | {"displayMode": display})
    except JSEvalException as error:
        found = re.search(r"KaTeX parse error: (.+)", str(error))
        raise ValueError(found.group(1) if found else str(error).splitlines()[0]) from None


class KatexTreeprocessor(Treeprocessor):
    """Replace what arithmatex marked; hand each formula that cannot be drawn to `report`."""

    def __init__(self, md, report):
        super().__init__(md)
        self.report = report

    def run(self, root):
        for element in list(root.iter()):
            if "arithmatex" not in (element.get("class") or "").split():
                continue
            display = element.tag == "div"
            tex = element.text[2:-2].strip()  # without \( \) or \[ \]
            try:
                html = render(tex, display)
            except ValueError as error:
                self.report(tex, f"KaTeX cannot draw the formula: {error}")
                html = f"<code>{json.dumps(tex)}</code>"
            element.text = self.md.htmlStash.store(html)
            element.set("class", "math-display" if display else "math")
            element.set("data-pagefind-ignore", "all")
            if not display and len(GLYPH.findall(tex)) <= SHORT:
                self.keep_punctuation(element)

    @staticmethod
    def keep_punctuation(element):
        """Take closing punctuation into the formula's box: browsers would let it start a line."""
        found = CLOSING.match(element.tail or "")
        if found:
            element.text += found.group()
            element.tail = element.tail[found.end():]
        element.set("class", "math math-short")


class KatexExtension(Extension):
    """Markdown extension; `report(tex, message)` is told of every bad formula."""

    def __init__(self, report):
        super().__init__()
        self.report = report

    def extendMarkdown(self, md):
        # after inline patterns (20), before mkdocs resolves links (0)
        md.treeprocessors.register(KatexTreeprocessor(md, self.report), "katex", 15)
