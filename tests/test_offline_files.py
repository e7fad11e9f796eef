"""What the build writes for reading offline: lists that are complete and true, a worker that changes with them, manifests."""

import gzip
import json
import re
import shutil
import struct

import pytest
from mkdocs.exceptions import PluginError

import offline_files
import web_manifest
from offline_tools import WORKER, lists, publish, queries
from site_tools import ROOT

# For other machines, for printing, for the browser's menus, or part of this machinery itself.
NOT_LISTED = re.compile(r"sw\.js|robots\.txt|sitemap\.xml|404\.html|assets/css/404\.css|(en/)?manifest\.webmanifest|assets/icons/.*\.(png|svg)|assets/katex/LICENSE|offline/.*\.json|.*\.pdf")


@pytest.fixture
def copy(site, tmp_path):
    return shutil.copytree(site, tmp_path / "site")


def file_of(site, address):
    path = address.split("?")[0]
    return site / (path + "index.html" if path.endswith("/") or not path else path)


def false_entries(site):
    """Return what is wrong in the lists: files not in exactly one of them, hashes that do not fit."""
    entries = [(name, short) for files in lists(site).values() for name, short in files.items()]
    listed = [file_of(site, name) for name, _ in entries]
    faults = [f"{path}: listed twice" for path in set(listed) if listed.count(path) > 1]
    every = {path for path in site.rglob("*") if path.is_file() and not NOT_LISTED.fullmatch(path.relative_to(site).as_posix())}
    faults += [f"{path}: in no list" for path in every - set(listed)]
    return faults + [f"{name}: another hash" for name, short in entries if not file_of(site, name).is_file()
                     or offline_files.short_hash(file_of(site, name).read_bytes()) != short]


def test_every_file_is_in_one_list_with_its_hash(site):
    assert false_entries(site) == []


def test_that_check_sees_planted_faults(copy):
    (copy / "assets/new.txt").write_text("new")
    (copy / "index.html").write_text("other")
    assert len(false_entries(copy)) == 2


def test_lists_hold_what_pages_ask_for(site):
    found = lists(site)
    assert {name + version for name, version in queries(site).items()} < set(found["base"])
    assert {"", "en/", "glossary/", "en/glossary/"} < set(found["base"])
    assert {"c1/", "en/c1/"} == set(found["c1"])
    assert {"c1/w2/", "en/c1/w2/"} < set(found["c1/w2"]) and all(name.endswith(offline_files.READ) for name in found["c1/w2"])
    assert {"pagefind/pagefind.js", "pagefind/wasm.en.pagefind", "assets/katex/fonts/KaTeX_Main-Regular.woff2"} < set(found["base/more"])
    fragments = [name for name in found["c1/w2/more"] if name.startswith("pagefind/fragment/")]
    assert len(fragments) == len([name for name in found["c1/w2"] if re.search(r"/(s\d\d|lab)_[^/]*/$", name)])
    assert any(name.endswith(".ipynb") for name in found["c1/w2/more"])


@pytest.mark.parametrize(("address", "part"), [
    ("", "base"), ("en/", "base"), ("en/notation/", "base"), ("assets/css/site.css", "base"), ("cat/x/", "base"),
    ("c1/", "c1"), ("en/c1/", "c1"), ("c12/w3/s01_x/", "c12/w3"), ("en/c1/w2/lab_x/picture_1.png", "c1/w2"),
    ("c1/w2/lab_x/lab_x.ipynb", "c1/w2/more"), ("snippets/c1/w2/s01_x.py", "c1/w2/more"), ("pagefind/index/zh_1.pf_index", "base/more"), ("assets/katex/fonts/a.woff2", "base/more"),
])
def test_part_of_an_address(address, part):
    assert offline_files.part_of(address) == part


def state(site):
    return {path.name: path.read_bytes() for path in (site / "sw.js", *(site / "offline").iterdir())}


