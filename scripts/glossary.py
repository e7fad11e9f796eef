"""Read docs/terms.yml: every term of the notes in both languages, with what it means and where it is introduced."""

import functools
import re
from dataclasses import dataclass
from pathlib import Path

import yaml

PLACE = "docs/terms.yml"
LANGUAGES = ("zh", "en")
NEEDED = {"zh", "en", "section", "says"}
ALLOWED = NEEDED | {"id", "also", "wrong", "not_in", "unmarked"}
FORM = "write zh, en, section, says: {zh: …, en: …}, and at will id, also, wrong, not_in, unmarked"
SECTION = re.compile(r"c[1-5]/w[1-4]/s\d\d")
MARKUP = re.compile(r"[$`<>*_\\]|\]\(")
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, eq=False)
class Term:
    """One idea: its words in each language, the first of them the head word, and its meaning in one or two sentences."""

    id: str
    words: dict  # language -> tuple of words
    says: dict  # language -> plain text
    section: str  # c1/w2/s04
    also: dict  # language -> other names, told in the glossary
    wrong: tuple  # Chinese words that the notes do not use for it
    not_in: tuple  # longer strings that hold the word and mean something else
    unmarked: bool  # too common a word to be marked on pages
    line: int

    @property
    def head(self):
        """Return the head word of each language."""
        return {language: self.words[language][0] for language in LANGUAGES}


def as_tuple(value):
    """Return a tuple, of one item if need be."""
    return tuple(value) if isinstance(value, list) else (value,)


def slug(word):
    """Return the id of an English word: `dev set` -> `dev-set`."""
    return re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-")


def _all_text(values):
    return all(isinstance(text, str) and text.strip() for text in values)


def _fault(entry):
    """Return what is wrong with an entry of the table, or None."""
    if not isinstance(entry, dict) or not NEEDED <= set(entry) <= ALLOWED:
        return f"no term; {FORM}"
    says, also = entry["says"], entry.get("also", {})
    if not isinstance(says, dict) or set(says) != set(LANGUAGES) or not _all_text(says.values()):
        return "no meaning in both languages; write says: {zh: …, en: …}"
    if not isinstance(also, dict) or not set(also) <= set(LANGUAGES):
        return "other names without their language; write also: {zh: […], en: […]}"
    words = [*(as_tuple(entry[key]) for key in LANGUAGES), *map(as_tuple, also.values()),
             *(as_tuple(entry.get(key, [])) for key in ("wrong", "not_in"))]
    if not all(_all_text(each) for each in words):
        return f"a word that is no text; {FORM}"
    if not isinstance(entry["section"], str) or not SECTION.fullmatch(entry["section"]):
        return f"section {entry['section']!r}; write a key such as c1/w2/s04"
    if any(MARKUP.search(text) for text in says.values()):
        return "markup in a meaning; it is shown as plain text, so write words"
    return None


def _term(entry, line):
    words = {language: as_tuple(entry[language]) for language in LANGUAGES}
    return Term(
        entry.get("id") or slug(words["en"][0]), words, entry["says"], entry["section"],
        {language: as_tuple(names) for language, names in entry.get("also", {}).items()},
        as_tuple(entry.get("wrong", [])), as_tuple(entry.get("not_in", [])), bool(entry.get("unmarked")), line)


def parse(text):
    """Return (terms, faults): the good entries in their order, and (line, message) for each bad one."""
    try:
        node = yaml.compose(text, Loader)
        entries = yaml.load(text, Loader) or []
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        return (), [(mark.line + 1 if mark else 1, "no YAML; mend the line")]
    if not isinstance(entries, list):
        return (), [(1, f"no list of terms; {FORM}")]
    terms, faults, lines = [], [], {}
    for number, entry in enumerate(entries):
        line = node.value[number].start_mark.line + 1
        fault = _fault(entry)
        if not fault:
            term = _term(entry, line)
            other = lines.setdefault(term.id, line)
            fault = f"the id {term.id} a second time, after line {other}; give one of them an id of its own" if other != line else None
        if fault:
            faults.append((line, fault))
        else:
            terms.append(term)
    return tuple(terms), faults


@functools.lru_cache(maxsize=4)
def _read(path, _changed):
    return parse(path.read_text(encoding="utf-8"))


def read(root):
    """Return (terms, faults) of the project; a project without the table has neither."""
    path = Path(root, PLACE)
    return _read(path, path.stat().st_mtime_ns) if path.is_file() else ((), [])


def introduced(terms, section):
    """Return all words, in both languages, for the terms that a section introduces."""
    here = [term for term in terms if term.section == section]
    return [word for term in here for names in (term.words, term.also) for words in names.values() for word in words]
