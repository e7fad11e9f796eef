"""What tests of the site share: building it, copying the project, listing its pages."""

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import TimeoutError

ROOT = Path(__file__).resolve().parent.parent
BUILD_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "SITE_URL": "https://notes.example/dl/"}


def build(project, site):
    """Build the site of `project` into the folder `site`; return the finished process."""
    environment = {key: value for key, value in os.environ.items() if key != "NOTES_ONLY"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    return subprocess.run(command, cwd=project, env=environment | BUILD_ENVIRONMENT, capture_output=True,
                          text=True, encoding="utf-8")


def copy_project(target):
    """Copy what a build needs into the folder `target`; tests plant their faults there."""
    for name in ("docs", "snippets", "scripts"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def html_pages(site):
    """Return every HTML page of the site, as paths relative to it, 404.html left out."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html") if path.name != "404.html")


def go(page, address):
    """Open an address; return once the page's scripts have run and nothing is under way any more.

    On a busy machine the network alone can be idle before the scripts of the page have run; and with a
    service worker the browser does not always tell that it is idle, so that wait ends by itself.
    """
    page.goto(address, wait_until="load")
    with contextlib.suppress(TimeoutError):
        page.wait_for_load_state("networkidle", timeout=5000)
