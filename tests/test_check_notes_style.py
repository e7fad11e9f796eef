"""Style, terms and reading: every rule of check_notes.py with its planted fault, and what is right.

Each test writes one page in one language; that it has no twin is left out of what is looked at.
"""

import pytest
from check_notes import check

PLACE = "c1/page.md"
MEANING = "section: c1/w2/s04, says: {zh: 义。, en: Meaning.}"
TERMS = f"""- {{zh: 学习率, en: learning rate, wrong: [学习速率], {MEANING}}}
- {{zh: 代价函数, en: [cost function, objective], wrong: [成本函数], {MEANING}}}
- {{zh: 损失, en: loss, {MEANING}}}
- {{zh: 小批量, en: mini-batch, wrong: [批量], {MEANING}}}
- {{zh: 梯度, en: gradient, {MEANING}}}
"""


@pytest.fixture
def problems(tmp_path):
    """A function that writes a page whose text begins on line 3 and returns its problems."""
    def write_and_check(language, text, place=PLACE):
        path = tmp_path / "docs" / language / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# Title {{ #title }}\n\n{text}\n", encoding="utf-8")
        (tmp_path / "docs" / "terms.yml").write_text(TERMS, encoding="utf-8")
        return [problem for problem in check(tmp_path) if "without its twin" not in problem]
    return write_and_check


def expect(found, language, line, words):
    """Assert that there is one problem, at this line, with these words and a remedy."""
    assert len(found) == 1, found
    assert found[0].startswith(f"docs/{language}/{PLACE}:{line}: "), found
    assert words in found[0] and "; " in found[0], found


ZH = {  # text with one fault: words of the message
    "共 3个样本。": "no blank between Chinese and a letter, digit, code or formula: '共 3个样本。'",
    "用NumPy 计算。": "no blank between Chinese",
    "用 `np.dot`算。": "no blank between Chinese and a letter, digit, code or formula: '用 `np.dot`算。'",
    "设$x$ 为列。": "no blank between Chinese",
    "见[2.8](a.md) 节。": "no blank between Chinese",
    "**权重**w 更新。": "no blank between Chinese",
    "先算 $z$ ，再算。": "a blank beside full-width punctuation: '先算 $z$ ，再算。'",
    "先算， $z$ 在后。": "a blank beside full-width punctuation",
    "学习 率不变。": "a blank or line end between two Chinese characters",
    "学习\n率不变。": "a blank or line end between two Chinese characters",
    "学习  $a$ 不变。": "two blanks in a row",
    "先算, 再看。": "half-width punctuation in Chinese prose",
    "先算:再看。": "half-width punctuation",
    "怎么算?": "half-width punctuation",
    "算完了.": "half-width punctuation",
    "取 $a$, $b$ 两个。": "half-width punctuation",
    "用 NumPy. 然后算。": "half-width punctuation",
    "这里用 NumPy.": "a half-width full stop",
    "学习率(很小)不变。": "half-width brackets in Chinese prose: '学习率(很小)不变。'; use （）",
    "学习率 (alpha) 不变。": "half-width brackets",
    "所谓\"权重\"变大。": "a straight quotation mark",
    "所谓「权重」变大。": "corner brackets",
    "所谓”权重“变大。": "” where “ belongs",
    "所谓“权重变大。": "a “ without its ”",
    "请您看图。": "您: '请您看图。'; write 你 (Z3)",
    "变小了！": "an exclamation mark",
    "其实很小。": "the filler 其实",
    "再进行更新。": "the filler 进行: '再进行更新。'; use the verb itself (Z3)",
    "对于权重来说，变小。": "对于……来说",
    "在本节中，我们将学习导数。": "an announcement",
    "老师说，变小。": "transcript tone",
    "一" * 41 + "。": "a clause of 41 characters, at most 40: 一一",
    "学习速率不变。": "学习速率 in '学习速率不变。'; the term is 学习率 (Z4)",
    "一个批量就够。": "the term is 小批量",
    "步子（learning rate）不变。": "'步子（learning rate）' is not in the table of terms; learning rate is",
    "学习率（step size）不变。": "is not in the table of terms; 学习率 is learning rate",
    "导数表（table of slopes）不变。": "is not in the table of terms; enter it in docs/terms.yml, with its meaning",
    "学习率（Learning Rate）不变。": "Learning Rate in brackets; write learning rate",
    "损失（cost function）变小。": "cost function is 代价函数",
    "学习率（learning rate）和学习率（learning rate）。": "学习率（learning rate） a second time, after line 3",
    "损失函数 $J(w)$ 变小。": "损失 beside $J$; write 代价",
    "代价 $\\mathcal{L}$ 变小。": "代价 beside $\\mathcal{L}$",
    "参数是偏差 $b$。": "偏差 beside $b$; write 偏置",
}


