"""What a reader expects of any page: reading time, read marks, the way on, links that copy, files to take along."""

import re
from types import SimpleNamespace

import markdown
import pytest
from mkdocs.exceptions import PluginError
from mkdocs.structure.nav import Navigation

import link_places
import page_facts
import reading_chain
import reading_time
import snippet_files
from site_tools import build, copy_project, go, html_pages

SECTION = "c1/w2/s09_logistic_regression_gradient_descent/"
SNIPPET = "c1/w2/s09_logistic_step_one_example.py"
LAB = "c1/w2/lab_logistic_regression_classifier/"
LANGUAGES = {"zh": "", "en": "en/"}
browser_test = pytest.mark.browser
both_languages = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def visit(browser, address):
    """Open pages in one context after another, each empty at first: visit(path, width=…, **options) -> page."""
    contexts = []

    def open_page(path, width=360, marks="", context=None, **options):
        if context is None:
            context = browser.new_context(viewport={"width": width, "height": 740}, **options)
            contexts.append(context)
            if marks:
                context.add_init_script(f"localStorage.getItem('notes-read') ?? localStorage.setItem('notes-read', '{marks}')")
        page = context.new_page()
        go(page, address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def keys_below(site, start):
    """Return the keys of the sections and labs whose addresses begin with `start`."""
    paths = [path for path in html_pages(site) if path.startswith(start)]
    return {page_facts.key("zh/" + path.removesuffix("/index.html") + ".md") for path in paths} - {""}


def read(site, path):
    return (site / path / "index.html").read_text(encoding="utf-8")


# Reading time

def test_reading_time_weighs_text_formulas_code_and_figures(tmp_path):
    (tmp_path / "a.py").write_text("x = 1\n\n" * 20)
    page = tmp_path / "page.md"
    parts = {
        "字" * 400: 1, "word " * 220: 1, "字" * 200 + " word" * 110: 1, "$$\na\\\\\nb\n$$": 12 / 60, "$x$ $y$ $z$": 6 / 60,
        '```python title="a.py"\n--8<-- "a.py"\n```': 1, "```text\n1\n2\n```": 2 / 60, "![a long conclusion](f.svg)": 12 / 60,
        "[字](a/long/address.md){ #id }": 1 / 400, "---\ndescription: nothing of this counts\n---\n字": 1 / 400,
    }
    for text, wanted in parts.items():
        page.write_text(text, encoding="utf-8")
        assert reading_time.minutes(page, tmp_path) == pytest.approx(wanted), text


def test_reading_time_of_a_broken_file_is_nothing(tmp_path):
    (tmp_path / "lab.ipynb").write_text("{")
    assert reading_time.minutes(tmp_path / "lab.ipynb", tmp_path) == reading_time.minutes(tmp_path / "none.md", tmp_path) == 0


@pytest.mark.parametrize(("minutes", "zh", "en"), [
    (0.2, "约 1 分钟", "about 1 min"), (8.4, "约 8 分钟", "about 8 min"), (118, "约 2 小时", "about 2 h"), (201, "约 3 小时 20 分钟", "about 3 h 20 min"),
])
def test_reading_time_in_words(minutes, zh, en):
    assert (reading_time.words(minutes, "zh"), reading_time.words(minutes, "en")) == (zh, en)


def test_sections_labs_and_weeks_say_their_time_and_other_pages_do_not(site):
    pattern = {"": r'<div class="notes-bar__facts">\s*<span>约 [^<]+(?:分钟|小时)</span>', "en/": r'<div class="notes-bar__facts">\s*<span>about [^<]+(?:min|h)</span>'}
    for path in html_pages(site):
        prefix = "en/" if path.startswith("en/") else ""
        has_time = re.search(pattern[prefix], (site / path).read_text(encoding="utf-8"))
        assert bool(has_time) == bool(re.search(r"c\d+/w\d+/", path)), path


# Read marks

@browser_test
@both_languages
def test_mark_is_set_shown_and_taken_back_in_both_languages(visit, site, language):
    page = visit(LANGUAGES[language] + SECTION, width=1280)
    button = page.get_by_role("button", name={"zh": "标为已读", "en": "Mark as read"}[language])
    assert button.get_attribute("aria-pressed") == "false" and page.locator("[data-read]").count() == 0
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "true" and button.bounding_box()["height"] >= 44
    assert page.locator(".notes-nav [data-read]").count() == 1
    assert page.evaluate("localStorage.getItem('notes-read')") == "c1/w2/s09"
    other = {"zh": "en/", "en": ""}[language]
    week = visit(other + "c1/w2/", context=page.context)
    assert week.locator("article [data-read]").get_attribute("href").startswith("s09_")
    total = len(keys_below(site, "c1/w2/"))
    assert week.locator(".notes-progress").inner_text() == {"zh": f"1/{total} read", "en": f"已读 1/{total}"}[language]
    course = visit(LANGUAGES[language] + "c1/", context=page.context)
    total = len(keys_below(site, "c1/"))
    assert course.locator(".notes-progress").inner_text() == {"zh": f"已读 1/{total}", "en": f"1/{total} read"}[language]
    page.keyboard.press("Space")  # taken back: the other pages, still open, follow
    assert button.get_attribute("aria-pressed") == "false"
    week.locator("article [data-read]").wait_for(state="detached")
    assert week.locator(".notes-progress").is_hidden() and course.locator(".notes-progress").is_hidden()


@browser_test
@both_languages
def test_marks_of_a_week_are_cleared_and_brought_back(visit, language):
    page = visit(LANGUAGES[language] + "c1/w2/", marks="c1/w2/lab_numpy_and_vectorization c1/w2/s01 c2/w1/s01")
    clear = page.locator(".notes-clear")
    assert page.locator("article [data-read]").count() == 2
    clear.click()
    assert page.evaluate("localStorage.getItem('notes-read')") == "c2/w1/s01"
    assert page.locator("[data-read]").count() == 0 and clear.inner_text() == {"zh": "撤销清除", "en": "Undo"}[language]
    clear.click()
    assert page.evaluate("localStorage.getItem('notes-read')") == "c1/w2/lab_numpy_and_vectorization c1/w2/s01 c2/w1/s01"
    assert page.locator("article [data-read]").count() == 2


@browser_test
def test_whole_week_read_is_marked_on_its_course(visit, site):
    keys = sorted(keys_below(site, "c1/w2/"))
    for some, weeks in ((keys, 1), (keys[1:], 0)):
        page = visit("c1/", marks=" ".join(some), width=1280)
        assert page.locator("article li > a[data-read]").count() == page.locator(".notes-nav__week[data-read]").count() == weeks


@browser_test
def test_without_marks_nothing_is_shown(visit):
    page = visit("c1/w2/")
    assert page.locator(".notes-progress").is_hidden() and page.locator(".notes-clear").is_hidden()
    assert page.locator("[data-read]").count() == 0 and page.evaluate("localStorage.length") == 0


@browser_test
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["c1/w2/", "en/c1/w2/", "en/c1/", SECTION])
def test_marks_move_no_text(visit, path, width):
    places = """[...document.querySelectorAll("article *, .notes-nav a, footer a")].map(each => {
        const box = each.getBoundingClientRect(); return [box.x, box.y, box.width, box.height].map(Math.round).join() })"""
    bare = visit(path, width).evaluate(places)
    marks = " ".join(f"c1/w2/s{n:02}" for n in range(1, 19)) + " c1/w2/lab_numpy_and_vectorization"
    page = visit(path, width, marks=marks)
    assert page.locator("[data-read], .notes-some").count() > 0
    changed = [(one, other) for one, other in zip(bare, page.evaluate(places)) if one != other]
    assert changed == [] or (path in ("c1/w2/", "en/c1/w2/", "en/c1/") and len(changed) == 1)  # the words of the progress itself


