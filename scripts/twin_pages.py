"""Offer a page side by side with its twin only where the two answer block for block.

While a page is converted, the outline of its blocks is recorded; once both languages are built, the
pages whose outlines differ lose the switch.  This module is imported once in a process, so what it
knows of pages that were not read again outlives a rebuild of `serve`.
"""

from pathlib import Path

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# docs/assets/js/twins.js knows the same blocks
BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tr th td div details summary figure figcaption pre "
    "blockquote hr section".split())
OFFERED, WITHDRAWN = "data-twins>", "data-twins hidden>"  # the switch in the header's template ends like this
_outlines = {}  # place in a language's folder -> {language: (outline, path of the built page)}
_withdrawn = set()  # places whose pages have lost the switch


def outline(element):
    """Return the nested blocks of an element of Markdown's tree: tags, ids, kinds of boxes, runs of text as `~`."""
    said, in_text = [], bool((element.text or "").strip())
    for child in element:
        if child.tag in BLOCKS:
            name = f"{child.tag}#{child.get('id', '')}.{child.get('class', '')}"
            said += ["~"] * in_text + [name + outline(child)]
            in_text = False
        else:
            in_text = True
        in_text = in_text or bool((child.tail or "").strip())
    return f"({' '.join(said + ['~'] * in_text)})"


class _OutlineTreeprocessor(Treeprocessor):
    def __init__(self, md, file):
        super().__init__(md)
        self.file = file

    def run(self, root):
        language, _, place = self.file.src_uri.partition("/")
        _outlines.setdefault(place, {})[language] = outline(root), Path(self.file.abs_dest_path)


class OutlineExtension(Extension):
    """Markdown extension that records the outline of one page (an mkdocs file)."""

    def __init__(self, file):
        super().__init__()
        self.file = file

    def extendMarkdown(self, md):
        md.treeprocessors.register(_OutlineTreeprocessor(md, self.file), "outline", 1)  # ids are in place after 5


def differing():
    """Return the places of the pages, read so far, that do not answer their twins."""
    return {place for place, pages in _outlines.items() if len({outline for outline, _ in pages.values()}) > 1}


def withdraw():
    """Hide the switch on the built pages that differ from their twins; show it again where they no longer do."""
    differ = differing()
    for place in differ | _withdrawn:
        old, new = (OFFERED, WITHDRAWN) if place in differ else (WITHDRAWN, OFFERED)
        for path in (path for _, path in _outlines[place].values() if path.is_file()):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    _withdrawn.clear()
    _withdrawn.update(differ)
