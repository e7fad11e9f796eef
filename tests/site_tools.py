"""What tests of the site share: building it, copying the project, listing its pages."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

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


def go(page, address, silence=0.5, patience=30):
    """Open an address; return once the page has loaded, its scripts too, and asked for nothing for `silence` seconds.

    Playwright's own "networkidle" now and then never comes on long pages although no request is open.
    """
    under_way, last = set(), time.monotonic()

    def note(request, is_open):
        nonlocal last
        (under_way.add if is_open else under_way.discard)(request)
        last = time.monotonic()

    page.on("request", lambda request: note(request, True))
    page.on("requestfinished", lambda request: note(request, False))
    page.on("requestfailed", lambda request: note(request, False))
    page.goto(address, wait_until="load")
    end = time.monotonic() + patience
    while under_way or time.monotonic() - last < silence:
        assert time.monotonic() < end, f"{address} still waits for {[request.url for request in under_way]}"
        page.wait_for_timeout(50)