@browser_test
def test_marks_that_cannot_be_kept_last_for_the_page(visit, browser, address):
    context = browser.new_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied') }})")
    page = visit(SECTION, context=context)
    page.locator("[data-mark]").click()
    assert page.locator("[data-mark]").get_attribute("aria-pressed") == "true"
    context.close()


# The way on

def page_at(place, parent=None, is_index=False):
    return SimpleNamespace(place=place, is_homepage=False, parent=parent, is_index=is_index, is_page=True, is_section=False, previous_page=None, next_page=None)


def test_pages_beside_the_courses_stand_last_and_outside_the_chain():
    sections = [SimpleNamespace(is_page=False, is_section=True, is_index=False, children=[]) for _ in range(2)]
    for at, section in enumerate(sections, 1):
        section.children = [page_at(f"c{at}", section, True), page_at(f"c{at}/w1/s01", section)]
    beside, home = [page_at("glossary"), page_at("notation")], page_at("home", is_index=True)
    nav = Navigation([beside[0], *sections, home, beside[1]], [beside[0], *sections[0].children, *sections[1].children, home, beside[1]])
    reading_chain.arrange(nav)
    assert nav.items == [home, *sections, *beside]
    chain, page = [], home
    while page:
        chain.append(page.place)
        assert page.next_page is None or page.next_page.previous_page is page
        page = page.next_page
    assert chain == ["home", "c1", "c1/w1/s01", "c2", "c2/w1/s01"]
    assert all(page.previous_page is page.next_page is None for page in beside)


