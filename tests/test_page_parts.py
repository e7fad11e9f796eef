"""What the hooks put into a page: figures, notebooks, the security policy, checks of the source."""

import base64
import gzip
import hashlib
import html
import json
import re

import html5lib
import jinja2
import markdown
import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import code_colors
import content_security
import notebook_pages
import offline_files
import page_source
import template_lines
from inline_figures import FigureExtension
from search_index import spaced

SVG = '<?xml version="1.0"?>\n<svg class="figure" width="10" height="5" viewBox="0 0 10 5"><title>old</title><desc>d</desc></svg>'
PIXEL = base64.b64encode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (7).to_bytes(4, "big") + (9).to_bytes(4, "big") + b"\x08\x02\0\0\0").decode()


def convert(tmp_path, source):
    page = tmp_path / "docs/zh/c1/page.md"
    page.parent.mkdir(parents=True)
    (tmp_path / "docs/figures").mkdir()
    (tmp_path / "docs/figures/a.svg").write_text(SVG)
    messages = []
    extension = FigureExtension(page, lambda needle, message: messages.append((needle, message)))
    return markdown.markdown(source, extensions=["pymdownx.blocks.caption", extension]), messages


def test_figure_is_inlined_with_the_words_of_the_page(tmp_path):
    html, messages = convert(tmp_path, '![w < "x"](../../figures/a.svg)\n\n/// caption\n图 1\n///\n')
    assert messages == []
    assert "<img" not in html and "<?xml" not in html
    assert 'role="img" aria-label="w &lt; &quot;x&quot;"' in html
    assert "<title>w &lt; &quot;x&quot;</title>" in html
    assert '<figure class="notes-figure">' in html


@pytest.mark.parametrize(("source", "words"), [
    ("![](../../figures/a.svg)", "no alternative text"), ("![words](../../figures/b.svg)", "no such figure"),
])
def test_faulty_figure_is_reported(tmp_path, source, words):
    _, messages = convert(tmp_path, source)
    assert len(messages) == 1 and words in messages[0][1]


def notebook(*cells):
    made = new_notebook(cells=list(cells))
    made.metadata["description"] = "a lab"
    return made


def page_of(tmp_path, made, language="en"):
    path = tmp_path / "lab.ipynb"
    nbformat.write(made, path)
    return notebook_pages.to_markdown(path, language)


def test_notebook_becomes_plain_markdown(tmp_path):
    cell = new_code_cell("print(1)", outputs=[new_output("stream", text="```\n1\n")])
    text, pictures = page_of(tmp_path, notebook(new_markdown_cell("# Lab { #lab }\n\n$x$"), cell))
    assert text.startswith("---\ndescription: a lab\n---\n\n# Lab { #lab }")
    assert "```python\nprint(1)\n```" in text
    assert '````text title="Output"\n```\n1\n````' in text  # a longer fence than what it holds
    assert pictures == {}


def test_pictures_of_a_notebook_travel_beside_the_page(tmp_path):
    svg = '<svg width="72pt" height="36pt" viewBox="0 0 72 36"></svg>'
    cells = [new_code_cell("a", outputs=[new_output("display_data", data={"image/png": PIXEL})], metadata={"alt": "seven & nine"}),
             new_code_cell("b", outputs=[new_output("display_data", data={"image/svg+xml": svg})], metadata={"alt": "wide"})]
    text, pictures = page_of(tmp_path, notebook(*cells), "zh")
    assert 'alt="seven &amp; nine" width="7" height="9" loading="lazy"' in text
    assert 'alt="wide" width="96" height="48"' in text
    assert sorted(name.rpartition(".")[2] for name in pictures) == ["png", "svg"]
    assert all(f'src="{name}"' in text for name in pictures)


def test_picture_without_words_is_an_error(tmp_path):
    cell = new_code_cell("a", outputs=[new_output("display_data", data={"image/png": PIXEL})])
    with pytest.raises(ValueError, match="no alternative text"):
        page_of(tmp_path, notebook(cell))


