"""Make the files of a new section: both pages with their fixed headings, and the file of its tests."""

import re

HEADINGS = {
    "zh": (("代码", "code"), ("常见错误", "mistakes"), ("自测", "check"), ("延伸阅读", "further")),
    "en": (("Code", "code"), ("Common mistakes", "mistakes"), ("Check yourself", "check"), ("Further reading", "further")),
}


def _page(number, key, title, language):
    tail = "\n".join(f"## {text} {{ #{anchor} }}\n" for text, anchor in HEADINGS[language])
    return f"---\ndescription:\n---\n\n# {number} {title} {{ #{key} }}\n\n{tail}"


def make(root, key, slug, title_zh, title_en):
    """Write the files of section `key` (c1/w2/s09) and return their paths; raise ValueError for a bad key or slug, or an existing file.

    The pages hold their headings and nothing else: every check fails until they are written.
    """
    found = re.fullmatch(r"(c[1-5]/w([1-4]))/(s(\d\d))", key)
    if not found:
        raise ValueError(f"{key!r} is no section; write it like c1/w2/s09")
    if not re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", slug):
        raise ValueError(f"{slug!r} is no slug; use lower-case words joined by underscores")
    folder, week, short, section = found.groups()
    number = f"{week}.{int(section)}"
    texts = {
        root / f"docs/zh/{folder}/{short}_{slug}.md": _page(number, short, title_zh, "zh"),
        root / f"docs/en/{folder}/{short}_{slug}.md": _page(number, short, title_en, "en"),
        root / f"tests/{folder}/test_{short}_{slug}.py": f'"""Section {number}: {title_en}."""\n',
    }
    for path in texts:
        if path.exists():
            raise ValueError(f"{path.relative_to(root)} exists already; nothing was written")
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(texts)
