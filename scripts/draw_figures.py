"""Draw the figures of the notes, or check that the drawn ones are right and current.

    python scripts/draw_figures.py                     draw all, name what breaks a rule
    python scripts/draw_figures.py c1/w2/s09 c1/w3     draw those of a section, a week
    python scripts/draw_figures.py notation            draw those of a page outside the weeks
    python scripts/draw_figures.py --check [KEY ...]   draw in memory, compare, write nothing

Every program docs/figures/c*/w*/sNN_name.py, or docs/figures/PAGE/name.py for a page outside the
weeks, defines draw() and gives sNN_name.svg, or draw(language) and gives sNN_name.zh.svg and
sNN_name.en.svg. How to write one stands in docs/figures/drawing.py.
Errors are lines `path:line: what; remedy`; with any, the exit code is 1.
"""

import argparse
import json
import os
import queue
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FIGURES = "docs/figures"
PLACES = ("c*/w*/*", "*/*")  # of figures: weeks, and pages outside them
PROGRAM = re.compile(r"c\d+/w\d+/s\d\d_[a-z0-9_]+\.py|[a-z]{2}[a-z0-9_]*/[a-z][a-z0-9_]*\.py")
TIME_LIMIT = 60  # seconds a program may take
PATIENCE = 2  # seconds before the first progress line


class Worker:
    """A process that draws one program after the other."""

    def __init__(self, root):
        self.root, self.process = root, None

    def start(self):
        environment = {**os.environ, "PYTHONHASHSEED": "0", "OMP_NUM_THREADS": "1",
                       "PYTHONIOENCODING": "utf-8"}
        self.process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("draw_worker.py"), self.root],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, encoding="utf-8")

    def draw(self, program):
        """Return the worker's answer for a program; a crash or a hang is an answer, too."""
        if not self.process or self.process.poll() is not None:
            self.start()
        late = threading.Event()
        alarm = threading.Timer(TIME_LIMIT, lambda: (late.set(), self.process.kill()))
        alarm.start()
        try:
            self.process.stdin.write(f"{program}\n")
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except OSError:
            line = ""
        finally:
            alarm.cancel()
        if line:
            return json.loads(line)
        self.close()
        what = (f"took longer than {TIME_LIMIT} s; draw less" if late.is_set()
                else "ended Python; let it raise an exception instead")
        return {"files": {}, "problems": [f"{program}:1: {what}"]}

    def close(self):
        if self.process:
            self.process.kill()
            self.process.communicate()
            self.process = None


def selected(path, keys):
    """Return whether a path below docs/figures belongs to one of the keys; no keys mean all."""
    stem = path.as_posix().split(".")[0]
    return not keys or any(stem == key or stem.startswith((f"{key}/", f"{key}_")) for key in keys)


def files(folder, ending):
    """Return the files with an ending that lie where figures do, relative to their folder."""
    return sorted(path.relative_to(folder) for place in PLACES
                  for path in folder.glob(place + ending))


def programs(root, keys):
    """Return the chosen programs, and the problems with names and keys."""
    folder = root / FIGURES
    found = files(folder, ".py")
    problems = [f"{FIGURES}/{path.as_posix()}:1: not a name like s09_name.py; rename it, or move "
                f"what figures share to {FIGURES}/"
                for path in found
                if not PROGRAM.fullmatch(path.as_posix()) and selected(path, keys)]
    found = [path for path in found if PROGRAM.fullmatch(path.as_posix())]
    for key in keys:
        if not any(selected(path, [key]) for path in found):
            problems.append(f"{FIGURES}/{key}:1: no program has this key; name one like c1/w2/s09")
    chosen = [f"{FIGURES}/{path.as_posix()}" for path in found if selected(path, keys)]
    return chosen, problems


def draw_all(root, chosen, jobs=None):
    """Return {program: answer}, drawn with one process for each core."""
    waiting, answers = queue.SimpleQueue(), {}
    for program in chosen:
        waiting.put(program)

    def work():
        worker = Worker(root)
        try:
            while True:
                program = waiting.get_nowait()
                answers[program] = worker.draw(program)
        except queue.Empty:
            worker.close()

    threads = [threading.Thread(target=work, daemon=True)
               for _ in range(min(jobs or os.cpu_count() or 1, len(chosen)))]
    begun = time.monotonic()
    for thread in threads:
        thread.start()
    show_progress(threads, answers, len(chosen), begun)
    return answers


def show_progress(threads, answers, total, begun):
    """Wait for the threads; say how far they are, if it takes longer than a moment."""
    shown = begun
    end = "\r" if sys.stderr.isatty() else "\n"
    for thread in threads:
        while thread.is_alive():
            thread.join(0.1)
            if time.monotonic() - shown > PATIENCE:
                shown = time.monotonic()
                print(f"{len(answers)} of {total} figures drawn", end=end, file=sys.stderr,
                      flush=True)


def orphans(root, keys, answers):
    """Return the SVG files that no program draws."""
    folder = root / FIGURES
    drawn = {path for answer in answers.values() for path in answer["files"]}
    failed = {program.removesuffix(".py") for program, answer in answers.items()
              if not answer["files"]}
    out = []
    for path in files(folder, ".svg"):
        name = f"{FIGURES}/{path.as_posix()}"
        if (selected(path, keys) and name not in drawn
                and re.sub(r"(\.zh|\.en)?\.svg$", "", name) not in failed):
            out.append(f"{name}:1: no program draws it; delete it, or restore its program")
    return out


def run(root, keys, write, jobs=None):
    """Draw the chosen figures; return (paths that differed from the drawing, problems)."""
    root = Path(root)
    keys = [normal(key) for key in keys]
    chosen, problems = programs(root, keys)
    answers = draw_all(root, chosen, jobs)
    problems += [line for program in chosen for line in answers[program]["problems"]]
    changed = []
    for program in chosen:
        for name, svg in answers[program]["files"].items():
            path = root / name
            there = path.read_bytes() if path.is_file() else None
            if there != svg.encode():
                changed.append((name, there))
                if write:
                    path.write_bytes(svg.encode())
    problems += orphans(root, keys, answers)
    return changed, problems


def normal(key):
    """Return a key for what people type: a key, or the path of a program or of its figure."""
    key = Path(key).as_posix().removeprefix(f"{FIGURES}/")
    return re.sub(r"(\.zh|\.en)?\.(svg|py)$", "", key)


def check(root, keys=()):
    """Return what is wrong with the figures as lines `path:line: what; remedy`."""
    changed, problems = run(root, keys, write=False)
    for name, there in changed:
        key = name.removeprefix(f"{FIGURES}/").split(".")[0]
        remedy = f"run scripts/draw_figures.py {key}"
        what = "not drawn yet" if there is None else "not what its program draws"
        problems.append(f"{name}:1: {what}; {remedy}")
    return sorted(problems)


def main(argv=None):
    """Run the command line; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    parser.add_argument("keys", nargs="*", metavar="KEY", help="c1/w2/s09, c1/w2, c1; default: all")
    options = parser.parse_args(argv)
    if options.check:
        problems = check(ROOT, options.keys)
        summary = "figures are current"
    else:
        changed, problems = run(ROOT, options.keys, write=True)
        problems.sort()
        summary = "\n".join([*(f"wrote {name}" for name, _ in changed), "figures are drawn"])
    print("\n".join(problems) if problems else summary)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
