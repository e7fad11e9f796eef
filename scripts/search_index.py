"""Build the search index of a finished site with Pagefind.

Chinese has no blanks between words, and Pagefind cuts pages and queries apart in different ways, so
that many words are never found.  The index is therefore made from a copy of the pages in which every
Han character stands alone; docs/assets/js/search.js asks for the same characters as a phrase.
"""

import functools
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from mkdocs.exceptions import PluginError

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
BETWEEN_HAN = re.compile(f"(?<=[{HAN}])(?=[{HAN}])")
# Not words of a page: marks beside headings, formulas in the text.  Pagefind itself leaves out pictures.
LEFT_OUT = ".headerlink, .math"
# Pagefind's own search boxes, instead of which the site has its own.
UNUSED = ("*ui.css", "*ui.js", "pagefind-highlight.js")


def spaced(text):
    """Return `text` with a blank between neighbouring Han characters."""
    return BETWEEN_HAN.sub(" ", text)


def _index(site, folder):
    with tempfile.TemporaryDirectory(prefix="notes-search-") as copy:
        for path in site.rglob("*.html"):
            target = Path(copy, path.relative_to(site))
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(spaced(path.read_text(encoding="utf-8")), encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", copy, "--output-path", str(folder),
                   "--exclude-selectors", LEFT_OUT, "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise PluginError(f"pagefind failed: {done.stderr.strip() or done.stdout.strip()}")
    entry = folder / "pagefind-entry.json"  # its languages come in any order
    entry.write_text(json.dumps(json.loads(entry.read_text(encoding="utf-8")), sort_keys=True), encoding="utf-8")
    for pattern in UNUSED:
        for path in folder.glob(pattern):
            path.unlink()


@functools.cache
def _index_once(site):
    """Index the site into a folder of its own; later calls of this process reuse it."""
    folder = Path(tempfile.mkdtemp(prefix="notes-search-"))
    _index(site, folder)
    return folder


def publish(site, reuse=False):
    """Put the index under `site`/pagefind; with `reuse`, index once and copy from then on."""
    target = site / "pagefind"
    if reuse:
        shutil.copytree(_index_once(site), target, dirs_exist_ok=True)
    else:
        _index(site, target)
