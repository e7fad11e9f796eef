"""What tests share: the project's root, the built site, a server for it and a browser."""

import functools
import http.server
import os
import shutil
import threading
from pathlib import Path

import pytest

from site_tools import ROOT, build

@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The finished strict build of the notes: (process, site folder)."""
    site = tmp_path_factory.mktemp("built") / "site"
    return build(ROOT, site), site


@pytest.fixture(scope="session")
def site(built):
    """The folder of the built site."""
    process, folder = built
    assert process.returncode == 0, process.stdout + process.stderr
    return folder


class _Pages(http.server.SimpleHTTPRequestHandler):
    """Serve a folder under /dl/, as a static host serves a project page, with its 404 page."""

    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {".woff2": "font/woff2"}

    def translate_path(self, path):
        return super().translate_path(path.removeprefix("/dl"))

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def address(site):
    """The address at which the built site is served, with a final slash."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Pages, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/dl/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium; without one browser tests skip, but fail in CI."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("NOTES_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        reason = "no Chromium was found; run the tests with `python3 scripts/dev.py test`, which installs one"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-background-networking"])
        yield chromium
        chromium.close()
