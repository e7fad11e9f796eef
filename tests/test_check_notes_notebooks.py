"""Notebooks as pages, and numbers in two languages, held against planted faults."""

import json

import pytest
from check_notes import check
from notes_numbers import han_value, unmatched

PLACE = "c1/w2/lab_vectors.ipynb"
ZH, EN = f"docs/zh/{PLACE}", f"docs/en/{PLACE}"
WORDS = {
    "zh": ("# 向量化 { #vectors }\n\n用 $x$ 算 12 次。", "## 计时 { #timing }\n\n- 用 `dot`。"),
    "en": ("# Vectors { #vectors }\n\nCompute $x$ 12 times.", 
           "## Timing { #timing }\n\n- Use `dot`."),
}


def source_lines(text):
    """Return a cell's source as the file keeps it."""
    return text.splitlines(keepends=True)


def notebook(language):
    """Return a small notebook: text, code with output, text."""
    texts = [{"cell_type": "markdown", "id": f"text{number}", "metadata": {},
              "source": source_lines(text)} for number, text in enumerate(WORDS[language])]
    output = {"output_type": "stream", "name": "stdout", "text": ["5\n"]}
    code = {"cell_type": "code", "id": "code", "metadata": {}, "execution_count": 1,
            "source": source_lines("a = 2\nprint(a + 3)"), "outputs": [output]}
    return {"cells": [texts[0], code, texts[1]], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def write(root, name, content):
    """Write a notebook as Jupyter does, or a text."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    is_text = isinstance(content, str)
    text = content if is_text else json.dumps(content, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


@pytest.fixture
def root(tmp_path):
    """A project of one clean pair of notebooks."""
    write(tmp_path, ZH, notebook("zh"))
    write(tmp_path, EN, notebook("en"))
    return tmp_path


def line_of(root, name, text):
    """Return the number of the first line that holds `text`."""
    lines = (root / name).read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if text in line)


def expect(root, name, at, words, number=1):
    """Assert that there are `number` problems, one of them at the line of the text `at`."""
    line, problems = at if isinstance(at, int) else line_of(root, name, at), check(root)
    fitting = [problem for problem in problems if problem.startswith(f"{name}:{line}: ")]
    assert any(words in problem and "; " in problem for problem in fitting), problems
    assert len(problems) == number, problems


def test_clean_pair_passes(root):
    assert check(root) == []


FAULTS = {  # old and new text in the English file; file and text of the line, words, how many
    "code": ("print(a + 3)", "print(a + 4)", ZH, '"code",',
             "code cell: 'print(a + 3)', but 'print(a + 4)'", 1),
    "output": ('"5\\n"', '"6\\n"', ZH, '"code",', "stream output: ", 1),
    "stream": ('"stdout"', '"stderr"', ZH, '"code",', "stream output: ", 1),
    "kind of cell": ('"markdown",\n   "id": "text1"', '"raw",\n   "id": "text1"', ZH, 33,
                     "Markdown cell, but raw cell", 1),
    "heading id": ("#timing", "#clock", ZH, "## 计时", "heading id #timing, but #clock", 1),
    "formula": ("$x$", "$y$", EN, "$y$", "the formula $y$ is not at docs/zh", 2),
    "number": ("12 times", "21 times", ZH, "12 次", "the number 12 is not at docs/en", 2),
    "style": ("Compute", "Simply compute", EN, "Simply", "a filler, 'Simply'", 1),
    "broken formula": ("$x$ 12", "$x$ 12 $z", EN, "$z", "a dollar sign that belongs to no", 1),
    "id twice": ("{ #timing }", "{ #vectors }", EN, "Timing", "heading id #vectors stands on", 2),
    "no blank line": ("{ #timing }\\n\",\n    \"\\n\",\n    \"- Use", 
                      "{ #timing }\\n\",\n    \"Do:\\n\",\n    \"- Use", EN, "- Use",
                      "no empty line before a list", 2),
}


@pytest.mark.parametrize("name", FAULTS)
def test_notebook_fault(root, name):
    old, new, page, at, words, number = FAULTS[name]
    text = (root / EN).read_text(encoding="utf-8")
    assert text.count(old) == 1, text
    (root / EN).write_text(text.replace(old, new), encoding="utf-8")
    expect(root, page, at, words, number)


@pytest.mark.parametrize("content, line, words", [
    ("{", 2, "a notebook that is no JSON: Expecting"),
    ("[]", 1, "no valid notebook: its nbformat is not 4; save it with Jupyter"),
    ({"nbformat": 3, "worksheets": []}, 1, "no valid notebook: its nbformat is not 4"),
    ({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code"}]}, 1,
     "no valid notebook: "),
    ({"nbformat": 4, "nbformat_minor": 5, "metadata": {}}, 1, "no valid notebook: 'cells'"),
])
def test_malformed_notebook_is_one_line(root, content, line, words):
    write(root, EN, content)
    expect(root, EN, line, words)


def test_missing_ids_are_named(root):
    content = notebook("en")
    del content["cells"][0]["id"]
    write(root, EN, content)
    expect(root, EN, 1, "no valid notebook: ")


def test_notebook_that_stopped(root):
    for language, name in (("zh", ZH), ("en", EN)):
        content = notebook(language)
        content["cells"][1]["outputs"] = [
            {"output_type": "error", "ename": "NameError", "evalue": "a", "traceback": []}]
        write(root, name, content)
    expect(root, ZH, '"code",', "a cell that stopped with NameError; mend it", number=2)


def test_notebook_written_in_ascii(root):
    text = json.dumps(notebook("zh"), indent=1).replace("\\u7b97 12", "\\u7b9712")
    write(root, ZH, text)
    expect(root, ZH, "12 \\u6b21", "no blank between Chinese")


SAME = [("10 万个样本", "100,000 examples"), ("1.2 万次", "12,000 times"), ("3 亿", "300 million"),
        ("一万次", "10,000 times"), ("10 万", "a hundred thousand"), ("二十五", "25"),
        ("25 次", "twenty-five"),
        ("20 世纪 80 年代", "the 1980s"), ("12 月", "December"), ("10 倍", "tenfold, ten times"),
        ("百分之一", "a 100th"), ("占 50%，64×64 像素", "64×64 pixels, 50%"), ("0.5", "one half"),
        ("第 11 个", "the eleventh, 11th"), ("12288 维", "12,288 dimensions"), ("3 次", "never"),
        ("20 个百分点", "20 points"), ("2.0 版", "version 2")]
DIFFERENT = [("0.5744", "0.5774"), ("12 个", "21 of them"), ("10 万", "10,000"),
             ("两个 15", "15 and 15"),
             ("5 千克", "5000 kg"), ("2.10 节", "section 2.11"), ("一百", "1000")]


@pytest.mark.parametrize("chinese, english", SAME)
def test_same_numbers(chinese, english):
    assert unmatched(chinese, english) == unmatched(english, chinese) == []


@pytest.mark.parametrize("chinese, english", DIFFERENT)
def test_different_numbers(chinese, english):
    assert unmatched(chinese, english) + unmatched(english, chinese) != []


@pytest.mark.parametrize("written, value", [
    ("十", 10), ("十二", 12), ("二十", 20), ("一百二十三", 123), ("两千零五", 2005), ("一万", 10000),
    ("三万五千", 35000), ("万", 10000), ("一亿二千万", 120_000_000)])
def test_chinese_numbers(written, value):
    assert han_value(written) == value
