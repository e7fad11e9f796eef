"""The card with the meaning of a term: on hover, focus and tap, in both languages, in a real browser."""

import pytest

pytestmark = pytest.mark.browser
PAGE = "c1/w2/s09_logistic_regression_gradient_descent/"
LANGUAGES = {"zh": ("", "导数", "derivative", "术语表"), "en": ("en/", "derivative", "导数", "Glossary")}


@pytest.fixture(params=sorted(LANGUAGES))
def words(request):
    return LANGUAGES[request.param]


@pytest.fixture
def open_page(browser, address, words):
    """A function that opens the page in a new context and returns (page, first link of the term)."""
    contexts = []

    def opened(**options):
        context = browser.new_context(viewport={"width": 360, "height": 700}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(address + words[0] + PAGE)
        return page, page.locator("a.notes-term", has_text=words[1]).first
    yield opened
    for context in contexts:
        context.close()


def card_of(page):
    return page.locator("#notes-term-card")


def test_without_scripts_a_term_is_a_link_with_its_meaning(open_page, words):
    page, term = open_page(java_script_enabled=False)
    assert term.get_attribute("title").startswith(words[2])
    assert term.get_attribute("href").endswith("glossary/#derivative")


def test_hover_shows_the_card_until_the_pointer_is_gone(open_page, words):
    page, term = open_page()
    title = term.get_attribute("title")
    term.hover()
    card_of(page).wait_for(state="visible")
    text = card_of(page).inner_text()
    assert words[2] in text and title.split("：" if words[0] == "" else ": ", 1)[1] in text and words[3] in text
    assert term.get_attribute("title") is None  # or the browser would show it too
    assert term.get_attribute("aria-describedby") == "notes-term-card"
    card_of(page).hover()  # the pointer may rest on the card
    page.wait_for_timeout(400)
    assert card_of(page).is_visible()
    page.mouse.move(0, 0)
    card_of(page).wait_for(state="hidden")
    assert term.get_attribute("aria-describedby") is None


def test_keyboard_shows_and_escape_hides(open_page, words):
    page, term = open_page()
    page.keyboard.press("Tab")  # the browser shows focus only after a key
    term.focus()
    card_of(page).wait_for(state="visible")
    page.keyboard.press("Escape")
    card_of(page).wait_for(state="hidden")
    assert term.evaluate("term => term === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/#derivative")


def test_first_tap_shows_second_follows(open_page, words):
    page, term = open_page(has_touch=True)
    term.tap()
    card_of(page).wait_for(state="visible")
    assert page.url.endswith(PAGE)
    page.locator("h1").tap()
    card_of(page).wait_for(state="hidden")
    term.tap()
    term.tap()
    page.wait_for_url("**/glossary/#derivative")


def test_cards_stay_on_a_phone_screen(open_page, words):
    page, _ = open_page(has_touch=True)
    for term in page.locator("a.notes-term").all()[:12]:
        term.tap()
        box = card_of(page).bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 360
        page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_word_is_defined_at_the_other_end(browser, address, words):
    page = browser.new_page()
    page.goto(f"{address}{words[0]}glossary/#derivative")
    assert words[1] in page.locator("dt:target").inner_text()
    page.close()


def test_errata_lead_to_their_place(browser, address, words):
    page = browser.new_page()
    page.goto(f"{address}{words[0]}errata/")
    links = page.locator(".erratum > p:last-child > a")
    assert links.count() == page.locator(".erratum").count() > 10
    title = page.locator(".erratum .admonition-title").first.inner_text()
    links.first.click()
    assert page.locator(".erratum:target .admonition-title").inner_text() == title
    page.close()
