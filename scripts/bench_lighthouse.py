"""Measure pages by Lighthouse, as for a phone: scores, times and layout shift.

Lighthouse is fetched by npx from npm's registry, in one pinned version; without Node.js this part
of the benchmarks is left out.
"""

import functools
import json
import os
import shutil
import subprocess
from dataclasses import dataclass, fields
from pathlib import PurePosixPath

import bench_pages
from bench_browser import find_chromium
from bench_build import Failed
from bench_projects import LANGUAGES, page_url
from bench_report import Goal, median, number, table

VERSION = "12.8.2"  # the last that runs on Node.js 18 and 20
FLAGS = "--headless=new --no-sandbox --disable-background-networking"
PATIENCE = 180.0
GLOSSARY = PurePosixPath("glossary.md")  # written by a hook of ours: in stock it is empty
GOALS = {
    "performance": Goal("Lighthouse: performance", 99, least=True),
    "accessibility": Goal("Lighthouse: accessibility", 100, least=True),
    "practices": Goal("Lighthouse: best practices", 100, least=True),
    "seo": Goal("Lighthouse: SEO", 100, least=True),
    "lcp": Goal("Lighthouse: largest contentful paint", 1.5, "s", 2),
    "blocking": Goal("Lighthouse: total blocking time", 100, "ms"),
    "shift": Goal("Lighthouse: cumulative layout shift", 0, "", 3),
}
HEAD = ("performance", "accessibility", "best practices", "SEO", "LCP, s", "TBT, ms", "CLS")
WORDS = f"""\
## Lighthouse

Lighthouse {VERSION} as for a phone, scores up to 100. It loads a page unslowed, and computes from
that what a slow phone on slow 4G would take. Stock has no glossary.
"""
MISSING = "Lighthouse left out: npx was not found; install Node.js 18.20 or newer"


@dataclass
class Marks:
    """What Lighthouse says of a page: scores up to 100, times in seconds, blocking in milliseconds."""

    performance: float
    accessibility: float
    practices: float
    seo: float
    lcp: float
    blocking: float
    shift: float


@functools.cache
def find_npx():
    """Return the path of npx, or None."""
    return shutil.which("npx")


def marks_of(report):
    """Return the Marks that a report of Lighthouse (its JSON, parsed) tells."""
    if report.get("runtimeError"):
        raise Failed(f"Lighthouse: {report['runtimeError']['message'].splitlines()[0]}")

    def score(name):
        value = report["categories"][name]["score"]
        if value is None:
            raise Failed(f"Lighthouse gave no score for {name}; run it again on an idle machine")
        return round(value * 100)

    def value(name):
        return report["audits"][name]["numericValue"]

    return Marks(score("performance"), score("accessibility"), score("best-practices"), score("seo"),
                 value("largest-contentful-paint") / 1000, value("total-blocking-time"),
                 value("cumulative-layout-shift"))


def run(address):
    """Return the Marks of one run of Lighthouse on an address."""
    command = [find_npx(), "--yes", f"lighthouse@{VERSION}", address, "--quiet", "--output=json",
               f"--chrome-flags={FLAGS}"]
    environment = os.environ | {"CHROME_PATH": find_chromium()}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True,
                              encoding="utf-8", timeout=PATIENCE)
        return marks_of(json.loads(done.stdout))
    except subprocess.TimeoutExpired:
        raise Failed(f"Lighthouse did not finish {address} within {PATIENCE:.0f} s") from None
    except ValueError:
        words = (done.stderr.strip().splitlines() or ["no answer"])[-1]
        raise Failed(f"Lighthouse {VERSION} failed: {words}; is npm's registry to be reached?") from None


def middle(seen):
    """Return the Marks whose every figure is the median of those seen."""
    return Marks(*(median([getattr(each, field.name) for each in seen]) for field in fields(Marks)))


def measure(address, runs):
    """Return the Marks of a page, each figure the median of `runs` runs."""
    return middle([run(address) for _ in range(runs)])


def pages(project, picked):
    """Return an entry for each page to measure: those picked, and the glossary, which stock has not."""
    entries = [{"kind": page["kind"], "language": page["language"], "url": page["url"],
                "sites": ("ours", "stock")} for page in bench_pages.entries(project, picked)]
    for language in LANGUAGES:
        if (project / "docs" / language / GLOSSARY).is_file():
            entries.append({"kind": GLOSSARY.stem, "language": language,
                            "url": page_url(GLOSSARY, language), "sites": ("ours",)})
    return entries


def goal_rows(entries):
    """Return the summary rows: of each figure our worst page, and stock's figure for it."""
    for name, goal in GOALS.items():
        worst = (min if goal.least else max)(entries, key=lambda entry: getattr(entry["ours"], name))
        values = [getattr(worst[site], name) if worst.get(site) else None for site in ("ours", "stock")]
        yield goal.row(f"{goal.name} ({worst['kind']}, {worst['language']})", *values)


def text(entries):
    """Return the section of BENCHMARKS.md."""
    rows = [[f"{entry['kind']}, {entry['language']}", site,
             *(number(getattr(entry[site], name), goal.digits) for name, goal in GOALS.items())]
            for entry in entries for site in ("ours", "stock") if entry.get(site)]
    return f"{WORDS}\n{table(['page', 'site', *HEAD], rows)}"
