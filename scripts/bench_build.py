"""Measure builds: wall time, CPU time and peak memory of a command and of all that it starts."""

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from bench_report import median

SAMPLE_SECONDS = 0.1  # more often would take time from what is measured
INDEX = ("import sys, pathlib, search_index; "
         "search_index.publish(pathlib.Path(sys.argv[1]))")


class Failed(Exception):
    """Something went wrong that is told in one line."""


@dataclass
class Cost:
    """What a command cost; None where the machine does not tell."""

    wall: float
    cpu: float | None
    memory: int | None  # bytes


def environment(address, **extra):
    """Return the environment of builds: UTF-8, reproducible, quiet, for a site at `address`."""
    kept = {name: value for name, value in os.environ.items() if name != "NOTES_ONLY"}
    made = {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "SITE_URL": address,
            "SOURCE_DATE_EPOCH": "1577836800"}
    return kept | made | extra


def resident(session):
    """Return the resident bytes of a session's processes (Linux); shared pages count each time."""
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        if int(fields[3]) == session:
            total += int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
    return total


class MemoryWatch(threading.Thread):
    """Sample the memory of a session until told to stop; `peak` is the most seen, in bytes."""

    def __init__(self, session):
        super().__init__(daemon=True)
        self.session, self.peak, self.ended = session, 0, threading.Event()

    def run(self):
        while not self.ended.wait(SAMPLE_SECONDS):
            self.peak = max(self.peak, resident(self.session))

    def stop(self):
        self.ended.set()
        self.join()


def wait_for(process):
    """Wait for a process; return its exit code, CPU seconds, and peak bytes of its largest part."""
    if not hasattr(os, "wait4"):
        return process.wait(), None, None
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return process.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss * unit


def last_line(log):
    """Return the last line with words of a log."""
    text = log.read_text(encoding="utf-8", errors="replace")
    return next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "no words")


def measure(command, folder, variables):
    """Run a command to its end in `folder`; return its Cost; raise Failed if it fails."""
    log = folder / ".bench.log"
    with open(log, "w", encoding="utf-8") as out:
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], cwd=folder, env=variables,
                                   stdout=out, stderr=subprocess.STDOUT, start_new_session=True)
        watch = MemoryWatch(process.pid)
        watch.start()
        try:
            code, cpu, largest = wait_for(process)
        except BaseException:
            process.kill()
            raise
        finally:
            watch.stop()
        wall = time.perf_counter() - start
    if code:
        raise Failed(f"a build to be measured failed (exit code {code}): {last_line(log)}; "
                     "see what `python3 scripts/dev.py build` says")
    # the system's own figure would count what this process had in memory when it started the other
    return Cost(wall, cpu, watch.peak or largest)


def build(project, site, address):
    """Build a project into the folder `site`; return the Cost."""
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", site]
    return measure(command, project, environment(address))


def index(project, site):
    """Make the search index of a finished site once more, by itself; return the Cost."""
    scripts = str(project / "scripts")
    variables = environment("", PYTHONPATH=scripts)
    return measure([sys.executable, "-c", INDEX, site], project, variables)


def middle(costs):
    """Return the Cost whose every figure is the median of the costs given."""
    def figure(name):
        values = [getattr(cost, name) for cost in costs]
        return None if None in values else median(values)

    return Cost(figure("wall"), figure("cpu"), figure("memory"))


def less(whole, part):
    """Return what is left of a Cost without a part of it (memory: the whole's)."""
    cpu = None if whole.cpu is None or part.cpu is None else whole.cpu - part.cpu
    return Cost(whole.wall - part.wall, cpu, whole.memory)


def count_pages(site):
    """Return the number of pages of a built site, its 404 page left out."""
    return sum(path.name != "404.html" for path in site.rglob("*.html"))
