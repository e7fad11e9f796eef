"""Pages on paper: no frame, answers open, light whatever the theme, addresses of links, nothing wider than A4."""

import io

import markdown
import pytest
from pypdf import PdfReader

from bare_links import BareLinkExtension
from site_tools import go

pytestmark = pytest.mark.browser

SECTION = "c1/w2/s09_logistic_regression_gradient_descent/"
KINDS = {"home": "", "course": "c1/", "week": "c1/w2/", "section": SECTION, "lab": "c1/w2/lab_numpy_and_vectorization/",
         "glossary": "glossary/", "errata": "errata/"}
LANGUAGES = {"zh": "", "en": "en/"}
A4 = 680  # CSS pixels between the margins of print.css
HIDDEN = ".notes-header, .notes-menu, .notes-toc, .notes-bar, .notes-around, .notes-edit, .notes-download, .notes-marks, .md-skip, .headerlink, button, dialog"
SHOWN = f"""[...document.querySelectorAll("{HIDDEN}")].filter(each => each.getClientRects().length).map(each => each.className || each.tagName)"""
CLOSED = """[...document.querySelectorAll("details > :not(summary)")].filter(each => !each.checkVisibility({contentVisibilityAuto: true})
    || !each.getBoundingClientRect().height).length"""
WIDE = """() => [...document.querySelectorAll("article *")].filter(each => {
    const box = each.getBoundingClientRect();
    return box.width && box.right > innerWidth + 2 && !each.closest(".katex-mathml, svg *");
  }).map(each => `${each.tagName}.${each.className}: ${Math.round(each.getBoundingClientRect().right)} px`)"""
COLORS = """() => { const {color, backgroundColor, colorScheme} = getComputedStyle(document.body); return [color, backgroundColor, colorScheme]; }"""
ADDRESSES = """() => [...document.querySelectorAll("article a[href]")].map(each =>
    [each.getAttribute("href"), each.textContent, getComputedStyle(each, "::after").content])"""


@pytest.fixture
def paper(browser):
    """A page as wide as A4 is printed, of a reader who prefers the dark theme."""
    context = browser.new_context(viewport={"width": A4, "height": 970}, color_scheme="dark")
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_page_of_each_kind(paper, address, kind, language):
    go(paper, address + LANGUAGES[language] + KINDS[kind])
    assert paper.evaluate("document.body.dataset.mdColorScheme") == "slate"
    assert paper.evaluate(COLORS) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)", "light"]
    assert paper.evaluate(SHOWN) == []
    assert paper.evaluate("document.querySelectorAll('details[open]').length") == 0
    assert paper.evaluate(CLOSED) == 0
    assert paper.locator(".notes-address").inner_text() == paper.locator("link[rel=canonical]").get_attribute("href")
    assert paper.locator("h1").is_visible()


def test_what_must_not_print_is_seen(paper, address):
    paper.goto(address + SECTION)
    paper.evaluate("""() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(".notes-bar { display: flex !important } details::details-content { content-visibility: hidden }");
        document.adoptedStyleSheets = [sheet];
        document.querySelector(".notes-bar").style.setProperty("display", "flex", "important");
    }""")
    assert paper.evaluate(SHOWN) == ["notes-bar"]
    assert paper.evaluate(CLOSED) > 0


def test_colors_of_the_dark_theme_do_not_print(paper, address):
    """Figures, code and boxes take their colors from variables: on paper all have the light theme's values."""
    paper.goto(address + SECTION)
    names = ["--fig-1", "--fig-5-pale", "--code-word", "--notes-warn", "--notes-error"]
    read = f"{names}.map(name => getComputedStyle(document.querySelector('svg.figure')).getPropertyValue(name).trim())"
    on_paper = paper.evaluate(read)
    paper.emulate_media(media="screen")
    dark = paper.evaluate(read)
    paper.evaluate("document.body.dataset.mdColorScheme = 'default'")
    assert on_paper == paper.evaluate(read) and all(one != two for one, two in zip(on_paper, dark, strict=True))


