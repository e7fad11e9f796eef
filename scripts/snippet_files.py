"""Publish the snippets that pages show, and make each block's file name the link that downloads it."""

import re
import shutil
from pathlib import Path, PurePosixPath

import page_source
from mkdocs.exceptions import PluginError
from mkdocs.utils import get_relative_url

FOLDER = "snippets"
TITLE = re.compile(r'(?P<head><div class="language-python highlight"><span class="filename">)(?P<name>[^<]+\.py)</span>')
WORDS = {"zh": "下载 {}", "en": "Download {}"}
shown = set()  # names below snippets/ that pages of this process show; a rebuild of `serve` adds to it


def link(html, source, url, language):
    """Return the page `html` with a download link in each block whose snippet `source` includes.

    source: Markdown; url: the page's address below the site's root.
    """
    files = {PurePosixPath(name).name: name for name in page_source.INCLUDE.findall(source) if name.endswith(".py")}

    def linked(found):
        name = files.get(found["name"])
        if name is None:  # typed by hand: there is no file
            return found.group()
        shown.add(name)
        address = get_relative_url(f"{FOLDER}/{name}", url)
        words = WORDS[language].format(found["name"])
        breakable = found["name"].replace("_", "_<wbr>")
        return f'{found["head"]}<a href="{address}" download aria-label="{words}">{breakable}</a></span>'

    return TITLE.sub(linked, html)


def publish(snippets, site):
    """Copy what pages show from the folder `snippets` to `site`/snippets."""
    for name in sorted(shown):
        source, target = Path(snippets, name), Path(site, FOLDER, name)
        if not source.is_file():
            raise PluginError(f"snippets/{name} is shown on a page and has gone; write it, or take it off the page")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
