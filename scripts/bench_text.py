"""Write BENCHMARKS.md from what was measured."""

import bench_lighthouse
from bench_report import NOTHING, Goal, growth, kilobytes, number, ratio, table

SITES = ("ours", "stock")
GOALS = {
    "kilobytes": Goal("First visit to a page with formulas, without pictures", 100, "kB", 1),
    "requests": Goal("Requests of that visit, without pictures", 8),
    "second": Goal("Second page, without pictures", 30, "kB", 1),
    "drawn": Goal("All math drawn", 1.8, "s", 2),
    "lcp": Goal("Largest contentful paint", 1.4, "s", 2),
    "blocking": Goal("Total blocking time", 50, "ms", below=True),
    "shift": Goal("Cumulative layout shift", 0, "", 3),
    "lost": Goal("Formulas lost, red or left raw", 0),
    "build": Goal("Build, wall time a page", 18, "ms", 1),
    "linear": Goal("Build, CPU time of the last further page to the first", 1.2, "", 2),
    "memory": Goal("Build, peak memory", 300, "MB", below=True),
    "saved": Goal("From saving a page to its being served, one week", 1, "s", 2),
}
COLUMNS = ("ours", "stock", "ratio", "goal", "met or not")
SPEEDS = {
    "lcp": "Largest contentful paint, s", "fcp": "First contentful paint, s",
    "blocking": "Total blocking time, ms", "shift": "Cumulative layout shift",
    "drawn": "All math drawn, s",
}

INTRO = """\
# Benchmarks

{date}. {cores} CPU cores, {memory}, Python {python}, Chromium {chromium}; the machine's load at the
start was {load}. Written by `python3 scripts/dev.py bench`{quick}.

"Ours" is this site. "Stock" is the same notes (same text, code and figures) built with Material for
MkDocs as its manual describes: its own theme, scripts and search, `arithmatex`, KaTeX drawn in the
browser, figures as picture files. Its web fonts are switched off, and it gets the labs as Markdown;
both are in its favor. The same code measured both in the same run.

A ratio is ours divided by stock: below 1, ours is smaller or faster. 1 kB is 1,000 bytes; text is
gzipped as a static host sends it, fonts and pictures are as they are, the heads of requests and
answers do not count. {medians}
"""
SUMMARY = """\
## Goals

Each line about pages shows the worst of all pages measured, and stock's figure for the same page.
"""
BUILD = """\
## Build

Whole builds of both languages, each in a fresh process. For two and four times the notes, each week
is copied as further weeks with every formula changed, so that no copy profits from what was drawn
before. If cost is linear, a further page costs the same from 2× to 4× as from 1× to 2×. Memory is
the peak of the build and of all it starts, looked at ten times a second. Our search index is made
once more by itself and timed; that of stock is the difference to a build without its search plugin.
"""
LOOP = """\
## Edit loop

`mkdocs serve`: seconds from the start to the first answer (measured once), and from saving a page
to its new text being served. Half a second of the latter, on average, is the watcher of mkdocs: it
looks twice a second, then waits a quarter. Stock cannot serve a part; it always serves all notes.
"""
WEIGHT = """\
## Weight

A first visit with an empty cache, without scrolling, and a second page after it: the section of
middling size, or after that itself the section with most formulas. The icon counts as a picture.
A file that the browser keeps and only asks about again, as it does for a service worker, is answered
without a body and not counted.
"""
SPEED = """\
## Speed

Chromium with a phone's screen (412 × 823), its processor slowed four times, 1.6 Mbit/s down,
750 kbit/s up, 150 ms to and fro, an empty cache. Blocking time is what long tasks take beyond 50 ms
each, from the first paint until 5 s of quiet. Math is drawn when the last formula stands and its
fonts have come.
"""
FORMULAS = """\
## Formulas

Written in the Markdown of all {pages} pages, and found drawn in the browser.
"""


def label(page):
    return f"{page['kind']}, {page['language']}"


