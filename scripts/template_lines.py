"""Templates without indents and empty lines: they order a template, in every page they are only weight."""

import re

from jinja2.ext import Extension

INDENT = re.compile(r"^\s+", re.M)


class PlainLines(Extension):
    """Jinja extension; what templates are filled with keeps its blanks."""

    def preprocess(self, source, name, filename=None):
        return INDENT.sub("", source)


def write_plainly(env):
    """Let a Jinja environment that has read no template yet drop indents, empty lines and the line ends of its tags."""
    env.add_extension(PlainLines)
    env.trim_blocks = True