def test_policy_allows_the_inline_scripts_of_the_page_and_no_other():
    body = 'let x = "</"'
    html = f'<head><meta charset="utf-8"></head><script>{body}</script><script src="a.js"></script><script type="application/json">1</script>'
    made = content_security.add_policy(html)
    digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
    sources = re.search(r"script-src ([^;]*)", made)[1].split()
    assert sources == ["'self'", "'wasm-unsafe-eval'", f"'sha256-{digest}'"]
    assert "default-src 'none'" in made and "http:" not in made
    assert made.index("Content-Security-Policy") < made.index("<script")


@pytest.mark.parametrize(("source", "line", "words"), [
    ("---\ndescription: [open\n---\n# x\n", 3, "no valid YAML"),
    ("---\n- a\n---\n# x\n", 1, "no list of"),
    ("---\ndescription: x\n# x\n", 1, "not closed"),
    ('# x\n\n```python\n--8<-- "c1/none.py"\n```\n', 4, "no such file to include: snippets/c1/none.py"),
])
def test_faulty_source_is_named(tmp_path, source, line, words):
    found = page_source.faults(source, tmp_path)
    assert [at for at, _ in found] == [line] and words in found[0][1]
    assert "none.py" not in page_source.without_missing_includes(source, tmp_path)


def test_sound_source_has_no_faults(tmp_path):
    (tmp_path / "a.py").write_text("1")
    source = '---\ndescription: x\n---\n# x\n\n--8<-- "a.py"\n'
    assert page_source.faults(source, tmp_path) == []
    assert page_source.without_missing_includes(source, tmp_path) == source


def test_han_characters_stand_alone_in_the_index():
    assert spaced("用 softmax 求外积，再求和") == "用 softmax 求 外 积，再 求 和"


def test_the_index_holds_the_words_of_pages_alone(site):
    """No formula and no number of one, no figure's description, nothing of the frame."""
    found = [json.loads(gzip.decompress(path.read_bytes()).removeprefix(offline_files.FRAGMENT_HEAD))
             for path in (site / "pagefind/fragment").iterdir()]
    assert len(found) > 150
    for each in found:
        page = (site / each["url"].strip("/") / "index.html").read_text(encoding="utf-8")
        text = "".join(each["content"].split()).replace("\u200b", "")  # which Pagefind puts between Han characters
        figures = re.findall(r'aria-label="([^"]*)"[^>]* class="figure"', page)
        formulas = re.findall(r'application/x-tex">([^<]*\\[^<]{12,})<', page)
        apart = [*figures, *formulas, "JavaScript已关闭", "JavaScript is off"]
        assert not [words for words in apart if "".join(html.unescape(words).split()) in text], each["url"]
        assert not [anchor for anchor in each["anchors"] if re.fullmatch(r"f\d+", anchor["id"])], each["url"]


def test_code_says_the_same_with_fewer_marks():
    source = '```python\nfor name, g in zip("ab", x[0]):  # each\n    total += 2 * g.T\n```\n'
    html = markdown.markdown(source, extensions=["pymdownx.superfences", "pymdownx.highlight"])
    lighter = code_colors.keep_colored(html)
    assert "".join(html5lib.parse(lighter).itertext()) == "".join(html5lib.parse(html).itertext())
    assert re.findall(r'<span class="(\w+)">([^<]*)', lighter) == [
        ("k", "for"), ("ow", "in"), ("s2", '"ab"'), ("mi", "0"), ("c1", "# each"), ("mi", "2")]


def test_marks_outside_of_code_stay():
    assert code_colors.keep_colored('<p><span class="n">x</span></p>') == '<p><span class="n">x</span></p>'


def test_templates_write_no_indents_and_no_empty_lines():
    env = jinja2.Environment()
    template_lines.write_plainly(env)
    made = env.from_string("<ul>\n\n  {% for a in b %}\n    <li>{{ a }}</li>\n  {% endfor %}\n</ul>\n").render(b=["  1\n\n    2", 3])
    assert made == "<ul>\n<li>  1\n\n    2</li>\n<li>3</li>\n</ul>"
