"""The table of terms, the marks that it puts on pages, and the pages that are collected."""

import re

import glossary
import pytest
from collected_pages import Collector, ErratumExtension
from markdown import Markdown
from pymdownx.arithmatex import ArithmatexExtension
from term_links import Finder, TermExtension

SAYS = "says: {zh: 一句义。, en: One meaning.}"


def entry(zh, en, more="", section="c1/w2/s04"):
    """Return one line of the table."""
    return f"- {{zh: {zh}, en: {en}, section: {section}, {SAYS}{more and ', '}{more}}}\n"


@pytest.mark.parametrize("text, line, words", [
    (entry("甲", "a") + "- {zh: 乙}\n", 2, "no term; write zh, en, section, says"),
    (entry("甲", "a", "colour: red"), 1, "no term; write"),
    ("- {zh: 甲, en: a, section: c1/w2/s04, says: {zh: 义}}\n", 1, "no meaning in both languages"),
    ("- {zh: 甲, en: a, section: c1/w2/s04, says: {zh: 义, en: ''}}\n", 1, "no meaning in both languages"),
    (entry("甲", "[a, 1]"), 1, "a word that is no text"),
    (entry("甲", "a", "also: {de: x}"), 1, "other names without their language"),
    (entry("甲", "a", section="1.2.4"), 1, "section '1.2.4'; write a key such as c1/w2/s04"),
    ("- {zh: 甲, en: a, section: c1/w2/s04, says: {zh: 义 $x$, en: b}}\n", 1, "markup in a meaning"),
    (entry("甲", "a b") + entry("乙", "A-B"), 2, "the id a-b a second time, after line 1"),
    ("- {zh: a\n", 2, "no YAML; mend the line"),
    ("zh: a\n", 1, "no list of terms"),
])
def test_fault_in_the_table(text, line, words):
    _, faults = glossary.parse(text)
    assert len(faults) == 1 and faults[0][0] == line and faults[0][1].startswith(words), faults


def test_good_entries_survive_a_bad_one():
    terms, faults = glossary.parse(entry("甲", "a") + "- 1\n" + entry("乙", "[b, c]", "id: other"))
    assert [(term.id, term.head["zh"], term.line) for term in terms] == [("a", "甲", 1), ("other", "乙", 3)]
    assert len(faults) == 1


TABLE = "".join([
    entry("梯度", "gradient"), entry("梯度下降", "gradient descent"), entry("学习率", "learning rate"),
    entry("特征", "feature", "not_in: [特征值, feature film]"), entry("轴", "axis", "unmarked: true"),
    entry("偏置", "bias", "id: bias-parameter"), entry("偏差", "bias", "id: bias-error"),
    entry("sigmoid 函数", "sigmoid function"), entry("贝叶斯", "Bayes rule"), entry("代价", "cost", "not_in: [costs]"),
    entry("词表", "vocabulary"),
])


def marked(text, language):
    """Return [(word, address, title)] of the terms marked in a piece of Markdown."""
    terms, faults = glossary.parse(TABLE)
    assert not faults
    found = []

    class Catch(TermExtension):
        def extendMarkdown(self, md):
            super().extendMarkdown(md)
            md.treeprocessors["terms"].mark = self.record(md.treeprocessors["terms"].mark)

        def record(self, mark):
            def recorded(text):
                text, links = mark(text)
                found.extend((link.text, link.get("href"), link.get("title")) for link in links)
                return text, links
            return recorded

    extensions = [ArithmatexExtension(generic=True), "attr_list", "admonition", "tables", "fenced_code",
                  Catch(Finder(terms, language), "../glossary.md")]
    html = Markdown(extensions=extensions).convert(text)
    assert html.count('class="notes-term"') == len(found)
    return found


def words(text, language):
    return [word for word, _, _ in marked(text, language)]


@pytest.mark.parametrize("text, expected", [
    ("梯度下降用梯度。", ["梯度下降", "梯度"]),  # the longest first
    ("梯度，再说梯度。", ["梯度"]),  # once a page
    ("先是**梯度**，后是\n\n- 学习率", ["梯度", "学习率"]),
    ("特征值与特征", ["特征"]),
    ("特征值", []),
    ("沿着轴", []),
    ("用 `梯度`、$\\text{梯度}$ 和[梯度](a.md)", []),
    ("# 梯度 { #a }\n\n## 学习率 { #b }", []),
    ("!!! note \"梯度\"\n    学习率", ["学习率"]),
    ("| 梯度 |\n|---|\n| 学习率 |", ["学习率"]),
    ("```\n梯度\n```", []),
    ("sigmoid 函数和 xsigmoid 函数", ["sigmoid 函数"]),
    ("偏差与偏置", ["偏差", "偏置"]),
])
def test_marks_in_chinese(text, expected):
    assert words(text, "zh") == expected