@both_languages
def test_the_chain_runs_from_home_through_every_page_of_the_courses(site, language):
    path, chain = LANGUAGES[language], []
    while path is not None:
        chain.append(path)
        found = re.search(r'<a rel="next" href="([^"]*)"', read(site, path))
        path = (site / path / found[1]).resolve().relative_to(site.resolve()).as_posix() + "/" if found else None
    courses = [path.removesuffix("index.html") for path in html_pages(site) if re.match(LANGUAGES[language] + r"c\d+/", path)]
    assert sorted(chain[1:]) == sorted(courses) and len(set(chain)) == len(chain)


def test_chain_crosses_weeks(tmp_path):
    project = copy_project(tmp_path / "project")
    for language in ("zh", "en"):
        week = project / "docs" / language / "c1/w9"
        week.mkdir()
        (week / "index.md").write_text("# Week 9 { #w9 }\n\n[9.1](s01_first.md)\n")
        (week / "s01_first.md").write_text("# 9.1 First { #s01 }\n")
    process = build(project, tmp_path / "site")
    assert process.returncode == 0, process.stderr
    before = re.search(r'<a rel="prev" href="\.\./(w\d/\w+)/">', read(tmp_path / "site", "c1/w9"))
    assert before and '<a rel="next" href="../../w9/">' in read(tmp_path / "site", f"c1/{before[1]}")
    assert '<a rel="prev" href="../">' in read(tmp_path / "site", "c1/w9/s01_first")


# Links to headings and formulas

def converted(source, place="zh/c1/w2/s09_name.md"):
    from katex_math import KatexExtension
    faults = []
    report = lambda needle, message: faults.append(f"{needle}: {message}")  # noqa: E731
    extensions = ["attr_list", "admonition", "pymdownx.arithmatex", KatexExtension(report), link_places.LinkExtension(place, "zh", report)]
    html = markdown.markdown(source, extensions=extensions, extension_configs={"pymdownx.arithmatex": {"generic": True}})
    return html, faults


def test_formulas_are_numbered_in_the_order_of_the_page():
    html, faults = converted("$$\na\n$$\n\n!!! note\n    $$\n    b\n    $$\n\n- $c$\n\n$$\nd\n$$\n")
    assert re.findall(r'data-number="(2\.9-\d)" href="#(f\d)"', html) == [("2.9-1", "f1"), ("2.9-2", "f2"), ("2.9-3", "f3")]
    assert faults == []
    assert 'data-number="1"' in converted("$$\na\n$$\n", "zh/c1/w2/lab_name.ipynb")[0]


def test_heading_with_the_id_of_a_formula_is_a_fault():
    _, faults = converted("# Title { #f2 }\n\n$$\na\n$$\n\n$$\nb\n$$\n")
    assert faults == ["#f2: the id f2 belongs to formula 2 of the page; give the heading another id"]


def test_formulas_have_the_same_ids_and_tex_in_both_languages(site):
    def formulas(path):
        blocks = re.split(r'<div class="math-display"', read(site, path))[1:]
        return [(re.search(r'id="(f\d+)"', block)[1], re.search(r"<annotation[^>]*>(.*?)</annotation>", block, re.S)[1]) for block in blocks]
    pages = [path for path in html_pages(site) if re.match(r"c\d+/", path)]
    assert sum(len(formulas(path.removesuffix("index.html"))) for path in pages) > 50
    assert [path for path in pages if formulas(path.removesuffix("index.html")) != formulas("en/" + path.removesuffix("index.html"))] == []


