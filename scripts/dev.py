#!/usr/bin/env python3
"""One entry for everything: reading, writing, checking and building the notes.

    python3 scripts/dev.py serve [c1/w2]     read the notes at http://127.0.0.1:8000/ while you edit them
    python3 scripts/dev.py test              set everything up and run every test
    python3 scripts/dev.py build             build the site into site/ (kept as it was if anything is wrong)
    python3 scripts/dev.py check [c1/w2]     run the snippets, hold the two languages against each other
    python3 scripts/dev.py outputs c1/w2/s09 rewrite what the snippets (and notebooks) of a section print
    python3 scripts/dev.py figures c1/w2/s09 draw the figures of a section
    python3 scripts/dev.py fonts             put the glyphs of the formulas into the style sheet
    python3 scripts/dev.py new c1/w2/s09 slug "标题" "Title"   make the files of a new section
    python3 scripts/dev.py pdf [c1]          build the site and print each course and language into pdf/
    python3 scripts/dev.py bench             measure the site, write BENCHMARKS.md

Needs Python 3.11 or newer and pip's registry, and nothing else: it makes .venv and fills it with the
pinned requirements, again only when those change.  Standard library only.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
READING = ("requirements.txt",)
TESTING = ("requirements.txt", "requirements-dev.txt")
REFERENCE = "requirements-reference.txt"
ADDRESS = "127.0.0.1"


class Failed(Exception):
    """Something went wrong that is told to the reader in one line."""


def say(text):
    """Tell what is being done, at once."""
    print(f"» {text}", flush=True)


def venv_python():
    """Return the interpreter inside .venv."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run_quietly(command, what):
    """Run a long command without its output; show that it goes on; show the output if it fails."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as log:
        process = subprocess.Popen([str(part) for part in command], stdout=log, stderr=subprocess.STDOUT, cwd=ROOT)
        start = last = time.monotonic()
        while process.poll() is None:
            time.sleep(0.1)
            if time.monotonic() - last > 2:
                last = time.monotonic()
                say(f"{what} … {last - start:.0f} s")
        if process.returncode:
            log.seek(0)
            print(log.read()[-4000:], file=sys.stderr)
            raise Failed(f"{what}: failed (exit code {process.returncode}); what it said stands above")


def set_up(files):
    """Make .venv hold exactly what `files` pin; do nothing if it does already."""
    # a new Python needs new packages, so its version counts like a requirement
    state = hashlib.sha256(sys.version.encode())
    for name in files:
        state.update((ROOT / name).read_bytes())
    stamp = VENV / f".filled-{'-'.join(Path(name).stem for name in files)}"
    if stamp.is_file() and stamp.read_text() == state.hexdigest() and venv_python().is_file():
        return
    if not venv_python().is_file():
        say("making .venv")
        shutil.rmtree(VENV, ignore_errors=True)
        venv.create(VENV, with_pip=True)
    hashed = [name for name in files if name != REFERENCE]
    pip = [venv_python(), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    arguments = [argument for name in hashed for argument in ("-r", name)]
    run_quietly([*pip, "--require-hashes", *arguments], f"installing {' and '.join(hashed)}")
    if REFERENCE in files:
        run_quietly([*pip, "-r", REFERENCE], f"installing {REFERENCE}")
    stamp.write_text(state.hexdigest())


def environment(**extra):
    """Return the environment of child processes: UTF-8, reproducible, quiet."""
    made = os.environ | {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"} | extra
    made.setdefault("SOURCE_DATE_EPOCH", "1577836800")
    return made


def python(*arguments, **extra):
    """Run .venv's Python on `arguments` in the project; return its exit code."""
    command = [str(venv_python()), *(str(argument) for argument in arguments)]
    return subprocess.run(command, cwd=ROOT, env=environment(**extra)).returncode


def known_key(key):
    """Return a key like c1/w2 or c1/w2/s09, checked against the notes."""
    key = key.strip("/")
    if not list((ROOT / "docs/zh").glob(f"{key}*")):
        raise Failed(f"{key}: no notes begin like this; try c1/w2 or c1/w2/s09")
    return key


def serve(options):
    set_up(READING)
    extra = {"NOTES_ONLY": known_key(options.key)} if options.key else {}
    where = f"{ADDRESS}:{options.port}"
    say(f"building the notes; then read them at http://{where}/ (Ctrl+C ends)")
    try:
        return python("-m", "mkdocs", "serve", "--dirty", "--dev-addr", where, **extra)
    except KeyboardInterrupt:
        return 0


def build(options):
    set_up(READING)
    new, site, old = (ROOT / name for name in (".site-new", "site", ".site-old"))
    code = python("-m", "mkdocs", "build", "--strict", "--site-dir", new)
    if code:
        shutil.rmtree(new, ignore_errors=True)
        raise Failed("the build failed; site/ was left as it was")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    say(f"built {site}")
    return 0


def check(options):
    set_up(TESTING)
    keys = [known_key(key) for key in options.keys]
    scripts = ("check_notes", "check_snippets", "draw_figures")
    codes = [python(f"scripts/{name}.py", *(["--check"] if name == "draw_figures" else []), *keys) for name in scripts]
    return max(codes)


