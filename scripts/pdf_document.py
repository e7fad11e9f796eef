"""Compose one HTML document from the built pages of a course, for make_pdf.py to print.

Pages follow each other in the order of their links to the next page.  Every id gets its page's name in
front, so that all are different; links between pages of the course become links within the document.
"""

import html
import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

WORDS = {
    "zh": {"contents": "目录", "languages": "中文版（另有英文版）", "version": "版本", "authors": "《深度学习笔记》作者", "lang": "zh-Hans"},
    "en": {"contents": "Contents", "languages": "English edition (there is a Chinese one as well)", "version": "Version",
           "authors": "the authors of the Deep Learning Notes", "lang": "en"},
}
FOLDERS = {"zh": "", "en": "en/"}
TAG = re.compile(r"<(?P<name>[a-zA-Z][\w:-]*)(?P<rest>(?:[^<>\"]|\"[^\"]*\")*)>")
ATTRIBUTE = re.compile(r"\s(?P<name>[\w:-]+)=\"(?P<value>[^\"]*)\"")
NAMES = ("id", "for", "aria-labelledby", "aria-describedby", "aria-controls")
IN_DRAWING = re.compile(r"url\(#")
ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.S)
TITLE = re.compile(r"<title>(.*?)</title>", re.S)
NEXT = re.compile(r'<link rel="next" href="([^"]*)">')
LICENSE = re.compile(r"<footer\b.*?(?:</nav>)?\s*<p>(.*?)</p>", re.S)
HEADING = re.compile(r"<(?P<close>/?)h(?P<level>[1-5])\b(?P<rest>[^>]*)>")


@dataclass
class Page:
    """One built page: its folder below the site's root (with a final slash), its HTML, its depth below the course."""

    folder: str
    text: str
    depth: int

    @property
    def key(self):
        """The page's name in ids of the document."""
        return self.folder.strip("/").replace("/", "-")

    @property
    def title(self):
        """Its heading, without the site's name."""
        return html.unescape(TITLE.search(self.text)[1]).rsplit(" · ", 1)[0].strip()


def _read(site, folder):
    return Path(site, folder, "index.html").read_text(encoding="utf-8")


def courses(site):
    """Return the keys of the courses of a built site."""
    return sorted(path.parent.name for path in Path(site).glob("c*/index.html"))


def reading_order(site, language, course):
    """Return the pages of a course as a reader goes through them; raise ValueError if some are left out."""
    start = folder = f"{FOLDERS[language]}{course}/"
    pages = {}
    while folder.startswith(start) and folder not in pages:
        text = _read(site, folder)
        pages[folder] = Page(folder, text, folder.removeprefix(start).count("/"))
        following = NEXT.search(text)
        folder = urljoin(f"/{folder}", html.unescape(following[1])).lstrip("/") if following else ""
    there = {path.parent.relative_to(site).as_posix() + "/" for path in Path(site, start).rglob("index.html")}
    if lost := sorted(there - pages.keys()):
        raise ValueError(f"{lost[0]} is not reached by the links to the next page; the PDF would lack it")
    return list(pages.values())


