#!/usr/bin/env python3
"""Measure the site against stock Material and write BENCHMARKS.md.

    python3 scripts/dev.py bench                          everything: about an hour
    python3 scripts/dev.py bench -- --runs 3              medians of three, not five
    python3 scripts/dev.py bench -- --quick               once, not five times; printed only
    python3 scripts/dev.py bench -- --parts build serve   some parts; printed only

Parts: build, serve (the edit loop), weight, speed, lighthouse (needs Node.js), formulas.
"""

import argparse
import datetime
import os
import platform
import sys
import tempfile
import time
from pathlib import Path

import bench_browser
import bench_build
import bench_lighthouse
import bench_pages
import bench_projects
import bench_serve
import bench_stock
import bench_text

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("build", "serve", "weight", "speed", "lighthouse", "formulas")
SIZES = (1, 2, 4)
RUNS = 5
BUSY = 0.5  # load above which times are not to be trusted


def say(text):
    """Tell what is being measured, at once."""
    print(f"» {time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def machine():
    """Return what is told of this machine: in general terms, no names."""
    memory = "memory unknown"
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        size = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        memory = f"{size / 2**30:.0f} GiB of memory"
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    if load > BUSY:
        say(f"this machine has a load of {load:.1f}: times will be too long; wait until it is idle")
    return {"date": datetime.date.today().isoformat(), "cores": os.cpu_count(), "memory": memory,
            "load": f"{load:.1f}", "python": platform.python_version(), "chromium": "(not used)"}


class Work:
    """The projects to measure, in a temporary folder, and the server of their sites."""

    def __init__(self, folder, server):
        self.folder, self.server = folder, server

    def projects(self, times):
        """Return {name: project} of the notes `times` over: ours, stock, stock without search."""
        home = self.folder / f"x{times}"
        if not home.is_dir():
            home.mkdir()
            ours = bench_projects.copy_project(ROOT, home / "ours")
            bench_projects.multiply(ours, times)
            bench_stock.make(ours, home / "stock")
            bench_stock.make(ours, home / "plain", search=False)
        return {name: home / name for name in ("ours", "stock", "plain")}

    def site(self, name, times=1):
        """Return the folder of a site; those of the notes as they are get served."""
        return (self.server.folder if times == 1 else self.folder / f"x{times}/sites") / name

    def build(self, name, times=1):
        """Build a project; return the Cost."""
        address = f"{self.server.address}{name}/"
        return bench_build.build(self.projects(times)[name], self.site(name, times), address)


def measure_build(work, sizes, runs):
    """Return one entry for each size: its pages, and the costs of ours and of stock."""
    entries = []
    for times in sizes:
        costs = {name: [] for name in ("ours", "index", "stock", "plain")}
        for run in range(runs):
            say(f"building {times} times the notes ({run + 1} of {runs})")
            for name in ("ours", "stock", "plain"):
                costs[name].append(work.build(name, times))
            ours = work.projects(times)["ours"]
            costs["index"].append(bench_build.index(ours, work.site("ours", times)))
        middle = {name: bench_build.middle(each) for name, each in costs.items()}
        entries.append({"times": times, "pages": bench_build.count_pages(work.site("ours", times)),
                        **shares(**middle)})
    return entries


def shares(ours, index, stock, plain):
    """Return what builds cost as a whole, for the search index, and for the rest."""
    return {
        "ours": {"whole": ours, "index": index, "rest": bench_build.less(ours, index)},
        "stock": {"whole": stock, "index": bench_build.less(stock, plain), "rest": plain},
    }


def measure_serve(work, runs):
    """Return {what is served: (seconds to the first answer, seconds from saved to served)}."""
    projects = work.projects(1)
    source = bench_pages.pick(projects["ours"], work.site("ours"))[bench_pages.MIDDLE]
    week = source.parent.as_posix()
    found = {}
    for name, site, only in (("ours, one week", "ours", week), ("ours, all notes", "ours", None),
                             ("stock, all notes", "stock", None)):
        say(f"serving {name}")
        path = projects[site] / "docs/zh" / source
        url = bench_projects.page_url(source)
        options = ("--dirty",) if site == "ours" else ()  # as `dev.py serve` does
        found[name] = bench_serve.measure(projects[site], path, url, only, runs, options)
    return found


def measure_pages(work, browser, parts, runs):
    """Return one entry for each page kind and language, with weights and speeds of both sites."""
    picked = bench_pages.pick(work.projects(1)["ours"], work.site("ours"))
    pages = bench_pages.entries(work.projects(1)["ours"], picked)
    for page in pages:
        for site in ("ours", "stock"):
            say(f"{site}: {page['kind']}, {page['language']}")
            base = f"{work.server.address}{site}/"
            if "weight" in parts:
                page[site] |= bench_pages.weights(browser, work.server, site, page)
            if "speed" in parts:
                page[site]["speed"] = bench_browser.speed(browser, base + page["url"], runs)
    return pages


def measure_lighthouse(work, runs):
    """Return one entry for each page kind and language, with the marks of both sites."""
    project = work.projects(1)["ours"]
    entries = bench_lighthouse.pages(project, bench_pages.pick(project, work.site("ours")))
    for entry in entries:
        for site in entry["sites"]:
            say(f"Lighthouse, {site}: {entry['kind']}, {entry['language']}")
            address = f"{work.server.address}{site}/{entry['url']}"
            entry[site] = bench_lighthouse.measure(address, runs)
    return entries


def measure_formulas(work, browser):
    """Return how many formulas are written, and what became of them on both sites."""
    pages = bench_pages.written(work.projects(1)["ours"])
    found = {"pages": len(pages), "written": sum(pages.values())}
    for site in ("ours", "stock"):
        say(f"{site}: counting formulas on {len(pages)} pages")
        found[site] = bench_pages.audit(browser, f"{work.server.address}{site}/", pages)
    return found


def measure(work, parts, sizes, runs):
    """Measure the parts asked for; return all results."""
    results = {"runs": runs, "machine": machine()}
    if "build" in parts:
        results["build"] = measure_build(work, sizes, runs)
    for name in ("ours", "stock"):
        if not work.site(name).is_dir():
            say(f"building {name}")
            work.build(name)
    if "serve" in parts:
        results["serve"] = measure_serve(work, runs)
    if "lighthouse" in parts and bench_lighthouse.find_npx():
        results["lighthouse"] = measure_lighthouse(work, runs)
    elif "lighthouse" in parts:
        say(bench_lighthouse.MISSING)
    if not {"weight", "speed", "formulas"} & set(parts):
        return results
    with bench_browser.chromium() as browser:
        results["machine"]["chromium"] = browser.version
        if {"weight", "speed"} & set(parts):
            results["pages"] = measure_pages(work, browser, parts, runs)
        if "formulas" in parts:
            results["formulas"] = measure_formulas(work, browser)
    return results


def parse(arguments):
    parser = argparse.ArgumentParser(
        prog="bench.py", description="Measure the site against stock Material.")
    parser.add_argument("--runs", type=int, default=RUNS, help="of how many runs to take the median")
    parser.add_argument("--quick", action="store_true",
                        help="measure once, at one size; print, and write no file")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS,
                        help="measure these; print, and write no file")
    return parser.parse_args(arguments)


def main(arguments):
    options = parse(arguments)
    runs, sizes = (1, SIZES[:1]) if options.quick else (options.runs, SIZES)
    try:
        with tempfile.TemporaryDirectory(prefix="notes-bench-", ignore_cleanup_errors=True) as name:
            folder = Path(name).resolve()
            with bench_pages.serve(folder / "sites") as server:
                results = measure(Work(folder, server), options.parts, sizes, runs)
    except (bench_build.Failed, ValueError, OSError) as error:
        print(f"bench.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    text = bench_text.write(results)
    if options.quick or set(options.parts) != set(PARTS):
        print(text)
    else:
        (ROOT / "BENCHMARKS.md").write_text(text, encoding="utf-8")
        say("wrote BENCHMARKS.md")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
