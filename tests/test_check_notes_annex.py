"""Pages outside the weeks: what check_notes.py asks of them, each with its planted fault."""

import pytest
from check_notes import check

ZH, EN = "docs/zh/notation.md", "docs/en/notation.md"
PAGES = {
    ZH: """---
description: 各课的符号。
---

# 符号 { #notation }

一张表，一幅图。

## 数据 { #data }

{{ symbols: data }}

![一个单元](../figures/notation/unit.zh.svg)

/// caption
图 1 一个单元。
///
""",
    EN: """---
description: The symbols of all courses.
---

# Symbols { #notation }

One table, one figure.

## Data { #data }

{{ symbols: data }}

![One unit](../figures/notation/unit.en.svg)

/// caption
Figure 1. One unit.
///
""",
}


@pytest.fixture
def root(tmp_path):
    """A project of one clean pair of pages outside the weeks."""
    for name, text in PAGES.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def plant(root, name, old, new):
    """Replace one text of a page by another."""
    text = (root / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / name).write_text(text.replace(old, new), encoding="utf-8")


def test_a_clean_pair_passes(root):
    assert check(root) == []


@pytest.mark.parametrize(("name", "old", "new", "problem"), [
    (ZH, "description: 各", "title: 各", f"{ZH}:1: no description in the front matter"),
    (EN, "The symbols", "So. " * 60, f"{EN}:2: a description of"),
    (EN, "One table", "So. " * 70 + "One table", f"{EN}:7: an opening paragraph of 74 words"),
    (ZH, "图 1 ", "图 2 ", f"{ZH}:15: caption '图 2 一个单元。'; begin it with '图 1'"),
    (EN, "Figure 1. ", "Figure 1: ", f"{EN}:15: caption 'Figure 1: One unit.'"),
    (EN, "![One unit]", "![]", f"{EN}:13: a figure without alternative text"),
    (EN, "symbols: data", "symbols: model",
     f"{ZH}:11: marker: '{{{{ symbols: data }}}}', but '{{{{ symbols: model }}}}' at {EN}:11"),
    (EN, "{{ symbols: data }}\n\n", "", f"{ZH}:11: the twins part here: marker, but figure at"),
])
def test_a_fault_on_one_page(root, name, old, new, problem):
    plant(root, name, old, new)
    problems = check(root)
    assert len(problems) == 1 and problems[0].startswith(problem), problems


@pytest.mark.parametrize(("old", "new", "line", "problem"), [
    ("{ #notation }", "{ #symbols }", 5, "title with the id #symbols; begin with `# title { #nota"),
    ("\n# ", "\n## ", 5, "no title; begin with `# title { #notation }` (P2)"),
    ("}}\n\n!", "}}\n!", 11, "no empty line after a marker; add one"),
    ("\n\n{{", "\ntext\n{{", 11, "no empty line before a marker; add one"),
])
def test_a_fault_on_both_pages(root, old, new, line, problem):
    for name in PAGES:
        plant(root, name, old, new)
    found = check(root)
    for name in PAGES:
        assert any(each.startswith(f"{name}:{line}: {problem}") for each in found), found