class Composer:
    """Turns the pages of one course into one document; base: the site's address or ""."""

    def __init__(self, pages, base):
        self.pages = {page.folder: page for page in pages}
        self.base = base

    def _target(self, page, href):
        """Return (new href or "", whether it leads to another part of the site)."""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return href, False
        path = unquote(urljoin(f"/{page.folder}", parts.path)).lstrip("/") if parts.path else page.folder
        within = self.pages.get(path.removesuffix("index.html"))
        if within:
            return f"#{within.key}-{parts.fragment}" if parts.fragment else f"#{within.key}", False
        return (urljoin(self.base, path) + (f"#{parts.fragment}" if parts.fragment else ""), True) if self.base else ("", True)

    def _attributes(self, page, tag, found):
        """Return the tag's attributes as text, rewritten for the document."""
        kept, is_inner = {}, False
        for name, value in found:
            if name in NAMES:
                value = " ".join(f"{page.key}-{each}" for each in value.split())
            elif name in ("href", "xlink:href") and tag.lower() == "a":
                value, is_inner = self._target(page, html.unescape(value))
                if not value:
                    continue
                value = html.escape(value)
            elif name in ("href", "xlink:href") and value.startswith("#"):
                value = f"#{page.key}-{value[1:]}"
            elif name == "src" and not urlsplit(value).scheme:
                value = "/" + posixpath.normpath(posixpath.join(page.folder, value))
            elif (name, tag.lower()) in (("title", "a"), ("loading", "img")):
                continue  # a hint for the mouse; paper cannot wait
            kept[name] = IN_DRAWING.sub(f"url(#{page.key}-", value)
        if is_inner and "href" in kept:
            kept["class"] = f"{kept.get('class', '')} notes-inner".strip()
        return "".join(f' {name}="{value}"' for name, value in kept.items())

    def rewrite(self, page, text):
        """Return HTML of `page` with ids, links and addresses of pictures that hold in the document."""
        def changed(tag):
            found = [(each["name"], each["value"]) for each in ATTRIBUTE.finditer(tag["rest"])]
            rest = ATTRIBUTE.sub("", tag["rest"])  # what has no value, and the slash of an empty element
            return f"<{tag['name']}{self._attributes(page, tag['name'], found)}{rest}>"
        return TAG.sub(changed, text)

    def article(self, page, number):
        """Return one page as an article of the document, its headings below its week's."""
        text = self.rewrite(page, ARTICLE.search(page.text)[1])
        text = text.replace("<details", "<details open")
        shift = max(0, page.depth - 1)

        def shifted(tag):
            close, level = tag["close"], int(tag["level"])
            rest = "" if close else f'{tag["rest"]} data-level="{level}"'
            return f"<{close}h{level + shift}{rest}>"
        text = HEADING.sub(shifted, text)
        return f'<article class="md-typeset" id="{page.key}" style="page: part{number}">{text}</article>'


def _css_string(text):
    """Return text as a CSS string."""
    return '"' + re.sub(r'["\\\n]', lambda found: f"\\{ord(found[0]):x} ", text) + '"'


def faults(document):
    """Return what is wrong with a composed document: ids that stand twice, links that lead nowhere."""
    ids = re.findall(r'\sid="([^"]*)"', document)
    targets = set(re.findall(r'<a\b[^>]*?\shref="#([^"]*)"', document))
    twice = sorted({each for each in ids if ids.count(each) > 1}) if len(set(ids)) < len(ids) else []
    return [f"id {each} stands twice" for each in twice] + [f"link to {each}, which is not there" for each in sorted(targets - set(ids))]


def _cover(site, language, pages, date, base):
    words = WORDS[language]
    home = _read(site, FOLDERS[language])
    lines = [words["languages"], f"{words['version']} {date}" if date else "", LICENSE.search(home)[1],
             f'<a class="notes-bare" href="{base}">{base}</a>' if base else ""]
    name = TITLE.search(home)[1].strip()
    rest = "".join(f"<p>{line}</p>" for line in lines if line)
    title = html.escape(pages[0].title)
    return name, f'<section class="pdf-cover"><p>{name}</p><p class="pdf-title">{title}</p>{rest}</section>'


def _contents(language, pages):
    rows = "".join(
        f'<li class="pdf-depth{page.depth}"><a href="#{page.key}">{html.escape(page.title)}</a><span data-page="{page.key}"></span></li>'
        for page in pages)
    return f'<nav class="pdf-contents md-typeset"><h1 data-level="1">{WORDS[language]["contents"]}</h1><ul>{rows}</ul></nav>'


def compose(site, language, course, date="", base=""):
    """Return (title, document) of a course; raise ValueError where a link or an id would be wrong."""
    pages = reading_order(site, language, course)
    composer = Composer(pages, base)
    name, cover = _cover(site, language, pages, date, base)
    title = f"{pages[0].title} · {html.unescape(name)}"
    articles = "".join(composer.article(page, number) for number, page in enumerate(pages))
    feet = "".join(f"@page part{number} {{ @bottom-left {{ content: {_css_string(page.title)}; }} }}\n" for number, page in enumerate(pages))
    style = Path(__file__).with_name("pdf.css").read_text(encoding="utf-8")
    document = (
        f'<!doctype html><html lang="{WORDS[language]["lang"]}"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f'<link rel="stylesheet" href="/assets/css/site.css"><style>{style}{feet}</style></head>'
        f'<body data-md-color-scheme="default">{cover}{_contents(language, pages)}{articles}</body></html>'
    )
    if wrong := faults(document):
        raise ValueError(f"{course} ({language}): {'; '.join(wrong)}")
    return title, document
