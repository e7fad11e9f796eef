"""Turn a notebook into the Markdown of a page, so that it passes through the same pipeline."""

import html
import re

import nbformat
import yaml
from jinja2 import DictLoader
from nbconvert import MarkdownExporter

OUTPUT_TITLES = {"zh": "输出", "en": "Output"}
TEMPLATE = """
{%- extends "markdown/index.md.j2" -%}
{% block input %}
{{ cell.source | fence("python") }}
{% endblock input %}
{% block stream %}
{{ output.text | fence('text title="' ~ resources.output_title ~ '"') }}
{% endblock stream %}
{% block data_text scoped %}
{{ output.data["text/plain"] | fence('text title="' ~ resources.output_title ~ '"') }}
{% endblock data_text %}
{% block data_svg %}
{{ output.metadata.filenames["image/svg+xml"] | picture(cell, resources) }}
{% endblock data_svg %}
{% block data_png %}
{{ output.metadata.filenames["image/png"] | picture(cell, resources) }}
{% endblock data_png %}
"""


def _fence(text, info):
    """Wrap text in a fence that no run of backquotes inside it can close."""
    ticks = "`" * max([3, *(len(run) + 1 for run in re.findall(r"`+", text))])
    return f"{ticks}{info}\n{text.rstrip()}\n{ticks}"


def _size(data):
    """Return (width, height) in CSS pixels of an SVG (sized in points) or a PNG."""
    if data.startswith(b"\x89PNG"):
        return tuple(int.from_bytes(data[at:at + 4], "big") for at in (16, 20))
    tag = re.search(rb"<svg[^>]*>", data).group().decode()
    return tuple(round(float(re.search(rf'\b{side}="([\d.]+)pt"', tag)[1]) * 4 / 3) for side in ("width", "height"))


def _picture(name, cell, resources):
    """Return the image element of one output; its alternative text stands in the cell's metadata."""
    alt = cell.metadata.get("alt")
    if not alt:
        raise ValueError(f"a picture has no alternative text; write its conclusion as `alt` into the metadata of cell {cell.get('id')}")
    width, height = _size(resources["outputs"][name])
    return f'<img class="notes-plot" src="{name}" alt="{html.escape(alt)}" width="{width}" height="{height}" loading="lazy">'


def to_markdown(path, language):
    """Return (markdown, pictures) of the notebook at `path`.

    language: "zh" or "en", for the labels of outputs.  pictures: file name -> bytes, to be published
    beside the page.  Raises ValueError for a picture without alternative text.
    """
    notebook = nbformat.read(path, as_version=4)
    exporter = MarkdownExporter(
        template_file="notes.md.j2", extra_loaders=[DictLoader({"notes.md.j2": TEMPLATE})],
        filters={"fence": _fence, "picture": _picture},
    )
    resources = {"output_title": OUTPUT_TITLES[language], "unique_key": "picture"}
    body, resources = exporter.from_notebook_node(notebook, resources)
    front = yaml.safe_dump({"description": notebook.metadata.get("description", "")}, allow_unicode=True)
    return f"---\n{front}---\n\n{body.strip()}\n", resources["outputs"]