@browser_test
@both_languages
@pytest.mark.parametrize(("link", "target"), [("#right-to-left .headerlink", "right-to-left"), ("#f3 .notes-formula-link", "f3")])
def test_link_copies_its_address_and_jumps(visit, address, language, link, target):
    page = visit(LANGUAGES[language] + SECTION, permissions=["clipboard-read", "clipboard-write"])
    page.locator(link).focus()
    page.keyboard.press("Enter")
    wanted = f"{address}{LANGUAGES[language]}{SECTION}#{target}"
    page.get_by_role("status").get_by_text({"zh": "链接已复制", "en": "Link copied"}[language]).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == wanted == page.url
    page.locator(".notes-said").wait_for(state="hidden")


@browser_test
def test_links_are_reachable_by_touch_and_large_enough(visit):
    page = visit(SECTION, is_mobile=True, has_touch=True)
    faint, small = page.evaluate("""() => {
        const links = [...document.querySelectorAll("h2 .headerlink, .notes-formula-link")];
        const box = each => each.getBoundingClientRect();
        return [links.filter(each => getComputedStyle(each).opacity !== "1").length,
                links.filter(each => box(each).width < 24 || box(each).height < 24).map(each => each.hash)] }""")
    assert faint == 0 and small == []


@browser_test
@pytest.mark.parametrize("width", [360, 1280])
def test_number_covers_no_formula(visit, width):
    page = visit(SECTION, width)
    covered = page.evaluate("""() => [...document.querySelectorAll(".math-display")].filter(box =>
        box.querySelector(".katex-display").getBoundingClientRect().bottom > box.querySelector("a").getBoundingClientRect().top + 4).map(box => box.id)""")
    assert covered == []


@browser_test
def test_selection_over_a_formula_copies_tex_without_its_number(visit):
    page = visit(SECTION, permissions=["clipboard-read", "clipboard-write"])
    page.evaluate("getSelection().selectAllChildren(document.getElementById('f2')); document.execCommand('copy')")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "\\frac" in copied and "2.9-2" not in copied


# Snippets as files

def test_every_shown_snippet_is_published_to_the_byte_and_linked(site, root):
    published = sorted(path.relative_to(site / "snippets").as_posix() for path in site.glob("snippets/**/*") if path.is_file())
    shown = {name for page in (root / "docs").glob("*/c*/w*/*.md") for name in re.findall(r'--8<-- "([^"]+\.py)"', page.read_text(encoding="utf-8"))}
    assert published == sorted(shown) and shown
    assert all((site / "snippets" / name).read_bytes() == (root / "snippets" / name).read_bytes() for name in shown)
    for path in html_pages(site):
        html = (site / path).read_text(encoding="utf-8")
        for address in re.findall(r'<span class="filename"><a href="([^"]*)" download', html):
            assert (site / path).parent.joinpath(address).resolve().is_file(), f"{path}: {address}"
        assert not re.search(r'<div class="language-text highlight"><span class="filename"><a', html)


def test_only_blocks_with_a_file_get_a_link():
    block = '<div class="language-python highlight"><span class="filename">{}</span>'
    source = '--8<-- "c1/w2/a.py"\n\n--8<-- "c1/w2/a.out"\n'
    before = set(snippet_files.shown)
    assert '<a href="../../../snippets/c1/w2/a.py" download aria-label="下载 a.py">' in snippet_files.link(block.format("a.py"), source, "c1/w2/page/", "zh")
    shown = snippet_files.link(block.format("a_b.py"), '--8<-- "c1/w2/a_b.py"\n', "c1/w2/page/", "zh")
    assert 'aria-label="下载 a_b.py">a_<wbr>b.py</a>' in shown  # a long name breaks between its words
    assert snippet_files.link(block.format("b.py"), source, "c1/w2/page/", "zh") == block.format("b.py")
    snippet_files.shown.clear()
    snippet_files.shown.update(before)


