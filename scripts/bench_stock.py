"""The same notes in stock Material: its theme, bundle and search; KaTeX drawn in the browser.

What a reader of Material's manual would set up, with two kindnesses: no fonts from elsewhere, and
labs as Markdown, since notebooks of two languages come out as raw JSON without our hooks.
"""

import re
import shutil

import notebook_pages
from bench_projects import LANGUAGES

CONFIG = """\
site_name: 深度学习笔记
site_description: 深度学习专项课程五门课的中英双语笔记
site_url: !ENV [SITE_URL, "http://localhost:8000/"]
docs_dir: docs
site_dir: site

exclude_docs: |
  *.py
  terms.yml
  symbols.yml

theme:
  name: material
  language: zh
  font: false
  features:
    - navigation.indexes
    - navigation.footer
    - content.code.copy
  palette:
    - scheme: default
      toggle: {icon: material/weather-night, name: Dark}
    - scheme: slate
      toggle: {icon: material/weather-sunny, name: Light}

plugins:
%(search)s  - i18n:
      docs_structure: folder
      fallback_to_default: true
      languages:
        - {locale: zh, name: 中文, default: true, build: true}
        - {locale: en, name: English, build: true, site_name: Deep Learning Notes}

%(extensions)s
extra_css:
  - assets/katex/katex.min.css
extra_javascript:
  - assets/draw_math.js
  - assets/katex/katex.min.js
"""
EXTENSIONS = re.compile(r"^markdown_extensions:\n(?:[ -].*\n|\n)*", re.M)

# Material's manual calls KaTeX's auto-render here; this is its loop, over what arithmatex marked.
DRAW_MATH = r"""document$.subscribe(({ body }) => {
  for (const element of body.querySelectorAll(".arithmatex")) {
    const text = element.textContent.trim();
    try {
      katex.render(text.slice(2, -2), element, { displayMode: text.startsWith("\\[") });
    } catch (error) {
      console.error(error.message); // auto-render leaves the TeX as it was
      element.textContent = text;
    }
  }
});
"""


def config(ours, search=True):
    """Return mkdocs.yml for stock Material, with the Markdown extensions of our own."""
    found = EXTENSIONS.search(ours)
    if not found:
        raise ValueError("mkdocs.yml: no list markdown_extensions was found; write it as a block")
    return CONFIG % {"extensions": found.group(), "search": "  - search\n" if search else ""}


def replace_notebooks(notes, language):
    """Turn the notebooks below a language's folder into Markdown pages, and the links to them."""
    names = []
    for path in sorted(notes.rglob("*.ipynb")):
        markdown, pictures = notebook_pages.to_markdown(path, language)
        path.with_suffix(".md").write_text(markdown, encoding="utf-8")
        for name, data in pictures.items():
            path.with_name(name).write_bytes(data)
        path.unlink()
        names.append(path.name)
    for path in notes.rglob("*.md") if names else ():
        text = path.read_text(encoding="utf-8")
        for name in names:
            text = text.replace(name, name.removesuffix(".ipynb") + ".md")
        path.write_text(text, encoding="utf-8")


def make(project, target, search=True):
    """Make the folder `target` a stock Material project of the notes in `project`; return it."""
    skipped = shutil.ignore_patterns("__pycache__", "*.py", "css", "js")
    shutil.copytree(project / "docs", target / "docs", ignore=skipped)
    shutil.copytree(project / "snippets", target / "snippets")
    (target / "docs/assets/draw_math.js").write_text(DRAW_MATH, encoding="utf-8")
    for language in LANGUAGES:
        replace_notebooks(target / "docs" / language, language)
    ours = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (target / "mkdocs.yml").write_text(config(ours, search), encoding="utf-8")
    return target
