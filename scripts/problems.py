"""Collect what is wrong with the notes, one line each, until the build ends."""

import logging
from pathlib import Path

log = logging.getLogger("mkdocs.notes")


class Problems:
    """Faults found during one build, each `path:line: what; remedy`."""

    def __init__(self):
        self.lines = []

    def add(self, path, line, message):
        """Note one fault of the file `path` (absolute or relative) at `line` (1-based)."""
        try:
            path = Path(path).relative_to(Path.cwd())
        except ValueError:
            path = Path(path)
        text = f"{path.as_posix()}:{line}: {message}"
        if text not in self.lines:
            self.lines.append(text)
            log.error(text)

    def clear(self):
        """Start the next build."""
        self.lines.clear()


def line_of(source, needle, default=1):
    """Return the 1-based line on which `needle` first stands in `source`."""
    position = source.find(needle)
    return source.count("\n", 0, position) + 1 if position >= 0 else default
