"""Run every snippet, compare what it prints, and check how the pages show it.

python scripts/check_snippets.py [--update] [c1 | c1/w2 | c1/w2/s09 | c1/w2/s09_name ...]

Without keys everything is checked. `--update` rewrites the .out files of the snippets that ran
cleanly; nothing else writes. Prints one line for each problem, `path:line: what; remedy`, then a
verdict, and exits with 0 or 1.
"""

import argparse
import importlib.util
import io
import itertools
import os
import re
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path

from snippet_pages import LANGUAGES, Shown, page_problems, shown_problems
from snippet_rules import judge, section_of
from snippet_runner import Limits, run_snippet
from snippet_sandbox import MEMORY_LIMITED

SNIPPET = re.compile(r"(c\d+/w\d+/s\d{2}_[a-z0-9_]+)\.(py|out)")
KEY = re.compile(r"(?:\./)?(?:snippets/|docs/(?:zh|en)/)?(.*?)(?:\.py|\.out|\.md)?/*", re.DOTALL)
SHOWN_CHARACTERS = 60
PROGRESS_SECONDS = 2.0
PROBLEM = re.compile(r"(.*?):(\d+): ", re.DOTALL)


@dataclass
class Report:
    """What a check found."""

    problems: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    ran: int = 0
    skipped: int = 0
    rewritten: int = 0


@dataclass
class Job:
    """A snippet that is to run."""

    stem: str
    path: Path
    frameworks: tuple

    @property
    def shown(self):
        """Return the path that problem lines begin with."""
        return f"snippets/{self.stem}.py"


class Progress:
    """One line that tells how far the runs are: rewritten on a terminal, else every 2 s."""

    def __init__(self, stream, total):
        self.stream, self.total = stream, total
        self.terminal = stream is not None and stream.isatty()
        self.next_time = time.monotonic() + PROGRESS_SECONDS

    def show(self, done):
        """Tell that `done` snippets have ended."""
        if self.stream is None:
            return
        text = f"{done}/{self.total} snippets"
        if self.terminal:
            print(f"\r{text}", end="", file=self.stream, flush=True)
        elif time.monotonic() >= self.next_time:
            self.next_time = time.monotonic() + PROGRESS_SECONDS
            print(text, file=self.stream, flush=True)

    def clear(self):
        """Leave the terminal's line empty for what follows."""
        if self.terminal:
            print("\r" + " " * 40 + "\r", end="", file=self.stream, flush=True)


def selected(stem, keys):
    """Tell whether a stem such as c1/w2/s09_name is meant by the keys; no keys mean all."""
    return not keys or any(
        not key or stem == key or stem.startswith((key + "/", key + "_")) for key in keys)


def plain_key(text):
    """Turn a key, or a path to a snippet, output or page, into a key."""
    return KEY.fullmatch(text.strip().replace("\\", "/"))[1].rstrip("/")


def find_snippets(root, keys, report):
    """Return the stems of the snippets meant; report files that are none, and outputs of none."""
    folder = root / "snippets"
    stems = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() and path.suffix != ".py" or re.search(r"(^|/)(\.|__pycache__)", name):
            continue
        if not selected(path.relative_to(folder).with_suffix("").as_posix(), keys):
            continue
        match = SNIPPET.fullmatch(name)
        if not match or path.is_dir():
            report.problems.append(f"snippets/{name}:1: is no snippet and no output; "
                                   "name it c1/w2/s09_name.py or move it out of snippets/")
        elif match[2] == "py":
            stems.append(match[1])
        elif not path.with_suffix(".py").is_file():
            report.problems.append(f"snippets/{name}:1: is the output of no snippet; delete it, "
                                   f"or bring back snippets/{match[1]}.py")
    return stems


def find_pages(root, keys, stems):
    """Return (language, path) of the pages meant, and of those that show the snippets meant."""
    sections = {section_of(stem)[0] for stem in stems}
    pages = []
    for language in LANGUAGES:
        folder = root / "docs" / language
        for path in sorted(folder.rglob("*.md")):
            stem = path.relative_to(folder).with_suffix("").as_posix()
            if selected(stem, keys) or stem.partition("_")[0] in sections:
                pages.append((language, path))
    return pages


