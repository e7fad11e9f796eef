"""What the benchmarks measure: copies of the notes, stock Material, the pages picked."""

import json
import re
from pathlib import Path

import bench_pages
import bench_projects
import bench_stock
import formula_audit
import pytest
from bench_build import Failed

PAGE = """---
description: A page with $5 in its front matter.
---

# 2.9 Gradient { #s09 }

Take $z=w^{T}x$ and $a$, not `$code$`. [The week](index.md#w2).

$$
dz=a-y
$$

| a | b |
|---|---|
| $\\alpha$ | $1$ |

```python title="s09_step.py"
--8<-- "c1/w2/s09_step.py"
price = "$5 and $6"
```

??? question "What is $dz$?"
    It is $a-y$.
"""


def test_every_formula_of_a_copy_is_new_and_nothing_else_changes():
    varied = bench_projects.vary_formulas(PAGE, 2)
    before, after = (formula_audit.scan(text) for text in (PAGE, varied))
    assert [(line, tex + "{}{}", display) for line, tex, display in before[0]] == after[0]
    assert len(before[0]) == 7 and after[1] == before[1] == []
    assert varied.replace("{}{}", "") == PAGE


def test_copied_page_bears_its_own_number_and_id():
    copied = bench_projects.copied_page(PAGE, 2, 3, 1)
    assert "# 3.9 Gradient { #s09 }" in copied
    assert "(index.md#w3)" in copied
    for heading, wanted in (("# 第 2 周：基础 { #w2 }", "# 第 5 周：基础 { #w5 }"),
                            ("# Week 2: Basics { #w2 }", "# Week 5: Basics { #w5 }")):
        assert bench_projects.renumber_heading(heading + "\n\n2.1\n", 2, 5) == wanted + "\n\n2.1\n"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def notebook(text):
    words = {"cell_type": "markdown", "id": "a", "metadata": {}, "source": text.splitlines(True)}
    code = {"cell_type": "code", "id": "b", "metadata": {}, "source": ["x = '$5$'"], "outputs": [],
            "execution_count": 1}
    return json.dumps({"cells": [words, code], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.fixture
def project(tmp_path):
    """A small project: two weeks in two languages, one lab."""
    for language in ("zh", "en"):
        notes = tmp_path / "docs" / language
        write(notes / "index.md", "# Home { #home }\n")
        for week in (1, 2):
            write(notes / f"c1/w{week}/index.md", f"# Week {week}: Basics {{ #w{week} }}\n")
            write(notes / f"c1/w{week}/s09_gradient.md", PAGE.replace("2", str(week)))
        lab = "# Lab { #lab }\n\nSee $x$ and [2.9](s09_gradient.md)."
        write(notes / "c1/w2/lab_one.ipynb", notebook(lab))
        write(notes / "c1/index.md", "# Course 1 { #c1 }\n\n[Lab](w2/lab_one.ipynb)\n")
    return tmp_path


def test_each_week_is_copied_to_free_numbers(project):
    bench_projects.multiply(project, 3)
    for language in ("zh", "en"):
        assert bench_projects.week_numbers(project / "docs" / language / "c1") == [1, 2, 3, 4, 5, 6]
    copied = (project / "docs/en/c1/w6/s09_gradient.md").read_text(encoding="utf-8")
    assert "# 6.9 Gradient" in copied and "$dz{}{}$" in copied
    lab = (project / "docs/zh/c1/w4/lab_one.ipynb").read_text(encoding="utf-8")
    cells = json.loads(lab)["cells"]
    assert "$x{}$" in cells[0]["source"]
    assert cells[1]["source"] == ["x = '$5$'"]


LINK = re.compile(r"\]\((?P<target>[^)\s#:]+)(?:#[^)]*)?\)")


def broken(notes, week):
    """Return the links of a week's pages that lead to no file, as (page, target)."""
    found = set()
    for path in (notes / week).glob("*.md"):
        text = formula_audit.blank(formula_audit.FENCE, path.read_text(encoding="utf-8"))
        found |= {(path.name, link["target"]) for link in LINK.finditer(text)
                  if not (path.parent / link["target"]).is_file()}
    return found


def expect_copied_page(original, copied, old):
    """Fail unless a page holds the formulas of the original, made new, and not its number."""
    before, after = (formula_audit.scan(text)[0] for text in (original, copied))
    assert sorted((line, tex + "{}", display) for line, tex, display in before) == after
    body = copied[len(bench_projects.FRONT_MATTER.match(copied).group()):]
    h1 = bench_projects.H1.search(body).group()
    assert f"#w{old} }}" not in h1 and not h1.startswith(f"# {old}.")


def test_copies_of_the_real_notes_are_a_valid_tree(root, tmp_path):
    project = bench_projects.copy_project(root, tmp_path / "project")
    bench_projects.multiply(project, 2)
    for language in ("zh", "en"):
        course = project / "docs" / language / "c1"
        weeks = bench_projects.week_numbers(course)
        half = len(weeks) // 2
        assert len(weeks) == 2 * half > 0
        for old, new in zip(weeks[:half], weeks[half:]):
            pages = {path.name: path for path in (course / f"w{old}").glob("*.md")}
            assert pages.keys() == {path.name for path in (course / f"w{new}").glob("*.md")}
            assert broken(course, f"w{new}") == broken(course, f"w{old}")
            for name, path in pages.items():
                copied = (course / f"w{new}" / name).read_text(encoding="utf-8")
                expect_copied_page(path.read_text(encoding="utf-8"), copied, old)


def test_stock_project_has_our_extensions_and_none_of_our_hooks(root, project):
    ours = (root / "mkdocs.yml").read_text(encoding="utf-8")
    made = bench_stock.config(ours)
    assert "pymdownx.arithmatex" in made and "base_path: [!relative" in made
    assert "hooks:" not in made and "custom_dir" not in made
    assert "  - search\n" in made and "  - search\n" not in bench_stock.config(ours, search=False)
    with pytest.raises(ValueError, match="mkdocs.yml: no list markdown_extensions"):
        bench_stock.config("site_name: x\n")


def test_stock_gets_labs_as_markdown(project):
    bench_stock.replace_notebooks(project / "docs/zh", "zh")
    week = project / "docs/zh/c1/w2"
    assert not (week / "lab_one.ipynb").exists()
    assert "See $x$" in (week / "lab_one.md").read_text(encoding="utf-8")
    assert "(w2/lab_one.md)" in (week.parent / "index.md").read_text(encoding="utf-8")


def test_pages_are_picked_by_kind(project):
    site = project / "site"
    for source in bench_projects.page_sources(project):
        write(bench_pages.html_file(site, source), "<p>page</p>")
    write(bench_pages.html_file(site, Path("c1/w2/s09_gradient.md")), "<p>page</p>" * 9)
    picked = bench_pages.pick(project, site)
    assert {kind: source.as_posix() for kind, source in picked.items()} == {
        "home": "index.md", "course": "c1/index.md", "week": "c1/w1/index.md",
        "section of middling size": "c1/w2/s09_gradient.md",
        "section with most formulas": "c1/w1/s09_gradient.md", "lab": "c1/w2/lab_one.ipynb"}
    entries = bench_pages.entries(project, picked)
    assert [entry["url"] for entry in entries[:4]] == ["", "en/", "c1/", "en/c1/"]
    assert entries[-1]["url"] == "en/c1/w2/lab_one/" and entries[-1]["formulas"] == 1
    assert entries[6]["second_url"] == "c1/w1/s09_gradient/"  # not to itself
    assert sum(bench_pages.written(project).values()) == 2 * (7 + 7 + 1)


def test_notes_without_a_section_are_told(project):
    with pytest.raises(Failed, match="no section to measure"):
        bench_pages.pick(project, project / "site")
