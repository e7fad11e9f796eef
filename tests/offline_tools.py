"""What the tests of reading offline share: a host that can change, break and vanish, and a reader's browser."""

import contextlib
import functools
import http.server
import json
import re
import shutil
import threading
import time
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Error

import offline_files
from site_tools import ROOT

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
WORKER = ROOT / "docs/assets/js/offline_worker.js"
KEPT = """async () => {
    const keys = (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))).flat();
    return keys.map(({url}) => url.split("/offline/kept/")[1]).filter(Boolean).map((key) => key.replace(/^[^/]*\\//, ""));
}"""


def queries(site):
    """Return what the pages of a site append to the addresses of style sheet and script."""
    page = (site / "index.html").read_text(encoding="utf-8")
    return {name: re.search(re.escape(name) + r"(\?\w+)", page)[1] for name in ("assets/css/site.css", "assets/js/site.js")}


def publish(site):
    """Write the worker and its lists anew, for the files that the site has now."""
    shutil.rmtree(site / "offline", ignore_errors=True)
    offline_files.publish(site, WORKER, queries(site))


def lists(site):
    """Return {part: {address: hash}} of a site, as its worker finds them."""
    known = json.loads(re.search(r"const PARTS = (.*);", (site / "sw.js").read_text(encoding="utf-8"))[1])
    return {part: json.loads((site / f"offline/{part.replace('/', '.')}.{known[part][0]}.json").read_text(encoding="utf-8")) for part in known}


class _Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {".woff2": "font/woff2"}

    def translate_path(self, path):
        return super().translate_path(path.removeprefix("/dl"))

    def send_head(self):
        host = self.server.host
        path = self.path.removeprefix("/dl/").split("?")[0]
        if self.command == "GET":
            host.asked.append(path)
        if host.patience is not None:
            host.patience -= 1
            if host.patience < 0:
                self.close_connection = True
                return None
        if path in host.damaged:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            return (Path(self.directory) / "404.html").open("rb")
        return super().send_head()

    def send_header(self, name, value):
        if name != "Last-Modified":  # files change within a second here
            super().send_header(name, value)

    def end_headers(self):
        if self.server.host.caching == "slow":
            time.sleep(0.1)
        self.send_header("Cache-Control", self.server.host.caching)
        super().end_headers()

    def log_message(self, *_):
        pass


class Host:
    """Serves the folder `site` under /dl/; `asked` lists what was asked for, `damaged` what comes wrong.

    With a number for `patience` it answers so many requests, and then none.
    """

    def __init__(self, site):
        self.site, self.asked, self.damaged, self.patience, self.port = site, [], set(), None, 0
        self.caching = "no-cache"  # so that what is read offline comes from the worker
        self.server = None
        self.start()

    def start(self):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), functools.partial(_Handler, directory=str(self.site)))
        self.server.host, self.port = self, self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.port}/dl/"

    def stop(self):
        if self.server:
            self.server.shutdown()
            self.server.server_close()
        self.server = None

    def take_asked(self):
        """Return what was asked for since the last call."""
        taken, self.asked = self.asked, []
        return taken

    def page(self, address):
        return self.site / address / "index.html"

    def rewrite(self, address, old, new):
        """Change the words of a page."""
        path = self.page(address)
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


class Reader:
    """A browser of its own, with one page open."""

    def __init__(self, browser, host, **options):
        self.host = host
        self.context = browser.new_context(viewport={"width": 360, "height": 740}, **options)
        self.page = self.context.new_page()

    def visit(self, address, page=None):
        """Open an address; return the answer once the worker is in charge and has kept what the page loaded."""
        page = page or self.page
        answer = page.goto(self.host.address + address, wait_until="load")
        self.until("Boolean(navigator.serviceWorker.controller)", page)
        self.wait_kept(address, page)
        return answer

    def until(self, expression, page=None, seconds=10):
        """Wait until an expression is true in the page; the site's policy lets no string become a function there."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with contextlib.suppress(Error):  # the page is being reloaded
                if (page or self.page).evaluate(expression):
                    return
            time.sleep(0.05)
        raise AssertionError(f"never true: {expression}")

    def wait_kept(self, address, page=None):
        self.until(f"({KEPT})().then((kept) => kept.includes({json.dumps(address)}))", page)

    def kept(self):
        """Return the addresses that are kept, each as often as it is."""
        return self.page.evaluate(KEPT)

    def go_offline(self):
        self.host.stop()
        self.context.set_offline(True)

    def go_online(self):
        self.host.start()
        self.context.set_offline(False)

    def save(self, address="c1/"):
        self.visit(address)
        self.page.locator("[data-offline][data-is=none] button").click()
        self.page.locator("[data-offline][data-is=saved]").wait_for()

    def look_for_news(self, page=None):
        """Ask for a new version; return 'installed' or 'redundant', how its worker ends."""
        return (page or self.page).evaluate("""async () => {
            const registration = await navigator.serviceWorker.ready;
            const end = (worker) => new Promise((done) => {
                const look = () => ["installed", "redundant"].includes(worker.state) && done(worker.state);
                worker.addEventListener("statechange", look);
                look();
            });
            const found = new Promise((done) => registration.addEventListener("updatefound", () => done(registration.installing)));
            await registration.update();
            return end(registration.installing ?? registration.waiting ?? await found);
        }""")

    def axe_violations(self):
        """Return the rules of accessibility that the open page breaks."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [f"{rule['id']}: {node['html'][:150]}" for rule in found["violations"] for node in rule["nodes"]]

    def close(self):
        self.context.close()


@contextlib.contextmanager
def hosting(site, folder):
    """Serve a copy of the site, which the test may change."""
    host = Host(Path(shutil.copytree(site, folder / "site")))
    try:
        yield host
    finally:
        host.stop()
