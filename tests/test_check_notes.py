"""Tree, twins and template: every rule of check_notes.py with its planted fault."""

import check_notes
import pytest
from check_notes import check, inspect, main

PLACE = "c1/w2/s09_step.md"
ZH, EN = f"docs/zh/{PLACE}", f"docs/en/{PLACE}"

FILL = {"zh": "这里的话只为凑够字数，别无他意。", "en": "These words only make the page long enough. "}
ZH_PAGE = """---
description: 用一个样本走一步梯度下降。
---

# 2.9 一步梯度下降 { #s09 }

权重减去学习率（learning rate）乘导数，损失就变小。

## 从哪里出发 { #where-from }

取 12 个样本，准确率是 0.5744，见[上一节](s08_graph.md)。

| 符号 | 含义 | 形状 | 代码里的名字 |
|---|---|---|---|
| $w$ | 权重 | $(2,1)$ | `w` |

更新权重：

$$
w:=w-\\alpha\\,dw
$$

- 先用 `forward` 算预测。
- 再用 `backward` 算导数。

![损失一步步下降](../../../figures/c1/w2/s09_fall.svg)

/// caption
图 2.9-1 损失随 $t$ 下降。
///

## 为什么变小 { #why-smaller }

FILLER

## 代码 { #code }

```python title="s09_step.py"
--8<-- "c1/w2/s09_step.py"
```

```text title="输出"
--8<-- "c1/w2/s09_step.out"
```

## 常见错误 { #mistakes }

!!! warning "写成 `w + dw`"
    这样损失变大。

## 自测 { #check }

??? question "第一问？"
    答案是一。

??? question "第二问？"
    答案是二。

??? question "第三问？"
    答案是三。

## 延伸阅读 { #further }

- 一本书（2016）：讲得全。
""".replace("FILLER", FILL["zh"] * 20)

EN_PAGE = """---
description: One step of gradient descent on one example.
---

# 2.9 One step of gradient descent { #s09 }

The weight minus the learning rate times the derivative makes the loss smaller.

## Where do we start? { #where-from }

Take 12 examples with an accuracy of 0.5744, see the [section before](s08_graph.md).

| Symbol | Meaning | Shape | Name in code |
|---|---|---|---|
| $w$ | weight | $(2,1)$ | `w` |

Update the weight:

$$
w:=w-\\alpha\\,dw
$$

- First `forward` gives the prediction.
- Then `backward` gives the derivative.

![The loss falls step by step](../../../figures/c1/w2/s09_fall.svg)

/// caption
Figure 2.9-1. The loss falls with $t$.
///

## Why it gets smaller { #why-smaller }

FILLER

## Code { #code }

```python title="s09_step.py"
--8<-- "c1/w2/s09_step.py"
```

```text title="Output"
--8<-- "c1/w2/s09_step.out"
```

## Common mistakes { #mistakes }

!!! warning "Writing `w + dw`"
    This makes the loss grow.

## Check yourself { #check }

??? question "The first question?"
    The answer is one.

??? question "The second question?"
    The answer is two.

??? question "The third question?"
    The answer is three.

## Further reading { #further }

- A book (2016): it covers all.
""".replace("FILLER", FILL["en"] * 25)