def figures(page, site):
    """Return the figures of a page that the goals speak of; those not measured are missing."""
    found, measured = {}, page[site]
    if "first" in measured:
        (requests, size), (_, second) = (
            [whole - pictures for whole, pictures in zip(measured[visit]["all"], measured[visit]["images"])]
            for visit in ("first", "second"))
        found = {"kilobytes": size / 1000, "requests": requests, "second": second / 1000}
    if "speed" in measured:
        found |= {name: getattr(measured["speed"], name) for name in SPEEDS}
    return found


def page_goal(pages, name):
    """Return the summary row of a goal about pages: our worst page, and stock's same page."""
    goal = GOALS[name]
    if name in ("kilobytes", "requests"):
        pages = [page for page in pages if page["formulas"]]
    pages = [page for page in pages if figures(page, "ours").get(name) is not None]
    if not pages:
        return goal.row(goal.name, None, None)
    worst = max(pages, key=lambda page: figures(page, "ours")[name])
    values = [figures(worst, site)[name] for site in SITES]
    return goal.row(f"{goal.name} ({label(worst)})", *values)


def build_goals(builds):
    """Return the summary rows about builds: those of the largest size, and how cost grows."""
    if not builds:
        goals = [GOALS[name] for name in ("build", "linear", "memory")]
        return [goal.row(goal.name, None, None) for goal in goals]
    last = builds[-1]
    walls = [last[site]["whole"].wall / last["pages"] * 1000 for site in SITES]
    peaks = [megabytes(last[site]["whole"].memory) for site in SITES]
    slopes = [growth([(build["pages"], build[site]["whole"].cpu) for build in builds])
              for site in SITES]
    size = f" ({last['pages']} pages)"
    return [GOALS["build"].row(GOALS["build"].name + size, *walls),
            GOALS["linear"].row(GOALS["linear"].name, *slopes),
            GOALS["memory"].row(GOALS["memory"].name + size, *peaks)]


def summary(results):
    """Return the section that holds the goals against what was measured."""
    pages, loop, audit = (results.get(part) for part in ("pages", "serve", "formulas"))
    names = ("kilobytes", "requests", "second", "drawn", "lcp", "blocking", "shift")
    rows = [page_goal(pages or [], name) for name in names]
    lost = [audit and audit[site]["lost"] for site in SITES]
    saved = [loop and loop[name][1] for name in ("ours, one week", "stock, all notes")]
    rows += [GOALS["lost"].row(GOALS["lost"].name, *lost), *build_goals(results.get("build")),
             GOALS["saved"].row(GOALS["saved"].name, *saved)]
    rows += bench_lighthouse.goal_rows(results["lighthouse"]) if results.get("lighthouse") else []
    missed = [row[0] for row in rows if "not met" in row[-1]]
    words = f"Not met: {'; '.join(missed)}." if missed else "Every goal that was measured is met."
    return f"{SUMMARY}\n{table(['', *COLUMNS], rows)}\n{words}\n"


def megabytes(size):
    return None if size is None else size / 1e6


def build_rows(build):
    """Return the rows of one size: times a page of the whole and its shares, then memory."""
    size = f"{build['times']}×, {build['pages']} pages"
    for part, share in (("whole", ""), ("index", ", search index"), ("rest", ", all else")):
        for name, what in (("wall", "wall time a page"), ("cpu", "CPU time a page")):
            seconds = [getattr(build[site][part], name) for site in SITES]
            values = [None if value is None else value / build["pages"] * 1000 for value in seconds]
            shown = [number(value, 1) for value in values]
            yield [size, f"{what}{share}, ms", *shown, ratio(*values)]
    values = [megabytes(build[site]["whole"].memory) for site in SITES]
    yield [size, "peak memory, MB", *map(number, values), ratio(*values)]


def build_text(builds):
    rows = [row for build in builds for row in build_rows(build)]
    return f"{BUILD}\n{table(['notes', '', 'ours', 'stock', 'ratio'], rows)}"