def test_nothing_on_any_page_is_wider_than_paper(paper, address, site):
    faults = []
    for path in sorted(site.rglob("index.html")):
        paper.goto(address + path.relative_to(site).as_posix().removesuffix("index.html"), wait_until="load")
        faults += [f"{paper.url}: {fault}" for fault in paper.evaluate(WIDE)]
    assert faults == []


def test_wide_display_is_seen(paper, address):
    paper.goto(address + SECTION)
    paper.evaluate("""document.querySelector("article p").insertAdjacentHTML("afterend", '<div class="math-display"><b style="display:block;width:900px">x</b></div>')""")
    assert paper.evaluate(WIDE) == ["B.: 900 px"]


def test_long_formula_and_code_wrap(paper, address):
    paper.goto(address + SECTION)
    paper.evaluate("""() => {
        document.querySelector(".highlight code").textContent = "x".repeat(300);
        const line = document.querySelector(".math-display .katex-html");
        line.append(...[...Array(30)].map(() => line.firstElementChild.cloneNode(true)));
    }""")
    assert paper.evaluate(WIDE) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_addresses_of_links_outside_are_shown(paper, address, language):
    paper.goto(address + LANGUAGES[language] + "c1/")
    links = paper.evaluate(ADDRESSES)
    assert sum(href.startswith("https:") for href, _, _ in links) >= 3
    for href, _, after in links:
        assert after == f'" ({href})"' if href.startswith("https:") else after in ("none", "normal"), (href, after)


def test_link_whose_words_are_its_address_is_marked():
    text = "<https://a.example/b> [a.example/b](https://www.a.example/b/) [see b](https://a.example/b) [c](c.md)"
    html = markdown.markdown(text, extensions=[BareLinkExtension()])
    assert html.count('class="notes-bare"') == 2 and '<a href="https://a.example/b">see b</a>' in html


def test_marked_link_shows_no_address(paper, address):
    paper.goto(address + "c1/")
    paper.evaluate("document.querySelector('article a[href^=https]').classList.add('notes-bare')")
    first = next(link for link in paper.evaluate(ADDRESSES) if link[0].startswith("https:"))
    assert first[2] == "none"


def test_terms_are_not_underlined(paper, address):
    paper.goto(address + SECTION)
    assert paper.evaluate("getComputedStyle(document.querySelector('a.notes-term')).textDecorationLine") == "none"


def test_both_languages_side_by_side_print_too(paper, address):
    paper.emulate_media(media="screen")
    paper.goto(address + SECTION)
    paper.locator("[data-twins]").click()
    paper.locator(".notes-half").first.wait_for()
    paper.emulate_media(media="print")
    assert paper.evaluate(SHOWN) == [] and paper.evaluate(WIDE) == [] and paper.evaluate(CLOSED) == 0


def test_older_browser_opens_answers_and_closes_them_again(browser, address):
    context = browser.new_context()
    context.add_init_script("CSS.supports = () => false")
    page = context.new_page()
    go(page, address + SECTION)
    page.evaluate("document.querySelector('details').open = true")
    state = "[...document.querySelectorAll('details')].map(each => each.open)"
    before = page.evaluate(state)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(before) == 3 and all(page.evaluate(state))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(state) == before == [True, False, False]
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_printed_pages(browser, address, language):
    """The real thing: a file name stays with its code, a figure with its caption, every answer is there, pages are numbered."""
    page = browser.new_page(color_scheme="dark")
    go(page, address + LANGUAGES[language] + SECTION)
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    assert page.evaluate("document.querySelectorAll('details[open]').length") == 0
    page.close()
    sheets = [sheet.extract_text() for sheet in reader.pages]
    assert 3 <= len(sheets) <= 7
    assert any("s09_logistic_step_one_example.py" in sheet and "One gradient-descent step on one example" in sheet for sheet in sheets)
    assert all(f"{at} / {len(sheets)}" in sheet.replace("\xa0", " ") for at, sheet in enumerate(sheets, 1))
    assert "https://www.deeplearningbook.org" in sheets[-1] and SECTION in sheets[-1]
    assert "= 1.6" in "".join(sheets)  # the answer to the first question
