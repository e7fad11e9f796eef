"""Make `mkdocs serve --dirty` safe to use: rebuild what changed, with all that hangs on it.

mkdocs alone would miss a changed snippet or figure, and would name pages it does not read again by
their file names.  This module is imported once in a process, so what it remembers outlives a rebuild.
"""

import re
from pathlib import Path

import collected_pages
import glossary
import page_source

FIGURE = re.compile(r"\]\(((?:\.\./)+figures/[^)]+\.svg)\)")
titles = {}  # source path -> title, of every page read so far


def parts(file, snippets):
    """Return the paths that a page is made of: source, terms, snippets, outputs, figures, and what it collects."""
    source, root = Path(file.abs_src_path), Path(snippets).parent
    text = source.read_text(encoding="utf-8")
    included = [Path(snippets, name) for name in page_source.INCLUDE.findall(text)]
    collected = collected_pages.Collector(root, file.src_uri.split("/")[0]).parts(text)
    return [source, root / glossary.PLACE, *included, *(source.parent / name for name in FIGURE.findall(text)), *collected]


def is_modified(file, snippets):
    """Tell whether the built page is older than any of its parts."""
    built = Path(file.abs_dest_path)
    if not built.is_file():
        return True
    written = built.stat().st_mtime
    return any(path.stat().st_mtime > written for path in parts(file, snippets) if path.is_file())


def watch_parts(files, snippets):
    """Let mkdocs ask `is_modified` for each page."""
    for file in files:
        file.is_modified = lambda file=file: is_modified(file, snippets)


def remember(page):
    """Keep the title of a page that was read, or give it back to one that was not."""
    if page.markdown is not None:
        titles[page.file.src_uri] = page.title
    elif page.file.src_uri in titles:
        page.title = titles[page.file.src_uri]