def loop_text(loop):
    rows = []
    for name in ("one week", "all notes"):
        for place, what in enumerate(("start to first answer", "saved to served")):
            values = [loop[each][place] for each in (f"ours, {name}", "stock, all notes")]
            shown = [number(value, 2) for value in values]
            rows.append([f"{name}: {what}, s", *shown, ratio(*values)])
    return f"{LOOP}\n{table(['', 'ours', 'stock', 'ratio'], rows)}"


def sides(pages, figure, show):
    """Return rows of one figure: page, ours, stock, ratio."""
    for page in pages:
        values = [figure(page[site]) for site in SITES]
        yield [label(page), *map(show, values), ratio(*values)]


def kinds_rows(pages, visit):
    """Return rows by kind of file: each cell kB and, in brackets, requests."""
    for page in pages:
        for site in SITES:
            cells = [f"{kilobytes(size)} ({requests})" if requests else NOTHING
                     for requests, size in page[site][visit].values()]
            yield [label(page), site, *cells]


def weight_text(pages):
    """Return the section about weight: totals side by side, then by kind of file."""
    parts = [WEIGHT]
    for title, figure, show in (
        ("HTML raw, kB", lambda site: site["raw"], kilobytes),
        ("HTML gzipped, kB", lambda site: site["packed"], kilobytes),
        ("First visit, kB", lambda site: site["first"]["all"][1], kilobytes),
        ("First visit, requests", lambda site: site["first"]["all"][0], number),
        ("Second page, kB", lambda site: site["second"]["all"][1], kilobytes),
        ("Second page, requests", lambda site: site["second"]["all"][0], number),
    ):
        rows = list(sides(pages, figure, show))
        parts.append(f"### {title}\n\n{table(['page', 'ours', 'stock', 'ratio'], rows)}")
    for title, visit in (("First visit", "first"), ("Second page", "second")):
        head = ["page", "site", *pages[0]["ours"][visit]]
        rows = list(kinds_rows(pages, visit))
        parts.append(f"### {title} by kind of file, kB (requests)\n\n{table(head, rows)}")
    return "\n".join(parts)


def speed_rows(pages, name):
    """Return the rows of one time or shift: with the goal, where the design sets one."""
    goal = GOALS.get(name)
    for page in pages:
        values = [getattr(page[site]["speed"], name) for site in SITES]
        if values == [None, None]:  # a page without formulas draws none
            continue
        if goal:
            yield goal.row(label(page), *values)
        else:
            yield [label(page), *(number(value, 2) for value in values), ratio(*values)]


def speed_text(pages):
    parts = [SPEED]
    for name, title in SPEEDS.items():
        head = ["page", *(COLUMNS if name in GOALS else COLUMNS[:3])]
        parts.append(f"### {title}\n\n{table(head, list(speed_rows(pages, name)))}")
    return "\n".join(parts)


def formulas_text(audit):
    rows = [["written", number(audit["written"]), number(audit["written"]), ratio(1, 1)]]
    for name, words in (("drawn", "drawn"), ("lost", "lost, red or left raw"),
                        ("red", "of these red"), ("raw", "pieces of raw TeX in the text")):
        values = [audit[site][name] for site in SITES]
        rows.append([words, *map(number, values), ratio(*values)])
    return f"{FORMULAS.format(**audit)}\n{table(['', 'ours', 'stock', 'ratio'], rows)}"


def write(results):
    """Return the text of BENCHMARKS.md; parts that were not measured are left out."""
    runs, pages = results["runs"], results.get("pages") or []
    words = {"medians": f"Times are medians of {runs}." if runs > 1 else "Times were taken once.",
             "quick": "" if runs > 1 else " with `--quick`, for development"}
    parts = [INTRO.format(**results["machine"], **words), summary(results)]
    for name, text in (("build", build_text), ("serve", loop_text)):
        if results.get(name):
            parts.append(text(results[name]))
    for name, text in (("first", weight_text), ("speed", speed_text)):
        if pages and name in pages[0]["ours"]:
            parts.append(text(pages))
    if results.get("lighthouse"):
        parts.append(bench_lighthouse.text(results["lighthouse"]))
    if results.get("formulas"):
        parts.append(formulas_text(results["formulas"]))
    return "\n".join(parts)
