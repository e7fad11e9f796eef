"""Faults of a page's source on which mkdocs would be silent, or would stop with a traceback."""

import re
from pathlib import Path

import yaml

INCLUDE = re.compile(r"^[ \t]*--8<-- \"(?P<name>[^\"]*)\"[ \t]*$", re.M)
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*$", re.M | re.S)


def faults(source, snippets):
    """Return (line, message) for each fault of Markdown `source`; includes are looked up under `snippets`."""
    found = []
    front = FRONT_MATTER.match(source)
    if front:
        try:
            data = yaml.safe_load(front["yaml"])
            if data is not None and not isinstance(data, dict):
                found.append((1, "the front matter is no list of `name: value` lines; write it so"))
        except yaml.YAMLError as error:
            line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
            found.append((line, f"the front matter is no valid YAML: {getattr(error, 'problem', error)}; quote the value"))
    elif source.startswith("---\n"):
        found.append((1, "the front matter is not closed; end it with a line ---"))
    for include in INCLUDE.finditer(source):
        if not Path(snippets, include["name"]).is_file():
            line = source.count("\n", 0, include.start()) + 1
            found.append((line, f"no such file to include: snippets/{include['name']}; write it, or mend the name"))
    return found


def without_missing_includes(markdown, snippets):
    """Return the Markdown without the includes that `faults` has named."""
    return INCLUDE.sub(lambda found: found.group() if Path(snippets, found["name"]).is_file() else "", markdown)