def judge_snippets(root, stems, report):
    """Judge the snippets' text; return the jobs to run."""
    jobs = []
    for stem in stems:
        path = root / "snippets" / f"{stem}.py"
        shown = f"snippets/{stem}.py"
        data = read(path, shown, report)
        if data is None:
            continue
        verdict = judge(stem, data)
        report.problems += [f"{shown}:{line}: {text}" for line, text in verdict.problems]
        absent = [name for name in verdict.frameworks if importlib.util.find_spec(name) is None]
        if absent:
            report.skipped += 1
            report.notes.append(f"{shown}:1: skipped, {absent[0]} is not installed; "
                                "pip install -r requirements-reference.txt")
        elif verdict.runnable:
            jobs.append(Job(stem, path, verdict.frameworks))
        if not path.with_suffix(".out").is_file() and (absent or not verdict.runnable):
            report.problems.append(lacks_output(shown))
    return jobs


def read(path, shown, report):
    """Return the bytes of a file, or None after reporting that it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        report.problems.append(f"{shown}:1: cannot be read: {error.strerror}; mend or delete it")
        return None


def lacks_output(shown):
    """Return the problem line of a snippet without its output."""
    return f"{shown}:1: lacks its .out file; {rewrite_remedy(shown)}"


def rewrite_remedy(shown):
    """Return the words that tell how to rewrite an output."""
    key = shown.removeprefix("snippets/").removesuffix(".py")
    return f"run `python scripts/check_snippets.py --update {key}`"


def run_jobs(jobs, limits, stream):
    """Run the jobs in parallel; yield (job, outcome) in the jobs' order."""
    stop, progress = threading.Event(), Progress(stream, len(jobs))
    pool = ThreadPoolExecutor(os.cpu_count() or 1)
    try:
        runs = [pool.submit(run_snippet, job.path, job.shown, limits, job.frameworks, stop)
                for job in jobs]
        pending = set(runs)
        while pending:
            done, pending = wait(pending, PROGRESS_SECONDS / 10)
            progress.show(len(runs) - len(pending))
    finally:
        stop.set()  # after an interrupt the running processes end at once
        pool.shutdown(cancel_futures=True)
        progress.clear()
    return zip(jobs, [run.result() for run in runs])


def settle(job, outcome, update, report):
    """Compare a run with its .out file, or rewrite the file."""
    report.ran += 1
    report.problems += outcome.problems
    path = job.path.with_suffix(".out")
    shown = f"snippets/{job.stem}.out"
    expected = read(path, shown, report) if path.exists() else None
    if update and not outcome.problems and outcome.output != expected:
        rewrite(path, shown, outcome.output, report)
    elif expected is None:
        report.problems.append(lacks_output(job.shown))
    elif not outcome.problems and outcome.output != expected:
        report.problems.append(f"{job.shown}:1: {difference(expected, outcome.output)}; if the "
                               f"new output is right, {rewrite_remedy(job.shown)}")


def rewrite(path, shown, output, report):
    """Write an output file, or report why that cannot be done."""
    try:
        path.write_bytes(output)
        report.rewritten += 1
    except OSError as error:
        report.problems.append(f"{shown}:1: cannot be written: {error.strerror}; mend that first")


def difference(expected, got):
    """Say at which output line two outputs first differ, and how."""
    pairs = itertools.zip_longest(io.BytesIO(expected), io.BytesIO(got))  # lines end at LF only
    number, pair = next((n, pair) for n, pair in enumerate(pairs, 1) if pair[0] != pair[1])
    one, other = (None if line is None else line.decode("utf-8", "replace") for line in pair)
    if one and other and one.endswith("\n") and other.endswith("\n"):
        one, other = one[:-1], other[:-1]
    at = len(os.path.commonprefix([one or "", other or ""]))
    return (f"prints something else at output line {number}; "
            f"expected {window(one, at)}, got {window(other, at)}")


