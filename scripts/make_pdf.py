"""Print a course of the built site into one PDF a language: title page, contents with page numbers, outline, links.

    python3 scripts/dev.py pdf c1      builds the site first, finds a Chromium, writes pdf/

Chromium prints the document of pdf_document.py; pypdf reads on which page each part begins.  The numbers
are filled in and the document is printed again, until they agree with what was printed.
"""

import argparse
import datetime
import io
import mimetypes
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pdf_document
import pdf_text
from playwright.sync_api import Error, sync_playwright
from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

ROOT = Path(__file__).resolve().parent.parent
HOST = "http://notes.invalid"  # nothing is asked of it: every request is answered from the site's folder
NODE = re.compile(rb"\(node\d{8}\)")
FILL = "pages => document.querySelectorAll('[data-page]').forEach(each => { each.textContent = pages[each.dataset.page]; })"


class Failed(Exception):
    """Something went wrong that is told in one line."""


def moment():
    """Return the time of this version of the notes: SOURCE_DATE_EPOCH, else that of the commit, else None."""
    stamp = os.environ.get("SOURCE_DATE_EPOCH")
    if not stamp:
        command = ["git", "log", "-1", "--format=%ct"]
        try:
            stamp = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            return None
    return datetime.datetime.fromtimestamp(int(stamp), datetime.UTC)


class Printer:
    """A Chromium that prints documents which stand beside the files of a built site."""

    def __init__(self, chromium, site):
        self.site = Path(site)
        self.document = ""
        self.page = chromium.new_page()
        self.page.route("**/*", self._answer)

    def _answer(self, route):
        path = unquote(urlsplit(route.request.url).path).lstrip("/")
        if not path:
            return route.fulfill(body=self.document, content_type="text/html; charset=utf-8")
        file = self.site / path
        if not file.is_file():
            return route.fulfill(status=404)
        return route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "application/octet-stream")

    def open(self, document):
        """Show a document; raise Failed if the site lacks something that it names."""
        self.document, missing = document, []
        note = lambda answer: answer.status >= 400 and missing.append(urlsplit(answer.url).path)
        self.page.on("response", note)
        self.page.goto(f"{HOST}/", wait_until="networkidle")
        self.page.remove_listener("response", note)
        if missing:
            raise Failed(f"{self.site}{missing[0]}: no such file; build the site again")

    def print(self):
        """Return the document as a PDF with outline and structure."""
        return self.page.pdf(prefer_css_page_size=True, outline=True, tagged=True)


def page_numbers(reader):
    """Return {name: page number, from 1} of every destination."""
    return {name.lstrip("/"): reader.get_destination_page_number(target) + 1 for name, target in reader.named_destinations.items()}


def print_with_numbers(printer, document):
    """Return the PDF whose contents name the pages on which its parts begin."""
    printer.open(document)
    numbers = {}
    for _ in range(4):
        data = printer.print()
        found = page_numbers(PdfReader(io.BytesIO(data)))
        if found == numbers:
            return data
        numbers = found
        printer.page.evaluate(FILL, numbers)
    raise Failed("the page numbers of the contents do not settle; is the contents' style changed?")


def _numbered_anew(data):
    """Return the PDF with its elements numbered from 1: Chromium's numbers differ from run to run."""
    order = {name: at for at, name in enumerate(sorted(set(NODE.findall(data))), 1)}
    return NODE.sub(lambda found: b"(node%08d)" % order[found[0]], data)


def finish(data, title, language, when):
    """Return the PDF with title, author, language and date, and nothing about the machine."""
    words = pdf_document.WORDS[language]
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    facts = {"/Title": title, "/Author": words["authors"], "/Creator": "dev.py pdf", "/Producer": "Chromium, pypdf"}
    if when:
        facts |= {"/CreationDate": f"D:{when:%Y%m%d%H%M%S}Z", "/ModDate": f"D:{when:%Y%m%d%H%M%S}Z"}
    pdf_text.name_letters(writer)
    writer.metadata = None
    writer.add_metadata(facts)
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(words["lang"])
    root[NameObject("/PageMode")] = NameObject("/UseOutlines")
    root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    made = io.BytesIO()
    writer.write(made)
    return _numbered_anew(made.getvalue())


def missing_letters(data, title):
    """Return the letters of the title that the PDF's first page lacks: no font of the system has them."""
    text = PdfReader(io.BytesIO(data)).pages[0].extract_text()
    return "".join(sorted({letter for letter in title if letter.isalpha()} - set(text)))


def make(chromium, site, language, course, when, base):
    """Return the finished PDF of one course in one language."""
    title, document = pdf_document.compose(site, language, course, f"{when:%Y-%m-%d}" if when else "", base)
    data = finish(print_with_numbers(Printer(chromium, site), document), title, language, when)
    if lacking := missing_letters(data, title.split(" · ")[0]):
        raise Failed(f"no installed font has {lacking}; install one, on Debian fonts-noto-cjk")
    return data


def name_of(course, language):
    """Return the name of the file."""
    return f"deep-learning-notes-{course}-{language}.pdf"


def run(options):
    """Make every PDF that was asked for."""
    there = pdf_document.courses(options.site)
    if not there:
        raise Failed(f"{options.site} holds no course; build the site first, or run `python3 scripts/dev.py pdf`")
    asked = options.courses or there
    for course in asked:
        if course not in there:
            raise Failed(f"{course}: no such course in {options.site}; there is {', '.join(there)}")
    path = os.environ.get("NOTES_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        raise Failed("no Chromium was found; run `python3 scripts/dev.py pdf`, which installs one, or set NOTES_CHROMIUM to its path")
    options.out.mkdir(parents=True, exist_ok=True)
    base, when = os.environ.get("SITE_URL", ""), moment()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-background-networking"])
        for course in asked:
            for language in pdf_document.FOLDERS:
                target = options.out / name_of(course, language)
                target.write_bytes(make(chromium, options.site, language, course, when, base))
                print(f"» wrote {target} ({target.stat().st_size / 1e6:.1f} MB)", flush=True)
        chromium.close()


def main(arguments):
    parser = argparse.ArgumentParser(prog="make_pdf.py", description="Print courses of the built site into PDFs.")
    parser.add_argument("courses", nargs="*", help="for instance c1; every course if left out")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="folder of the built site")
    parser.add_argument("--out", type=Path, default=ROOT / "pdf", help="folder for the PDFs")
    options = parser.parse_args(arguments)
    try:
        run(options)
    except (Failed, ValueError) as problem:
        print(f"make_pdf.py: {problem}", file=sys.stderr)
        return 1
    except Error as problem:
        print(f"make_pdf.py: Chromium failed: {problem.message.splitlines()[0]}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