@pytest.mark.parametrize("text", ZH)
def test_chinese_fault(problems, text):
    expect(problems("zh", text), "zh", 3, ZH[text])


ZH_RIGHT = [
    "形状是 (n, 1)，不是 `(n,)`；也可写 (2, 3) 和 ($n_x$, $m$)。",
    "用“sigmoid 加交叉熵”，占 50%，$a$、$b$ 都行：见[上一节](a.md)，或 [2.8](b.md) 节。",
    "Harris et al. 在 2020 年写道（*Array programming with NumPy*）：数组很快。",
    "David R. Cox（1958）：经典。作者 Moore's 之类的名字不算引号。",
    "训练正在进行，还在进行中。对编译好的循环而言，这不算什么。",
    "**粗体**和*斜体*，`a`、`b`，$x$ 的 $T$ 次方。",
    "小批量（mini-batch）和负梯度（negative gradient）都是术语，形状（见下）不是。",
    "代价函数（成本函数）是同一个词，训练集也可成批。",
    "有人写作成本函数，也叫“学习速率”，代价函数（objective）。",
    "一" * 40 + "，" + "一" * 40 + "。",
    "| 项 | 值 |\n|---|---|\n| 学习率 | 0.1 |\n| `a` | $b$ |",
    "```text\n中文English混排, 也不管!\n```",
    "数 $\\approx$ 3，C++ 代码见 <https://example.org/中文>。",
]


@pytest.mark.parametrize("text", ZH_RIGHT)
def test_right_chinese_passes(problems, text):
    assert problems("zh", text) == []


EN = {
    "It is simply small.": "a filler, 'simply': 'It is simply small.'; leave it out (E1)",
    "Obviously it is small.": "a filler, 'Obviously'",
    "It just works.": "a filler, 'just'",
    "It works!": "an exclamation mark",
    "It works， and well.": "full-width punctuation in English",
    "The colour changes.": "British spelling, 'colour'",
    "We minimise it.": "British spelling, 'minimise'",
    "The labelled examples.": "British spelling, 'labelled'",
    "In this section we will learn it.": "an announcement",
    "The instructor says so.": "transcript tone",
    "Word" + " word" * 35 + ".": "a sentence of 36 words, at most 35: 'Word word",
    "The loss function $J$ falls.": "loss beside $J$; write cost",
    "The cost $\\mathcal{L}$ falls.": "cost beside $\\mathcal{L}$; write loss",
}


@pytest.mark.parametrize("text", EN)
def test_english_fault(problems, text):
    expect(problems("en", text), "en", 3, EN[text])


EN_RIGHT = [
    "A just-in-time compiler has 5 analyses; we emphasize their promise. Otherwise we revise it.",
    "Word" + " word" * 34 + ". " + "Word" + " word" * 34 + "?",
    "These are" + " word" * 20 + "; " + "word " * 20 + "; and " + "word " * 20 + "end.",
    "See e.g. $x$, or `a != b`, and $n!$ as well.",
    "## Gradient descent in NumPy { #numpy }\n\nNumPy has no gradient descent, Bayes would say.",
    "## Further reading { #further }\n\n- A" + " word" * 40 + " on the colour of a centre.",
]


