"""Which pages are measured, and what each weighs."""

import bench_browser
import bench_server
import formula_audit
import notebook_pages
from bench_build import Failed
from bench_projects import LANGUAGES, page_sources, page_url

MIDDLE, MOST = "section of middling size", "section with most formulas"


def serve(folder):
    """Return a server of the sites in a new folder."""
    folder.mkdir()
    return bench_server.Server(folder)


def html_file(site, source, language="zh"):
    """Return the HTML file of a page in the folder of a built site."""
    return site / page_url(source, language) / "index.html"


def markdown_of(project, source, language):
    """Return the Markdown of a page; of a notebook, what the build makes of it."""
    path = project / "docs" / language / source
    if path.suffix == ".ipynb":
        return notebook_pages.to_markdown(path, language)[0]
    return path.read_text(encoding="utf-8")


def count_formulas(project, source, language):
    """Return the number of formulas written on a page."""
    return len(formula_audit.scan(markdown_of(project, source, language))[0])


def pick(project, site):
    """Return {kind: source} of the pages to measure, for those kinds the notes have."""
    sources = [source for source in page_sources(project) if html_file(site, source).is_file()]

    def first(pattern):
        fitting = [source for source in sources
                   if source.match(pattern) and len(source.parts) == pattern.count("/") + 1]
        return fitting[0] if fitting else None

    picked = {"home": first("index.md"), "course": first("c*/index.md"),
              "week": first("c*/w*/index.md")}
    sections = [source for source in sources if source.match("c*/w*/s[0-9]*.md")]
    if not sections:
        raise Failed("docs/zh has no section to measure; write one (c1/w2/s01_….md)")
    sections.sort(key=lambda source: html_file(site, source).stat().st_size)
    picked[MIDDLE] = sections[len(sections) // 2]
    picked[MOST] = max(sections, key=lambda source: count_formulas(project, source, "zh"))
    picked["lab"] = first("c*/w*/lab_*.ipynb")
    return {kind: source for kind, source in picked.items() if source}


def entries(project, picked):
    """Return an entry for each page picked, in each language that has it."""
    made = []
    for kind, source in picked.items():
        second = MOST if kind == MIDDLE else MIDDLE
        for language in LANGUAGES:
            if (project / "docs" / language / source).is_file():
                made.append({
                    "kind": kind, "language": language, "url": page_url(source, language),
                    "second_url": page_url(picked[second], language),
                    "formulas": count_formulas(project, source, language), "ours": {}, "stock": {},
                })
    return made


def weights(browser, server, site, page):
    """Return what a page of a site weighs: raw, gzipped, a first visit, a second page."""
    base = f"{server.address}{site}/"
    path = server.folder / site / page["url"] / "index.html"
    addresses = (base + page["url"], base + page["second_url"])
    first, second = bench_browser.fetched(browser, server, *addresses)
    return {"raw": path.stat().st_size, "packed": len(bench_server.body(path)[0]),
            "first": bench_server.weigh(server.folder, first),
            "second": bench_server.weigh(server.folder, second)}


def written(project):
    """Return {address: number of formulas written} of every page in every language."""
    return {page_url(source, language): count_formulas(project, source, language)
            for language in LANGUAGES for source in page_sources(project, language)}


def audit(browser, address, pages):
    """Return the sums over all pages of a site: drawn, red, pieces of raw TeX, and lost in all."""
    sums = dict.fromkeys(("drawn", "red", "raw", "lost"), 0)
    for url, expected in pages.items():
        drawn, red, raw = bench_browser.formulas(browser, address + url)
        found = {"drawn": drawn, "red": red, "raw": raw, "lost": max(0, expected - drawn)}
        sums = {name: sums[name] + found[name] for name in sums}
    return sums
