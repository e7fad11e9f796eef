"""Join the site's style sheets into one file and its scripts into another: two requests instead of twenty."""

import hashlib
import re
from pathlib import Path

OWN_STYLES = ("math-fonts", "colors", "figures", "text", "terms", "frame", "icons", "twins", "tools", "offline", "print")
OWN_SCRIPTS = ("reading", "links", "progress", "terms", "twins", "search", "offline", "print")
STYLES = ("katex/katex.min.css", *(f"css/{name}.css" for name in OWN_STYLES))
SCRIPTS = ("katex/copy-tex.min.js", *(f"js/{name}.js" for name in OWN_SCRIPTS))
# Every browser that runs the site's scripts reads woff2; KaTeX's older formats are not vendored.
OLD_FONTS = re.compile(r",url\([^)]*\.(?:woff|ttf)\) format\(\"[a-z]+\"\)")
FACE = re.compile(r"@font-face\{[^}]*?url\(fonts/(?P<file>[\w-]+\.woff2)\)[^}]*\}")
COMMENT = re.compile(r"/\*.*?\*/", re.S)
LINE_COMMENT = re.compile(r"^[ ]*//.*\n", re.M)  # whole lines only: elsewhere it may be an address


def style_sheet(assets):
    """Return the joined style sheet of the folder `assets`, for a place in its subfolder css."""
    parts = []
    # math-fonts.css names the most used faces itself, in two parts each (see subset_fonts.py)
    split = Path(assets, "css/math-fonts.css").read_text(encoding="utf-8")
    for name in STYLES:
        text = COMMENT.sub("", Path(assets, name).read_text(encoding="utf-8"))
        text = FACE.sub(lambda found: "" if found["file"] in split else found.group(), text)
        text = OLD_FONTS.sub("", text).replace("url(fonts/", "url(../katex/fonts/")
        parts.append(re.sub(r"\s+", " ", text).strip())
    return "\n".join(parts) + "\n"


def script(assets):
    """Return the joined scripts of the folder `assets`, without their comments."""
    texts = (Path(assets, name).read_text(encoding="utf-8") for name in SCRIPTS)
    return ";\n".join(LINE_COMMENT.sub("", text).strip() for text in texts) + "\n"


def versions(assets):
    """Return what to append to the addresses of style sheet and script, so that no cache serves an old one to a new page."""
    return tuple(f"?{hashlib.sha256(text.encode()).hexdigest()[:8]}" for text in (style_sheet(assets), script(assets)))


def publish(assets, site):
    """Write both files below `site`/assets."""
    for path, text in (("css/site.css", style_sheet(assets)), ("js/site.js", script(assets))):
        target = Path(site, "assets", path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
