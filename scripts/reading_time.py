"""How long a page takes to read, from its source, each language by itself.

    minutes = Han characters / 400 + words / 220
            + 6 s a row of a display formula + 2 s an inline formula
            + 3 s a line of code + 1 s a line of output + 12 s a figure

Han characters and words are those of the running text: prose, headings, tables, captions, answers.
What is neither (front matter, link targets, ids, fence marks) costs nothing.  A page shows the sum
rounded to whole minutes, at least 1; a week shows the sum of its pages.
"""

import json
import re
from pathlib import Path

import page_source

HAN_A_MINUTE, WORDS_A_MINUTE = 400, 220
SECONDS = {"row": 6, "inline": 2, "code": 3, "output": 1, "figure": 12}
FENCE = re.compile(r"^[ \t]*(?P<fence>`{3,}|~{3,})(?P<info>[^\n]*)\n(?P<body>.*?)^[ \t]*(?P=fence)[ \t]*$", re.M | re.S)
DISPLAY = re.compile(r"^[ \t]*\$\$(?P<tex>.+?)\$\$[ \t]*$", re.M | re.S)
INLINE = re.compile(r"\$[^$\n]+\$")
FIGURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
# link targets, attributes such as { #id }, comments, and the marks of captions and boxes
MARKS = re.compile(r"(?<=\])\([^)\s]*\)|\{[^}\n]*\}|<!--.*?-->|^[ \t]*(?:/// caption|!!! \w+|\?\?\? \w+)", re.M | re.S)
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
WORD = re.compile(r"[A-Za-z0-9][\w.'’-]*")


def _seconds_of_text(text):
    """Return the seconds for Markdown without code."""
    rows = sum(1 + tex.count(r"\\") for tex in DISPLAY.findall(text))
    text = DISPLAY.sub(" ", text)
    formulas, figures = len(INLINE.findall(text)), len(FIGURE.findall(text))
    text = MARKS.sub(" ", FIGURE.sub(" ", INLINE.sub(" ", text)))
    han = len(HAN.findall(text))
    words = len(WORD.findall(HAN.sub(" ", text)))
    return (60 * han / HAN_A_MINUTE + 60 * words / WORDS_A_MINUTE
            + rows * SECONDS["row"] + formulas * SECONDS["inline"] + figures * SECONDS["figure"])


def _lines(text):
    return sum(1 for line in text.splitlines() if line.strip())


def _seconds_of_page(source, snippets):
    source = page_source.FRONT_MATTER.sub("", source)
    seconds = 0
    for fence in FENCE.finditer(source):
        kind = "output" if fence["info"].strip().startswith("text") else "code"
        for name in page_source.INCLUDE.findall(fence["body"]):
            path = Path(snippets, name)
            seconds += SECONDS[kind] * _lines(path.read_text(encoding="utf-8")) if path.is_file() else 0
        seconds += SECONDS[kind] * _lines(page_source.INCLUDE.sub("", fence["body"]))
    return seconds + _seconds_of_text(FENCE.sub("", source))


def _seconds_of_notebook(text):
    seconds = 0
    for cell in json.loads(text)["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] != "code":
            seconds += _seconds_of_text(source)
            continue
        seconds += SECONDS["code"] * _lines(source)
        for output in cell["outputs"]:
            data = output.get("data", {})
            is_picture = any(kind.startswith("image/") for kind in data)
            said = "" if is_picture else "".join(output.get("text", data.get("text/plain", "")))
            seconds += SECONDS["figure"] * is_picture + SECONDS["output"] * _lines(said)
    return seconds


def minutes(path, snippets):
    """Return the minutes, not rounded, for the page or notebook at `path`; 0 if it cannot be read."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
        notebook = str(path).endswith(".ipynb")
        return (_seconds_of_notebook(text) if notebook else _seconds_of_page(text, snippets)) / 60
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return 0  # the build says elsewhere what is wrong with the file


def words(total, language):
    """Return what the reader sees for `total` minutes; hours from one on, to the next ten minutes."""
    total = max(1, round(total))
    if total < 60:
        return f"约 {total} 分钟" if language == "zh" else f"about {total} min"
    hours, rest = divmod(10 * round(total / 10), 60)
    if language == "zh":
        return f"约 {hours} 小时" + (f" {rest} 分钟" if rest else "")
    return f"about {hours} h" + (f" {rest} min" if rest else "")