@pytest.mark.parametrize("text", EN_RIGHT)
def test_right_english_passes(problems, text):
    assert problems("en", text) == []


def test_heading_in_title_case(problems):
    found = problems("en", "## Gradient Descent { #descent }\n\nThis is gradient descent.")
    expect(found, "en", 3, "'Descent' in the heading 'Gradient Descent'; headings are in")


def test_chinese_on_an_english_section(problems):
    found = problems("en", "The weight 权重 grows.", "c1/w2/s01_a.md")
    assert any(problem.startswith("docs/en/c1/w2/s01_a.md:3: Chinese on the English page: '权重'; ")
               for problem in found), found


ANY = {  # text with one fault: line, words; judged on an English page
    "A formula $" + "x" * 61 + "$.": (3, "an inline formula of 61 signs, at most 60"),
    "A formula $\\left(x\\right)$.": (3, "\\left in the inline formula $\\left(x\\right)$"),
    "A formula $ x$ here.": (3, "a dollar sign that belongs to no formula; close the formula"),
    "A formula $x here.": (3, "a dollar sign that belongs to no formula"),
    "A formula $x_中$.": (3, "Chinese characters inside a formula: 'x_中'; move them out"),
    "It is\n\n$$\nx\n\nand $y$.": (5, "a display formula that is never closed; end it with $$"),
    "$$x$$": (3, "a display formula beside its $$; put each $$ alone"),
    "$$\nx$$": (4, "a display formula beside its $$"),
    "It is\n$$\nx\n$$": (4, "no empty line before a display formula; add one"),
    "$$\nx\n$$\nand": (5, "no empty line after a display formula; add one"),
    "It is\n- a\n- b": (4, "no empty line before a list; add one"),
    "It is\n| a | b |\n|---|---|\n| c | d |": (4, "no empty line before a table"),
    "It is\n!!! note \"x\"\n    y": (4, "no empty line before a block"),
    "Title\n-----\n\nText.": (4, "an underlined heading; write `## title { #id }`"),
    "```python\nx = 1": (3, "a fence that is never closed; end it with ```"),
    "/// caption\nFigure": (3, "a caption that is never closed; end it with a line ///"),
    "!!! note \"x\"\ny": (3, "a note without a body; indent it by 4 blanks"),
    "!!! note \"a \"b\" c\"\n    y": (3, "a double quote inside the title"),
    "!!! wraning \"x\"\n    y": (3, "no such kind of block: 'wraning'; use warning"),
    "Text.\n\n    y": (5, "an indented line that becomes a block of code"),
    "| a | b |\n|---|---|\n| $|x|$ | y |": (5, "4 cells under a header of 2; write \\mid"),
    "## Title\n\nText.": (3, "heading 'Title' without an id; end it with { #words-of-the-title }"),
    "## Part {#part}\n\nText.": (3, "heading id written {#part}; write { #part }"),
    "## Part { #Part_1 }\n\nText.": (3, "heading id #Part_1; use lower-case"),
    "## Part { #title }\n\nText.": (3, "heading id #title stands on line 1 already; choose"),
    "## A part $x$ { #part }\n\nText.": (3, "math in the heading 'A part $x$'; say it in words"),
    "## A part { #part }\n\n## B { #b }\n\nText.": (3, "nothing stands under the heading 'A part'"),
    "A\n\n## B { #b }": (5, "nothing stands under the heading 'B'"),
    "<div>\nx\n</div>": (3, "raw HTML; say it in Markdown"),
    "A <b>bold</b\n> word": (3, "raw HTML <b>; say it in Markdown"),
    "A <!-- note --> word": (3, "raw HTML <!-- note -->"),
    "A ![x](https://example.org/x.svg) picture": (3, "a picture from another site: "),
    "Call `np.dot()` here.": (3, "`np.dot()` with empty brackets; write `np.dot` (E3)"),
    "The function `forward()` works.": (3, "`forward()` with empty brackets; write `forward`"),
}


