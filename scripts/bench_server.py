"""Serve finished sites as a static host does: text gzipped, ten minutes in the cache, a 404 page.

The server notes each address it was asked for, so that also what workers fetch is counted. A file
that the browser has already and only asks about again, by its ETag, is answered without a body and
not noted.
"""

import functools
import gzip
import hashlib
import http.server
import mimetypes
import threading
from pathlib import Path
from urllib.parse import unquote, urlsplit

KINDS = {
    "html": (".html",), "css": (".css",), "js": (".js", ".mjs"),
    "fonts": (".woff2", ".woff", ".ttf", ".otf"),
    "images": (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico"),
}
PACKED = (".woff2", ".woff", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".gz", ".zip",
          ".pagefind", ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter")
TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript",
         ".woff2": "font/woff2", ".wasm": "application/wasm", ".ipynb": "application/json"}


def kind_of(path):
    """Return the kind of a file: html, css, js, fonts, images or other."""
    suffix = Path(path).suffix.lower()
    return next((kind for kind, suffixes in KINDS.items() if suffix in suffixes), "other")


@functools.lru_cache(maxsize=None)
def _body(path, _changed):
    data = path.read_bytes()
    if path.suffix.lower() in PACKED:
        return data, False
    return gzip.compress(data, 6, mtime=0), True


def body(path):
    """Return (bytes as sent, whether gzipped) of a file."""
    return _body(path, path.stat().st_mtime_ns)


def file_of(folder, address):
    """Return (file, status) that a static host answers a path with; (None, 404) without a 404 page.

    `address` may carry a query; a folder answers with its index.html, a missing file with the
    404.html of the topmost folder below `folder`, the site.
    """
    names = unquote(urlsplit(address).path).split("/")
    parts = [name for name in names if name not in ("", ".", "..")]
    path = folder.joinpath(*parts)
    if path.is_dir():
        path = path / "index.html"
    if path.is_file():
        return path, 200
    missing = folder / parts[0] / "404.html" if parts else None
    return (missing, 404) if missing and missing.is_file() else (None, 404)


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 65536  # head and body leave together

    def do_GET(self):
        path, status = file_of(self.server.folder, self.path)
        data, packed = body(path) if path else (b"", False)
        tag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
        if status == 200 and self.headers.get("If-None-Match") == tag:
            self.send_response(304)
            self.send_header("ETag", tag)
            self.end_headers()
            return
        self.server.asked.append(self.path)
        self.send_response(status)
        self.send_header("ETag", tag)
        suffix = path.suffix if path else ".html"
        kind = TYPES.get(suffix) or mimetypes.guess_type(f"x{suffix}")[0]
        self.send_header("Content-Type", kind or "application/octet-stream")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    """A server of the sites in `folder`; `asked` lists the paths it was asked for."""

    daemon_threads = True

    def __init__(self, folder):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder, self.asked = Path(folder), []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}/"

    def take_asked(self):
        """Return the paths asked for since the last call."""
        taken, self.asked = self.asked, []
        return taken

    def handle_error(self, request, client_address):
        """A browser that closes early is no fault."""

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()


def weigh(folder, asked):
    """Return {kind: (requests, bytes as sent)} of the paths asked for, "all" included."""
    weights = {kind: (0, 0) for kind in (*KINDS, "other", "all")}
    for address in asked:
        path, _ = file_of(folder, address)
        size = len(body(path)[0]) if path else 0
        # what a worker or the page asks for in vain counts as what was asked for
        name = urlsplit(address).path
        kind = "html" if name.endswith("/") else kind_of(name)
        for each in (kind, "all"):
            requests, total = weights[each]
            weights[each] = (requests + 1, total + size)
    return weights