def test_same_files_same_worker_and_any_change_another(copy):
    first = state(copy)
    publish(copy)
    assert state(copy) == first
    for path in ("en/c1/w2/index.html", "assets/katex/fonts/KaTeX_Main-Regular.woff2", "pagefind/pagefind.js"):
        data = (copy / path).read_bytes()
        (copy / path).write_bytes(data + b" ")
        publish(copy)
        changed = {name for name, text in state(copy).items() if first.get(name) != text}
        assert len(changed) == 2 and "sw.js" in changed  # the worker and one list
        (copy / path).write_bytes(data)
    (copy / "robots.txt").write_text("changed")
    publish(copy)
    assert state(copy) == first


def test_worker_tells_sizes(site):
    known = json.loads(re.search(r"const PARTS = (.*);", (site / "sw.js").read_text(encoding="utf-8"))[1])
    files = [file_of(site, name) for name in lists(site)["c1/w2"]]
    packed = sum(min(path.stat().st_size, len(gzip.compress(path.read_bytes(), 6))) for path in files)
    name, download, kept = known["c1/w2"]
    assert 0 <= download * 10_000 - packed <= 10_000
    assert 0 <= kept * 10_000 - sum(path.stat().st_size for path in files) <= 10_000


def test_worker_is_published_without_its_comments(site):
    text = (site / "sw.js").read_text(encoding="utf-8")
    assert "// The service worker" in WORKER.read_text(encoding="utf-8")
    assert not re.search(r"^\s*//", text, re.M) and offline_files.BLANK not in text
    assert '"https://' not in text


@pytest.mark.parametrize("data", [b"no gzip", gzip.compress(b"no head"), gzip.compress(b'pagefind_dcd{"content":""}'), gzip.compress(b"pagefind_dcd[]")],
                         ids=["no gzip", "no head", "no address", "no object"])
def test_an_unknown_kind_of_fragment_is_named(copy, data):
    path = next((copy / "pagefind/fragment").iterdir())
    path.write_bytes(data)
    with pytest.raises(PluginError, match=f"{path.name}: no fragment as Pagefind"):
        publish(copy)


def test_a_worker_without_a_place_for_the_lists_is_named(copy, tmp_path):
    (tmp_path / "worker.js").write_text("const PARTS = null;")
    with pytest.raises(PluginError, match="worker.js: must hold"):
        offline_files.publish(copy, tmp_path / "worker.js", {})


@pytest.mark.parametrize(("folder", "language", "name"), [("", "zh", "深度学习笔记"), ("en/", "en", "Deep Learning Notes")])
def test_manifest(site, folder, language, name):
    path = site / folder / "manifest.webmanifest"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    assert (manifest["name"], manifest["lang"], manifest["id"], manifest["display"]) == (name, language, f"/dl/{folder}", "standalone")
    assert len(manifest["short_name"]) <= 12
    assert re.search("[一-龥]", manifest["description"] + manifest["short_name"]) if language == "zh" else manifest["description"].isascii()
    assert (path.parent / manifest["scope"]).resolve() == site.resolve()
    assert (path.parent / manifest["start_url"] / "index.html").is_file()
    for icon in manifest["icons"]:
        data = (path.parent / icon["src"]).read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) < 6000
        assert "{}x{}".format(*struct.unpack(">II", data[16:24])) == icon["sizes"]
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    page = (site / folder / "c1/index.html").read_text(encoding="utf-8")
    assert '<link rel="manifest" href="../manifest.webmanifest">' in page
    assert (site / "assets/icons/apple-touch-icon.png").is_file() and "assets/icons/apple-touch-icon.png" in page


def test_colors_are_those_of_the_style_sheet(site):
    papers = re.findall(r"--notes-paper: (#\w+)", (ROOT / "docs/assets/css/colors.css").read_text(encoding="utf-8"))[:2]
    assert web_manifest.PAPER == papers[0]
    page = (site / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'<meta name="theme-color" media="\(prefers-color-scheme: (\w+)\)" content="(#\w+)">', page) == [("light", papers[0]), ("dark", papers[1])]
