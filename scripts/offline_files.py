"""Make the finished site readable offline: its worker `sw.js`, and lists of what belongs to it.

The site is divided into parts: the pages of each week, what else belongs to the week, the same for the rest of
each course; the pages beside the courses with the style sheet and the script, and what else all courses share.
Reading a page fetches the list of its part, so what no page shows has lists of its own.

Each part has a list `offline/PART.HASH.json` of its addresses and the hashes of their bytes, named by its own
hash.  The worker carries the names of the lists, so that it changes when any file does, and only then; it
keeps nothing whose bytes differ from the list (docs/assets/js/offline_worker.js).
"""

import base64
import gzip
import hashlib
import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

from mkdocs.exceptions import PluginError

# The worker knows this rule too (partOf).
PLACE = re.compile(r"(?:en/|snippets/)?(?P<part>c\d+(?:/w\d+)?)/")
READ = ("/", ".svg", ".png")  # pages and their pictures
SHARED = ("pagefind/", "assets/katex/")
FRAGMENTS = "pagefind/fragment/"
FRAGMENT_HEAD = b"pagefind_dcd"
# What no page asks for: files for other machines, for printing, for the browser's own menus.
LEFT_OUT = re.compile(r"sw\.js|offline/.*|robots\.txt|sitemap\.xml|404\.html|assets/css/404\.css|(?:en/)?manifest\.webmanifest|assets/icons/.*|.*/LICENSE|.*\.pdf")
BLANK = "const PARTS = {};"
COMMENT = re.compile(r"^ *(?://.*)?\n|^ +", re.M)  # and blanks that only order the text
UNIT = 10_000  # sizes are told in steps of 10 kB


def short_hash(data):
    """Return 48 bits of the SHA-256 of `data` in eight characters, as the worker computes them."""
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()[:6]).decode()


def part_of(address):
    """Return the part to which an address within the site belongs; not for the search's fragments."""
    found = PLACE.match(address)
    if found:
        return found["part"] + ("" if address.endswith(READ) else "/more")
    return "base/more" if address.startswith(SHARED) else "base"


def page_of_fragment(path):
    """Return the address of the page whose text a fragment of the search index holds."""
    try:
        data = gzip.decompress(path.read_bytes())
        return json.loads(data.removeprefix(FRAGMENT_HEAD))["url"].lstrip("/")
    except (OSError, EOFError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise PluginError(f"{path}: no fragment as Pagefind 1.5 writes it ({error}); adapt scripts/offline_files.py") from None


def _weigh(path):
    """Return (hash, bytes to download, bytes kept) of a file."""
    data = path.read_bytes()
    return short_hash(data), min(len(data), len(gzip.compress(data, 6, mtime=0))), len(data)


def collect(site, queries):
    """Return {part: {address: file}} of everything a reader can keep.

    `queries` tells what pages append to the address of a file, which then stands for this version of it.
    """
    parts = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if not path.is_file() or LEFT_OUT.fullmatch(name):
            continue
        address = quote(re.sub(r"(^|/)index\.html$", r"\1", name))
        part = part_of(address)
        if name.startswith(FRAGMENTS):  # lies with its page
            part = part_of(page_of_fragment(path)) + "/more"
        parts.setdefault(part, {})[address + queries.get(name, "")] = path
    return parts


def publish(site, template, queries):
    """Write the lists and the worker, made from the file `template`, into the folder `site`."""
    program = COMMENT.sub("", template.read_text(encoding="utf-8"))
    if program.count(BLANK) != 1:
        raise PluginError(f"{template}: must hold `{BLANK}` once, where the names of the lists go")
    known = {}
    for part, files in sorted(collect(site, queries).items()):
        with ThreadPoolExecutor() as pool:  # hashing and packing leave Python's lock
            weights = list(pool.map(_weigh, files.values()))
        text = json.dumps({address: each[0] for address, each in sorted(zip(files, weights))}, separators=(",", ":"))
        name = short_hash(text.encode())
        target = Path(site, f"offline/{part.replace('/', '.')}.{name}.json")
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        # worker: [name, download, kept]
        known[part] = [name, *(-(-sum(each[column] for each in weights) // UNIT) for column in (1, 2))]
    lists = json.dumps(known, separators=(",", ":"))
    Path(site, "sw.js").write_text(program.replace(BLANK, f"const PARTS = {lists};"), encoding="utf-8", newline="\n")