def window(line, at):
    """Return the piece of a line around the position where it differs, quoted."""
    if line is None:
        return "the end"
    start = max(0, at - SHOWN_CHARACTERS // 2)
    piece = line[start:start + SHOWN_CHARACTERS]
    before, after = "…" * (start > 0), "…" * (start + SHOWN_CHARACTERS < len(line))
    return repr(before + piece + after)


def check_pages(root, keys, stems, report):
    """Check the pages' blocks, and that each snippet stands on its pages."""
    shown = Shown()
    for language, path in find_pages(root, keys, stems):
        name = path.relative_to(root).as_posix()
        data = read(path, name, report)
        if data is None:
            continue
        try:
            text = data.decode("utf-8").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            report.problems.append(f"{name}:{line}: is not UTF-8; save it as UTF-8")
            continue
        report.problems += [f"{name}:{line}: {what}" for line, what in page_problems(
            root / "snippets", name, language, text, shown)]
    report.problems += shown_problems(root, stems, shown)


def unknown_keys(root, keys):
    """Yield a problem line for each key that names neither a snippet nor a page."""
    folders = [root / "snippets", *(root / "docs" / language for language in LANGUAGES)]
    stems = [path.relative_to(folder).with_suffix("").as_posix()
             for folder in folders for path in folder.rglob("*.*")]
    for key in keys:
        if not any(selected(stem, [key]) for stem in stems):
            name = " ".join(key.split())  # one line, whatever was typed
            yield f"{name}:1: names no snippet and no page; give a key such as c1/w2/s09"


def place(problem):
    """Return what problem lines are sorted by: the path, then the line as a number."""
    path, line = PROBLEM.match(problem).groups()
    return path, int(line)


def examine(root, keys=(), update=False, limits=None, stream=None):
    """Check the project at `root` and return the report."""
    root, report = Path(root).resolve(), Report()
    keys = [plain_key(key) for key in keys]
    if not (root / "snippets").is_dir():
        report.problems.append("snippets:1: is no folder here; give the project's folder as --root")
        return report
    report.problems += unknown_keys(root, keys)
    stems = find_snippets(root, keys, report)
    jobs = judge_snippets(root, stems, report)
    for job, outcome in run_jobs(jobs, limits or Limits(), stream):
        settle(job, outcome, update, report)
    check_pages(root, keys, stems, report)
    report.problems.sort(key=place)
    return report


def check(root, keys=(), update=False):
    """Return the problem lines of the snippets that the keys mean (of all, without keys)."""
    return examine(root, keys, update).problems


def count(number, noun):
    """Return '1 problem', '2 problems'."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def verdict(report, seconds):
    """Return the last line."""
    parts = [f"{count(report.ran, 'snippet')} ran"]
    if report.skipped:
        parts.append(f"{report.skipped} skipped")
    if report.rewritten:
        parts.append(f"{count(report.rewritten, 'output')} rewritten")
    parts.append(count(len(report.problems), "problem"))
    return f"{', '.join(parts)} ({seconds:.1f} s)"


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line and exit code 1, as any other problem."""

    def error(self, message):
        """Print the line and leave."""
        print(f"{self.prog}:1: {message}; see --help")
        sys.exit(1)


def positive(text):
    """Return a number above zero."""
    number = float(text)
    if not 0 < number < 1e6:
        raise ValueError(text)
    return number


def arguments(argv):
    """Read the command line."""
    parser = Parser("check_snippets.py", description=__doc__.partition("\n")[0])
    parser.add_argument("keys", nargs="*", help="c1, c1/w2, c1/w2/s09 or a path; none: everything")
    parser.add_argument("--update", action="store_true", help="rewrite the .out files")
    parser.add_argument("--root", default=Path(__file__).resolve().parents[1], help="the project")
    parser.add_argument("--seconds", type=positive, default=Limits.seconds, help="for one snippet")
    parser.add_argument("--mebibytes", type=positive, default=Limits.mebibytes,
                        help="for one snippet")
    return parser.parse_args(argv)


def main(argv=None):
    """Check, print problems and verdict, return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a console without Chinese
    options, start = arguments(argv), time.monotonic()
    if not MEMORY_LIMITED:
        print("note: memory is not limited on this system")
    limits = Limits(options.seconds, max(1, int(options.mebibytes)))
    try:
        report = examine(options.root, options.keys, options.update, limits, sys.stderr)
    except KeyboardInterrupt:
        print("check_snippets.py:1: was interrupted; run it again")
        return 1
    for line in report.notes + report.problems:
        print(line)
    print(verdict(report, time.monotonic() - start))
    return 1 if report.problems else 0


if __name__ == "__main__":
    sys.exit(main())
