"""Build the search index of a finished site with Pagefind."""

import functools
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from mkdocs.exceptions import PluginError

# Pagefind's own search boxes, instead of which the site has its own.
UNUSED = ("*ui.css", "*ui.js", "pagefind-highlight.js")


@functools.cache
def _index_once(site):
    """Index the site into a folder of its own; later calls of this process reuse it."""
    folder = Path(tempfile.mkdtemp(prefix="notes-search-"))
    _index(site, folder)
    return folder


def _index(site, folder):
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(folder),
               "--exclude-selectors", ".headerlink", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise PluginError(f"pagefind failed: {done.stderr.strip() or done.stdout.strip()}")
    for pattern in UNUSED:
        for path in folder.glob(pattern):
            path.unlink()


def publish(site, reuse=False):
    """Put the index under `site`/pagefind; with `reuse`, index once and copy from then on."""
    target = site / "pagefind"
    if reuse:
        shutil.copytree(_index_once(site), target, dirs_exist_ok=True)
    else:
        _index(site, target)
