"""Measure the edit loop: how soon `mkdocs serve` answers, how soon a saved page is seen."""

import contextlib
import os
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

from bench_build import Failed, environment, last_line
from bench_report import median

PATIENCE = 300  # seconds
POLL = 0.03


def free_port():
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fetch(address):
    """Return the text at an address, or None if nothing answers yet."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return answer.read().decode("utf-8", "replace")
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return None


def wait_until(address, words, process, log):
    """Return the seconds until the page at `address` holds `words`."""
    start = time.perf_counter()
    while time.perf_counter() - start < PATIENCE:
        text = fetch(address)
        if text is not None and words in text:
            return time.perf_counter() - start
        if process.poll() is not None:
            raise Failed(f"mkdocs serve ended by itself: {last_line(log)}; "
                         "see what `python3 scripts/dev.py serve` says")
        time.sleep(POLL)
    raise Failed(f"mkdocs serve did not show a page within {PATIENCE} s; "
                 "try `python3 scripts/dev.py serve`")


@contextlib.contextmanager
def serving(project, only, options):
    """Run `mkdocs serve` with `options`; yield (address, process, log)."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    scratch = project / ".bench_tmp"
    scratch.mkdir(exist_ok=True)
    extra = {"NOTES_ONLY": only} if only else {}
    variables = environment(address, TMPDIR=str(scratch), **extra)
    command = [sys.executable, "-m", "mkdocs", "serve", *options, "--dev-addr",
               f"127.0.0.1:{port}"]
    log = project / ".bench.log"
    with open(log, "w", encoding="utf-8") as out:
        process = subprocess.Popen(command, cwd=project, env=variables, stdout=out,
                                   stderr=subprocess.STDOUT)
        try:
            yield address, process, log
        finally:
            process.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGINT)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def measure(project, source, url, only=None, runs=5, options=()):
    """Return (seconds to the first answer, median seconds from saving a page to its being served).

    source: the page that is edited, a path; url: its address relative to the site's.
    only: a key like c1/w2, for `dev.py serve c1/w2`; options: more words for `mkdocs serve`.
    """
    pauses = random.Random(0)  # so that saving falls anywhere between two looks of the watcher
    text = source.read_text(encoding="utf-8")
    with serving(project, only, options) as (address, process, log):
        first = wait_until(address + url, "<html", process, log)
        saved = []
        for run in range(runs):
            time.sleep(pauses.uniform(1.0, 2.0))
            words = f"bench-words-{run}"
            source.write_text(f"{text}\n\n{words}\n", encoding="utf-8")
            saved.append(wait_until(address + url, words, process, log))
    source.write_text(text, encoding="utf-8")
    return first, median(saved)