@pytest.mark.parametrize("text", ANY)
def test_fault_in_any_language(problems, text):
    line, words = ANY[text]
    expect(problems("en", text), "en", line, words)


ANY_RIGHT = [
    "Write `versions()` in a cell; `Y.ravel()` is flat, `f(x)` a call, `()` empty.",
    "| a | `x | y` |\n|---|---|\n| $\\mid x\\mid$ | \\| |",
    "1. one\n\n    $$\n    x\n    $$\n\n2. two\n    - deep\n    - deeper",
    "````text\n```\n$ x\n````",
    "!!! note \"x\"\n    First.\n\n    ```python\n    x = '$'\n    ```\n\n    - a\n    - b",
    "It costs \\$5 and [a $x$ link](a.md \"title\"), `$`, $5\\%$.",
    "> A quotation.\n\n---\n\n[name]: https://example.org",
]


@pytest.mark.parametrize("text", ANY_RIGHT)
def test_right_markdown_passes(problems, text):
    assert problems("en", text) == []


def page(tmp_path, data, language="en"):
    """Write a page of these bytes and return its problems, without that of the twin."""
    path = tmp_path / "docs" / language / PLACE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return [problem for problem in check(tmp_path) if "without its twin" not in problem]


@pytest.mark.parametrize("front, line, words", [
    (b"---\ndescription: a: b\n---\n", 2, "front matter that is no YAML: mapping values are not"),
    (b"---\n- a\n---\n", 2, "front matter without `key: value` lines; write `description"),
    (b"---\ndate: 2024-13-45\n---\n", 1, "front matter that is no YAML"),
    (b"---\ndescription: a\n", 1, "front matter that is never closed; end it with a line ---"),
    (b"\xff\n", 1, "is not UTF-8; save it as UTF-8"),
])
def test_malformed_page_is_one_line(tmp_path, front, line, words):
    found = page(tmp_path, front + b"\n# Title { #title }\n\nText.\n")
    assert len(found) == 1, found
    assert found[0].startswith(f"docs/en/{PLACE}:{line}: ") and words in found[0], found


def test_description_is_prose(tmp_path):
    found = page(tmp_path, "---\ndescription: 用NumPy 算。\n---\n\n# 题 { #a }\n\n文。\n".encode(), "zh")
    assert len(found) == 1 and found[0].startswith(f"docs/zh/{PLACE}:2: no blank between"), found


@pytest.mark.parametrize("data", [b"", b"---\n---\n", b"\xef\xbb\xbf# A { #a }\r\n\r\nText.\r\n"])
def test_odd_pages_raise_nothing(tmp_path, data):
    assert page(tmp_path, data) == []


@pytest.mark.parametrize("table, line, words", [
    (f"- {{zh: a, en: b, {MEANING}}}\n- {{zh: a}}\n", 2, "no term; write"),
    ("a: b\n", 1, "no list of terms; write"),
])
def test_malformed_table_of_terms(tmp_path, table, line, words):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "terms.yml").write_text(table, encoding="utf-8")
    found = page(tmp_path, b"# Title { #title }\n\nText.\n")
    assert len(found) == 1 and found[0].startswith(f"docs/terms.yml:{line}: {words}"), found


def test_cost_here_and_loss_there(tmp_path):
    texts = {"zh": "# 题 { #a }\n\n代价变小。\n", "en": "# A { #a }\n\nThe loss falls.\n"}
    for language, text in texts.items():
        found = page(tmp_path, text.encode(), language)
    assert found == [f"docs/zh/{PLACE}:3: 代价 here, but loss at docs/en/{PLACE}:3; "
                     "cost is 代价, loss is 损失 (Z4)"]
