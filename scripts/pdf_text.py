"""Let a PDF's Chinese text be searched and copied.

Some fonts draw a letter and the radical of the same shape with one glyph, 一 (U+4E00) and ⼀ (U+2F00).
Chromium then names the glyph by the radical, and whoever searches for 一 finds nothing.
"""

import re
import unicodedata

from pypdf.generic import NameObject, StreamObject

RADICAL = range(0x2E80, 0x2FE0)
# Unicode has no decomposition for these, the simplified forms among the radicals
SIMPLIFIED = dict(zip("⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳", "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟", strict=True))
ENTRY = re.compile(r"^(?P<head>(?:<(?P<first>[0-9A-F]+)> )?<(?P<last>[0-9A-F]+)>) <(?P<code>2[EF][0-9A-F]{2})>$", re.M)


def letter(character):
    """Return the letter that a radical looks like; anything else as it is."""
    return SIMPLIFIED.get(character) or (unicodedata.normalize("NFKC", character) if ord(character) in RADICAL else character)


def with_letters(cmap):
    """Return a ToUnicode table with letters in place of radicals."""
    def named(entry):
        count = int(entry["last"], 16) - int(entry["first"], 16) + 1 if entry["first"] else 1
        codes = [f"<{ord(letter(chr(int(entry['code'], 16) + step))):04X}>" for step in range(count)]
        return f"{entry['head']} [{' '.join(codes)}]" if entry["first"] else f"{entry['head']} {codes[0]}"
    return ENTRY.sub(named, cmap)


def name_letters(writer):
    """Put letters in place of radicals in every font of a PdfWriter."""
    for thing in list(writer._objects):
        stream = thing["/ToUnicode"].get_object() if isinstance(thing, dict) and "/ToUnicode" in thing else None
        before = stream.get_data().decode("latin-1") if stream else ""
        after = with_letters(before)
        if after != before:
            changed = StreamObject()
            changed.set_data(after.encode("latin-1"))
            thing[NameObject("/ToUnicode")] = writer._add_object(changed.flate_encode())
