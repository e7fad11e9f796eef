"""Mark the first occurrence of each term on a page, as a link to the glossary that carries its meaning.

Chinese has no blanks between words, so the longest term wins wherever two would fit; nothing is
marked inside code, formulas, links, headings and titles.
"""

import functools
import re
from xml.etree import ElementTree

import glossary
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

SKIPPED = {"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "th", "script", "style"}
SKIPPED_CLASSES = {"arithmatex", "admonition-title"}
SEPARATOR = {"zh": "：", "en": ": "}
OTHER = {"zh": "en", "en": "zh"}


def _pattern_of(word, language):
    """Return the pattern of one word: English words match in the plural and at the start of a sentence."""
    text = re.escape(word)
    if language == "zh":  # `sigmoid 函数`: no letter may go on before or after
        left = r"(?<![A-Za-z])" if word[0].isascii() else ""
        return left + text + (r"(?![A-Za-z])" if word[-1].isascii() else "")
    if word[0].islower():
        text = f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}"
    plural = "(?:s|es)?"
    if word.endswith("y"):
        text, plural = text[:-1], "(?:y|ies)"
    return rf"(?<![\w-]){text}{plural}(?![\w-])"


class Finder:
    """Find the terms of one language in running text."""

    def __init__(self, terms, language):
        self.language = language
        self.meanings = {}  # word in lower case -> its terms: `bias` is two
        self.strangers = {word.lower() for term in terms for word in term.not_in}
        hidden = set()
        for term in terms:
            for word in term.words[language]:
                if not term.unmarked:
                    self.meanings.setdefault(word.lower(), []).append(term)
                else:
                    hidden.add(word)
            hidden.update(term.not_in)
        # One pattern for all words would try each of them at each character.
        starts = {}
        for word in sorted({word for term in terms for word in term.words[language]} | hidden, key=len, reverse=True):
            starts.setdefault(word[0].lower(), []).append(_pattern_of(word, language))
        self.patterns = {first: re.compile("|".join(patterns)) for first, patterns in starts.items()}
        letters = {letter for first in starts for letter in (first, first.upper())}
        self.start = re.compile("|".join(map(re.escape, sorted(letters))) or r"(?!)")

    def find(self, text):
        """Yield the matches of words in a text, the longest at each place."""
        place = 0
        while start := self.start.search(text, place):
            found = self.patterns[start[0].lower()].match(text, start.start())
            place = found.end() if found else start.end()
            if found:
                yield found

    def terms_of(self, found):
        """Return the terms that a match means, none for a word that only looks like one."""
        text = found.lower()
        if text in self.strangers:
            return []
        for ending, singular in (("", ""), ("s", ""), ("es", ""), ("ies", "y")):
            word = text.removesuffix(ending) + singular
            if text.endswith(ending) and word in self.meanings:
                return self.meanings[word]
        return []


@functools.lru_cache(maxsize=8)
def _finder(terms, language):
    return Finder(terms, language)


def finder(root, language):
    """Return the finder for the terms of a project; made once for each state of the table."""
    return _finder(glossary.read(root)[0], language)


def meaning(terms, language):
    """Return what a reader is shown: the counterpart in the other language, and the meaning."""
    other, separator = OTHER[language], SEPARATOR[language]
    return "\n".join(f"{term.head[other]}{separator}{term.says[language]}" for term in terms)


class TermTreeprocessor(Treeprocessor):
    """Put the links into the tree of one page."""

    def __init__(self, md, finder, glossary):
        super().__init__(md)
        self.finder = finder
        self.glossary = glossary  # address of the glossary page, as Markdown of this page would write it

    def run(self, root):
        self.seen = set()
        self.walk(root)

    def walk(self, element):
        if element.tag in SKIPPED or SKIPPED_CLASSES & set((element.get("class") or "").split()):
            return
        children = list(element)
        element.text, links = self.mark(element.text)
        for place, link in enumerate(links):
            element.insert(place, link)
        for child in children:
            self.walk(child)
            child.tail, links = self.mark(child.tail)
            place = list(element).index(child) + 1
            for link in reversed(links):
                element.insert(place, link)

    def mark(self, text):
        """Return (text before the first link, links with their tails) of a run of text."""
        if not text or not text.strip():
            return text, []
        pieces, links, done = [], [], 0
        for found in self.finder.find(text):
            terms = [term for term in self.finder.terms_of(found[0]) if term.id not in self.seen]
            if not terms:
                continue
            self.seen.update(term.id for term in terms)
            link = ElementTree.Element("a", {
                "class": "notes-term", "href": f"{self.glossary}#{terms[0].id}",
                "title": meaning(terms, self.finder.language)})
            link.text = found[0]
            pieces.append(text[done:found.start()])
            links.append(link)
            done = found.end()
        if not links:
            return text, []
        for link, tail in zip(links, [*pieces[1:], text[done:]]):
            link.tail = tail
        return pieces[0], links


class TermExtension(Extension):
    """Markdown extension for one page."""

    def __init__(self, finder, glossary):
        super().__init__()
        self.finder = finder
        self.glossary = glossary

    def extendMarkdown(self, md):
        # after inline patterns (20) and formulas (15), before mkdocs resolves links (0)
        md.treeprocessors.register(TermTreeprocessor(md, self.finder, self.glossary), "terms", 12)