def test_snippet_that_has_gone_stops_the_build(tmp_path, monkeypatch):
    monkeypatch.setattr(snippet_files, "shown", {"c1/w2/gone.py"})
    with pytest.raises(PluginError, match="snippets/c1/w2/gone.py .* has gone"):
        snippet_files.publish(tmp_path, tmp_path / "site")


@browser_test
@both_languages
def test_snippet_downloads_without_scripts(visit, root, language):
    page = visit(LANGUAGES[language] + SECTION, java_script_enabled=False)
    name = SNIPPET.rpartition("/")[2]
    with page.expect_download() as download:
        page.get_by_role("link", name={"zh": f"下载 {name}", "en": f"Download {name}"}[language]).click()
    assert download.value.suggested_filename == name
    assert download.value.path().read_bytes() == (root / "snippets" / SNIPPET).read_bytes()


# Labs

def test_lab_offers_colab_only_where_the_repository_is_known(site, tmp_path, monkeypatch):
    assert "colab" not in read(site, LAB) and 'download>下载 .ipynb</a>' in read(site, LAB)
    monkeypatch.setenv("NOTES_REPOSITORY", "owner/name")
    process = build(copy_project(tmp_path / "project"), tmp_path / "site")
    assert process.returncode == 0, process.stderr
    for language, prefix in LANGUAGES.items():
        html = read(tmp_path / "site", prefix + LAB)
        address = f"https://colab.research.google.com/github/owner/name/blob/main/docs/{language}/{LAB.rstrip('/')}.ipynb"
        assert f'<a href="{address}" rel="noopener">' in html
        assert "colab" not in read(tmp_path / "site", prefix + SECTION)


def test_bad_name_of_a_repository_is_a_fault(tmp_path, monkeypatch):
    monkeypatch.setenv("NOTES_REPOSITORY", "https://github.com/owner/name")
    process = build(copy_project(tmp_path / "project"), tmp_path / "site")
    assert process.returncode and "mkdocs.yml:1: NOTES_REPOSITORY is 'https://github.com/owner/name'; write it as owner/name" in process.stderr


def test_labs_need_nothing_that_colab_lacks(root):
    import nbformat
    for path in (root / "docs").glob("*/c*/w*/lab_*.ipynb"):
        code = "\n".join(cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code")
        modules = set(re.findall(r"^\s*(?:import|from) (\w+)", code, re.M))
        assert modules <= {"numpy", "matplotlib", "matplotlib_inline", "IPython", "io", "time", "math", "PIL", "tensorflow", "keras"}, path
        assert not re.search(r"(?<!\bImage\.)\bopen\(|^\s*[%!]", code, re.M), path


# Without scripts, on paper

@browser_test
@both_languages
def test_what_scripts_would_do_is_named_once_where_they_are_off(visit, language):
    start = {"zh": "JavaScript 已关闭", "en": "JavaScript is off"}[language]
    page = visit(LANGUAGES[language] + SECTION, java_script_enabled=False)
    note = page.locator("noscript p")
    assert page.locator(".notes-mark").is_hidden() and note.count() == 1 and note.is_hidden()
    page.locator(".notes-header__menu").click()
    assert note.is_visible() and note.inner_text().startswith(start)
    assert visit(LANGUAGES[language], java_script_enabled=False).locator("noscript p").is_visible()
    assert visit(LANGUAGES[language] + SECTION).locator("noscript p").count() == 0


@browser_test
def test_paper_has_no_controls(visit):
    page = visit(LAB, marks="c1/w2/s01")
    page.emulate_media(media="print")
    for part in (".notes-mark", ".notes-bar__facts", ".headerlink", ".notes-formula-link"):
        assert page.locator(part).count() == 0 or page.locator(part).first.is_hidden(), part


@browser_test
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", ["c1/w2/", "en/" + SECTION])
def test_axe_finds_nothing_once_pages_are_marked(visit, path, theme):
    from pathlib import Path

    import axe_playwright_python
    page = visit(path, width=1280, marks="c1/w2/s01 c1/w2/s09", color_scheme=theme)
    page.evaluate(Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [(rule["id"], node["html"][:120]) for rule in found for node in rule["nodes"]] == []