@pytest.mark.parametrize("text, expected", [
    ("Gradients and the gradient.", ["Gradients"]),
    ("Gradient descent needs gradients and a learning rate.", ["Gradient descent", "gradients", "learning rate"]),
    ("The cost of many biases, costly.", ["cost", "biases"]),
    ("It costs a lot.", []),
    ("A feature film is no feature.", ["feature"]),
    ("bayes rule, Bayes rule", ["Bayes rule"]),
    ("a low-cost thing", []),
    ("ı is no i, K no k, in a feature", ["feature"]),
    ("Many vocabularies", ["vocabularies"]),
])
def test_marks_in_english(text, expected):
    assert words(text, "en") == expected


def test_mark_carries_its_meaning():
    assert marked("学习率", "zh") == [("学习率", "../glossary.md#learning-rate", "learning rate：一句义。")]
    [(_, address, title)] = marked("the bias", "en")  # two terms share the word
    assert address == "../glossary.md#bias-parameter" and title == "偏置: One meaning.\n偏差: One meaning."


def test_marking_loses_no_text():
    terms, _ = glossary.parse(TABLE)
    text = "前梯度中**粗学习率体**后特征。"
    plain = Markdown().convert(text)
    html = Markdown(extensions=[TermExtension(Finder(terms, "zh"), "g.md")]).convert(text)
    assert re.sub(r"</?a\b[^>]*>", "", html) == plain


@pytest.fixture
def notes(tmp_path):
    """A small project with a table of terms, symbols and one page with errata."""
    (tmp_path / "docs/zh/c1/w2").mkdir(parents=True)
    (tmp_path / "docs/terms.yml").write_text(TABLE + entry("乙", "zeta", section="c2/w1/s01"), encoding="utf-8")
    (tmp_path / "docs/symbols.yml").write_text(
        "- id: data\n  title: {zh: 数据, en: Data}\n  symbols:\n"
        "    - {tex: n_x, means: {zh: 特征数, en: features}, shape: {zh: 标量, en: scalar}, code: n_x, section: c1/w2/s04}\n"
        "    - {tex: X, means: {zh: 输入, en: input}, shape: '(n_x, m)', section: c5/w1/s02}\n", encoding="utf-8")
    (tmp_path / "docs/zh/c1/w2/s04_x.md").write_text(
        "# 2.4 梯度下降 { #s04 }\n\n文。\n\n!!! erratum \"第一\"\n    见[下节](s05_y.md)，[外](https://a.b/)，[此处](#s04)。\n\n"
        "    第二段。\n\n文。\n\n!!! erratum \"第二\"\n    完。", encoding="utf-8")
    return tmp_path


def test_glossary_links_only_written_sections(notes):
    text = Collector(notes, "zh").fill("{{ terms }}")
    assert '梯度 <span lang="en">gradient</span> <span>[2.4](c1/w2/s04_x.md)</span> { #gradient }\n:   一句义。' in text
    assert '乙 <span lang="en">zeta</span> <span>1.1</span> { #zeta }' in text
    assert text.index("## 课程一 { #c1 }") < text.index("#gradient }") < text.index("## 课程二 { #c2 }") < text.index("#a-to-z")
    assert "**Z** [zeta](#zeta) 乙" in text


def test_symbols_become_a_table(notes):
    text = Collector(notes, "zh").fill("{{ symbols: data }}")
    assert "| $n_x$ | 特征数 | 标量 | `n_x` | 课程一 [2.4](c1/w2/s04_x.md) |" in text
    assert "| $X$ | 输入 | $(n_x, m)$ |  | 课程五 1.2 |" in text


def test_unknown_group_is_named(notes):
    with pytest.raises(ValueError, match="no group 'dates'; it has data"):
        Collector(notes, "zh").fill("{{ symbols: dates }}")


def test_errata_keep_their_links(notes):
    text = Collector(notes, "zh").fill("{{ errata }}")
    assert "## 2.4 梯度下降 { #c1-w2-s04 }" in text
    assert "[下节](c1/w2/s05_y.md)，[外](https://a.b/)，[此处](c1/w2/s04_x.md#s04)。\n\n    第二段。" in text
    assert text.count("!!! erratum") == 2
    assert "    [在原处阅读](c1/w2/s04_x.md#erratum-1)" in text and "(c1/w2/s04_x.md#erratum-2)" in text
    assert "文。" not in text


def test_errata_get_ids():
    html = Markdown(extensions=["admonition", ErratumExtension()]).convert(
        '!!! erratum "a"\n    b\n\n!!! warning "c"\n    d\n\n!!! erratum "e"\n    f')
    assert 'id="erratum-1"' in html and 'id="erratum-2"' in html and html.count("id=") == 2


def test_words_that_a_section_introduces(root):
    terms, _ = glossary.read(root)
    words = glossary.introduced(terms, "c2/w2/s08")
    assert {"Adam", "自适应矩估计", "adaptive moment estimation"} <= set(words) and "RMSprop" not in words
    assert glossary.introduced(terms, "") == []