def write(root, name, text):
    """Write a file of the made-up project."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))


def line_of(root, name, text):
    """Return the number of the first line that holds `text`."""
    lines = (root / name).read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if text in line)


@pytest.fixture
def root(tmp_path):
    """A project of one clean pair of pages."""
    write(tmp_path, ZH, ZH_PAGE)
    write(tmp_path, EN, EN_PAGE)
    return tmp_path


def plant(root, name, old, new):
    """Replace one text of a page by another."""
    text = (root / name).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    write(root, name, text.replace(old, new))


def expect(root, name, at, words, number=1):
    """Assert that there are `number` problems, one of them at the line of the text `at`."""
    line = at if isinstance(at, int) else line_of(root, name, at)
    problems = check(root)
    fitting = [problem for problem in problems if problem.startswith(f"{name}:{line}: ")]
    assert any(words in problem and "; " in problem for problem in fitting), problems
    assert len(problems) == number, problems


def test_clean_pair_passes(root):
    assert inspect(root) == (2, [])


PARITY = {  # old and new text of the English page; page and line of a problem, its words, how many
    "heading id": ("{ #where-from }", "{ #from-where }", ZH, "从哪里出发",
                   f"heading id #where-from, but #from-where at {EN}:9", 1),
    "heading level": ("## Why", "### Why", ZH, "## 为什么",
                      "heading of level 2, but heading of level 3", 2),
    "paragraph missing": ("Update the weight:\n\n", "", ZH, "更新权重",
                          f"paragraph, but display formula at {EN}:17", 1),
    "list item": ("- Then", "- And\n- then", ZH, "- 先用", "list of 2 items, but list of 3", 1),
    "table row": ("| `w` |\n", "| `w` |\n| $b$ | bias | scalar | `b` |\n", ZH, "| 符号",
                  "table of 1×4, but table of 2×4", 1),
    "display": ("w:=w-", "w:=w+", ZH, "$$", "display formula: 'w:=w-", 1),
    "formula": ("with $t$", "with $T$", ZH, "随 $t$", f"the formula $t$ is not at {EN}:28", 2),
    "formula twice": ("with $t$", "with $t$ and $t$", EN, "with $t$",
                      f"the formula $t$ stands 2 times here, 1 at {ZH}:28", 1),
    "fence language": ("```text title", "```console title", ZH, "```text",
                       "text fence, but console fence", 1),
    "include": ('"c1/w2/s09_step.out"', '"c1/w2/s09_else.out"', ZH, "```text", "fence: '--8<--", 1),
    "fence title": ('"Output"', '"Result"', ZH, '"输出"', "title '输出', but 'Result'", 1),
    "kind of block": ("!!! warning", "!!! erratum", ZH, "!!! warning",
                      "warning block, but erratum block", 1),
    "caption": ("/// caption\nFigure 2.9-1. The loss falls with $t$.\n///\n", "Text with $t$.\n",
                ZH, "/// caption", "caption, but paragraph", 2),
    "figure": ("s09_fall.svg", "s09_rise.svg", ZH, "s09_fall", "c1/w2/s09_fall.svg is not", 2),
    "link": ("(s08_graph.md)", "(s07_graph.md)", ZH, "s08_graph", "link to s08_graph.md is not", 2),
    "number": ("0.5744", "0.5774", ZH, "0.5744", "the number 0.5744 is not at", 2),
    "number elsewhere": ("0.5744", "0.5774", EN, "0.5774", f"number 0.5774 is not at {ZH}:11", 2),
    "code": ("First `forward`", "First `ahead`", ZH, "先用", "the code `forward` is not at", 2),
    "code in a title": ("`w + dw`", "`w+dw`", ZH, "写成", "the code `w + dw` is not at", 2),
    "longer twin": ("it covers all.", "it covers all.\n\nAnd more.", EN, "And more",
                    f"the twins part here: paragraph, while {ZH} ends", 1),
    "deeper": ("The answer is three.", "- The answer is three.", ZH, "答案是三",
               "paragraph, but list of 1 item", 1),
    "formulas elsewhere": ("---\n\n#", "formulas_elsewhere_written: [step]\n---\n\n#", ZH, 1,
                           f"formulas_elsewhere_written differs from {EN}:3", 1),
}


@pytest.mark.parametrize("name", PARITY)
def test_twins_that_differ(root, name):
    old, new, page, at, words, number = PARITY[name]
    plant(root, EN, old, new)
    expect(root, page, at, words, number)


def test_figures_with_words_are_one_figure(root):
    plant(root, ZH, "s09_fall.svg", "s09_fall.zh.svg")
    plant(root, EN, "s09_fall.svg", "s09_fall.en.svg")
    assert check(root) == []


TEMPLATE = {  # page, old and new text; text on the line of the problem, its words
    "no description": (ZH, "description: 用", "title: 用", 1, "no description in the front matter"),
    "long description": (ZH, "用一个样本走", "走，" * 80, "description:", "characters, at most 80"),
    "long English one": (EN, "One step of gradient descent on", "So. " * 60, "description:",
                         "signs, at most 160"),
    "opening": (ZH, "权重减去", "走，" * 120 + "权重减去", "走，走", "characters, at most 120"),
    "English opening": (EN, "The weight minus", "So. " * 60 + "The weight minus", "So. So",
                        "opening paragraph of 73 words, at most 70"),
    "fixed title": (ZH, "## 自测 ", "## 练习 ", "## 练习", "#check is headed '练习'; head it '自测'"),
    "English fixed title": (EN, "## Code ", "## Program ", "## Program", "head it 'Code'"),
    "caption number": (ZH, "图 2.9-1 ", "图 2.9-2 ", "/// caption", "begin it with '图 2.9-1'"),
    "caption form": (EN, "Figure 2.9-1. ", "Figure 2.9-1: ", "/// caption", "'Figure 2.9-1.'"),
    "alternative text": (EN, "![The loss falls step by step]", "![]", "![](", "alternative text"),
    "symbol table": (EN, "| Shape | Name in code |", "| Size | In code |", "| Symbol",
                     "headed Symbol | Meaning | Size | In code; head it Symbol | Meaning | Shape"),
    "too short": (ZH, FILL["zh"] * 20, "短。", "# 2.9", "300 to 2250 are right; say more"),
    "too long": (EN, FILL["en"] * 25, "Words. " * 1400, "# 2.9", "200 to 1350 are right; shorten"),
}


@pytest.mark.parametrize("name", TEMPLATE)
def test_template_on_one_page(root, name):
    page, old, new, at, words = TEMPLATE[name]
    plant(root, page, old, new)
    expect(root, page, at, words)


FIVE = "".join(f'!!! warning "{sign}"\n    x\n\n' for sign in "ABCD")
BOTH = {  # (old, new) in Chinese, in English if other; text on the line of the problem, its words
    "number of the title": (("# 2.9 ", "# 2.8 "), None, "# 2.8", "without 2.9; begin with `# 2.9 "),
    "id of the title": (("{ #s09 }", "{ #s10 }"), None, "#s10", "title with the id #s10"),
    "no title": (("# 2.9 ", "## 2.9 "), None, "2.9", "no title; begin with `# 2.9 title { #s09 }`"),
    "before the title": (("\n\n# 2.9", "\n\nx\n\n# 2.9"), None, 5, "paragraph before the title"),
    "second title": (("## 为什么", "# 为什么"), ("## Why", "# Why"), "变小 {", "a second title"),
    "opening": (("\n\n权重减去", "\n\n- 权重减去"), ("\n\nThe weight", "\n\n- The weight"), "- 权",
                "list of 1 item right after the title; begin with a paragraph"),
    "one heading": (("## 为什么", "### 为什么"), ("## Why", "### Why"), "从哪里",
                    "1 headings of its own, 2 to 5"),
    "own heading late": (("## 延伸阅读 { #further }", "## 别的 { #other }"),
                         ("## Further reading { #further }", "## Others { #other }"), "## 别的",
                         "'别的' stands after #check; the page's own headings come first"),
    "fixed id": (("{ #further }", "{ #reading }"), None, "延伸阅读",
                 "heading '延伸阅读' with the id #reading; write { #further }"),
    "order": (("## 代码 { #code }", "## 延伸阅读 { #further }"), ("## Code { #code }",
              "## Further reading { #further }"), "常见",
              "#mistakes stands after #further; the order"),
    "folded warning": (("!!! warning", "??? warning"), None, "??? warning",
                       "a warning folded away"),
    "five warnings": (("## 自测", FIVE + "## 自测"), ("## Check", FIVE + "## Check"), '"D"',
                      "5 warnings and errata, at most 4"),
    "no warning": (('!!! warning "写成 `w + dw`"\n    这', "这"),
                   ('!!! warning "Writing `w + dw`"\n    This', "This"), "常见错误",
                   "no warning under #mistakes"),
    "two questions": (('??? question "第三问？"\n    答案是三。\n', ""),
                      ('??? question "The third question?"\n    The answer is three.\n', ""),
                      "自测", "2 questions under #check; exactly 3"),
    "question elsewhere": (("更新权重：", '??? question "问？"\n    答。'),
                           ("Update the weight:", '??? question "Why?"\n    So.'), '"问？"',
                           "a question outside #check; move it there"),
    "open answer": (('??? question "第一', '!!! question "第一'),
                    ('??? question "The first', '!!! question "The first'), "!!! question",
                    "or with an open answer; write `??? question"),
    "no check": (("## 自测 { #check }", "### 问 { #questions }"),
                 ("## Check yourself { #check }", "### Questions { #questions }"), "讲得全",
                 "no #check; end with 3 questions"),
    "no caption": (("/// caption\n图 2.9-1 损失随 $t$ 下降。\n///\n", ""),
                   ("/// caption\nFigure 2.9-1. The loss falls with $t$.\n///\n", ""),
                   "s09_fall.svg", "a figure without a caption; write /// caption, 图 2.9-1 …"),
    "picture": (("../../../figures/c1/w2/s09_fall.svg", "formula.png"), None, "formula.png",
                "a picture that is no figure of the notes: formula.png"),
}


@pytest.mark.parametrize("name", BOTH)
def test_template_on_both_pages(root, name):
    chinese, english, at, words = BOTH[name]
    plant(root, ZH, *chinese)
    plant(root, EN, *(english or chinese))
    line, problems = at if isinstance(at, int) else line_of(root, ZH, at), check(root)
    fitting = [problem for problem in problems if problem.startswith(f"{ZH}:{line}: ")]
    assert any(words in problem for problem in fitting), problems
    assert any(problem.startswith(EN) for problem in problems)


def test_template_holds_for_sections_only(root):
    for language in ("zh", "en"):
        write(root, f"docs/{language}/c1/index.md", "# Networks { #top }\n\nText.\n")
    assert check(root) == []


@pytest.mark.parametrize("language, other", [("zh", "en"), ("en", "zh")])
def test_page_without_its_twin(root, language, other):
    write(root, f"docs/{language}/c1/index.md", "# Networks { #top }\n\nText.\n")
    expect(root, f"docs/{language}/c1/index.md", 1,
           f"a page without its twin; write docs/{other}/c1/index.md")


def test_problems_are_sorted_by_line_and_all_named(root):
    plant(root, ZH, "图 2.9-1 ", "图 2.9-2 ")
    plant(root, ZH, "description: 用", "title: 用")
    plant(root, EN, "## Code ", "## Program ")
    assert [problem.split(": ")[0] for problem in check(root)] == [
        f"{EN}:{line_of(root, EN, '## Program')}", f"{ZH}:1", f"{ZH}:{line_of(root, ZH, '///')}"]


@pytest.mark.parametrize("key", ["c1/w2/s09", "c1/w2", "c1/w2/"])
def test_keys_restrict(root, key):
    plant(root, ZH, "description: 用", "title: 用")
    write(root, "docs/zh/c1/w3/s01_other.md", "alone")
    assert [problem.split(":")[0] for problem in check(root, [key])] == [ZH]


@pytest.mark.parametrize("key", ["c1/w2/s0", "c9", "s09", "(", "docs/zh"])
def test_key_without_pages(root, key):
    assert check(root, [key]) == [
        f"docs:1: no page under the key {key!r}; name a section, c1/w2/s09, or a week"]


def test_no_pages_at_all(tmp_path):
    assert check(tmp_path) == ["docs:1: no pages in docs/zh and docs/en; write some"]


def test_main_prints_problems_and_verdict(root, monkeypatch, capsys):
    monkeypatch.setattr(check_notes, "ROOT", root)
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("2 pages, 0 problems (0.")
    plant(root, ZH, "description: 用", "title: 用")
    assert main(["c1/w2/s09"]) == 1
    first, verdict = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{ZH}:1: no description")
    assert verdict.startswith("2 pages, 1 problem (0.")


def test_real_notes_pass():
    assert check(check_notes.ROOT, ["c1/w2/s09"]) == []