def outputs(options):
    set_up(TESTING)
    keys = [known_key(key) for key in options.keys]
    codes = [python(f"scripts/{name}.py", "--update", *keys) for name in ("check_snippets", "check_notebooks")]
    return max(codes)


def figures(options):
    set_up(TESTING)
    return python("scripts/draw_figures.py", *(known_key(key) for key in options.keys))


def fonts(options):
    set_up(TESTING)
    return python("scripts/subset_fonts.py")


def new(options):
    sys.path.insert(0, str(ROOT / "scripts"))
    import new_section
    try:
        made = new_section.make(ROOT, options.key, options.slug, options.zh, options.en)
    except ValueError as error:
        raise Failed(error) from None
    for path in made:
        say(f"made {path.relative_to(ROOT)}")
    return 0


def find_chromium():
    """Return an installed Chromium (or Chrome, or Edge), or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
    places = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"]
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        folder = os.environ.get(variable)
        if folder:
            places += [f"{folder}/Google/Chrome/Application/chrome.exe", f"{folder}/Microsoft/Edge/Application/msedge.exe"]
    found = [os.environ.get("NOTES_CHROMIUM"), *map(shutil.which, names), *(place for place in places if Path(place).is_file())]
    return next((path for path in found if path), None)


def get_chromium():
    """Return the path of a Chromium, installing one where none is found."""
    path = find_chromium()
    if path:
        return path
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        run_quietly(["apt-get", "update"], "asking for Debian's packages")
        run_quietly(["apt-get", "install", "--yes", "--no-install-recommends", "chromium", "fonts-noto-cjk"], "installing Chromium")
    else:
        run_quietly([venv_python(), "-m", "playwright", "install", "chromium"], "downloading Chromium")
        command = [str(venv_python()), "-c", "from playwright.sync_api import sync_playwright as p; print(p().start().chromium.executable_path)"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    path = find_chromium()
    if not path:
        raise Failed("no Chromium was found or could be installed; install one, or set NOTES_CHROMIUM to its path")
    return path


def test(options):
    set_up(TESTING + ((REFERENCE,) if options.reference else ()))
    chromium = get_chromium()
    say(f"browser tests use {chromium}")
    code = python("-m", "pytest", "-n", "auto", "--dist", "loadfile", *options.arguments, NOTES_CHROMIUM=chromium)
    say("every test passed" if code == 0 else "tests failed; they are named above")
    return code


def bench(options):
    set_up(TESTING)
    return python("scripts/bench.py", *options.arguments, NOTES_CHROMIUM=get_chromium())


def pdf(options):
    courses = sorted(path.parent.name for path in (ROOT / "docs/zh").glob("c*/index.md"))
    if options.key and options.key not in courses:
        raise Failed(f"{options.key}: no such course; there is {', '.join(courses)}")
    set_up(TESTING)
    if not options.site:
        build(options)
    places = [argument for name in ("site", "out") if getattr(options, name) for argument in (f"--{name}", Path(getattr(options, name)).absolute())]
    # without an own date of the caller's, a PDF carries the commit's
    date = os.environ.get("SOURCE_DATE_EPOCH", "")
    return python("scripts/make_pdf.py", *([options.key] if options.key else []), *places, SOURCE_DATE_EPOCH=date, NOTES_CHROMIUM=get_chromium())


def parse(arguments):
    parser = argparse.ArgumentParser(prog="dev.py", description="Read, write, check and build the notes.")
    verbs = parser.add_subparsers(dest="verb", required=True)

    def verb(action, text):
        made = verbs.add_parser(action.__name__, help=text)
        made.set_defaults(action=action)
        return made

    reading = verb(serve, "read the notes while you edit them")
    reading.add_argument("key", nargs="?", help="build one course or week only, for instance c1/w2")
    reading.add_argument("--port", type=int, default=8000)
    verb(build, "build the site into site/")
    for action, text in ((check, "check snippets, notes and figures"), (outputs, "rewrite printed outputs"), (figures, "draw figures")):
        verb(action, text).add_argument("keys", nargs="*", help="for instance c1/w2 or c1/w2/s09; everything if left out")
    verb(fonts, "put the glyphs of the formulas into the style sheet")
    making = verb(new, "make the files of a new section")
    for name in ("key", "slug", "zh", "en"):
        making.add_argument(name)
    testing = verb(test, "set everything up and run every test")
    testing.add_argument("--reference", action="store_true", help=f"also install {REFERENCE} and compare with those libraries")
    testing.add_argument("arguments", nargs="*", help="passed on to pytest (after --)")
    printing = verb(pdf, "print each course and language into a PDF")
    printing.add_argument("key", nargs="?", help="one course only, for instance c1")
    printing.add_argument("--site", help="a built site to print; without it the site is built")
    printing.add_argument("--out", help="folder for the PDFs; pdf/ if left out")
    verb(bench, "measure the site").add_argument("arguments", nargs="*")
    return parser.parse_args(arguments)


def main(arguments):
    if sys.version_info < (3, 11):
        print(f"dev.py needs Python 3.11 or newer; this is {sys.version.split()[0]}", file=sys.stderr)
        return 1
    options = parse(arguments)
    try:
        return options.action(options)
    except Failed as problem:
        print(f"dev.py: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
