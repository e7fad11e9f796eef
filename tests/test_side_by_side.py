"""Side by side: both languages of a page in one, in a real Chromium."""

from pathlib import Path

import axe_playwright_python
import pytest

from site_tools import go

pytestmark = pytest.mark.browser

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
SECTION = "c1/w2/s09_logistic_regression_gradient_descent/"
PAGES = {"course": "c1/", "week": "c1/w2/", "section": SECTION, "lab": "c1/w2/lab_logistic_regression_classifier/"}
LANGUAGES = {"zh": "", "en": "en/"}
OTHER = {"zh": "en", "en": "zh"}
# What each block of text says in one language, formulas and buttons left out, pairs by their half.
SAYINGS = """language => {
  const blocks = "[data-twins-text] :is(h1, h2, h3, p, li, td, th, dt, dd, summary):not(:has(p, ul, ol, table, div))";
  return [...document.querySelectorAll(blocks)].map(block => {
    const half = block.querySelector(`.notes-half:lang(${language})`) ?? block;
    const copy = half.cloneNode(true);
    copy.querySelectorAll(".math, .headerlink, button, svg").forEach(each => each.remove());
    return copy.textContent.replace(/\\s+/g, " ").trim();
  });
}"""
COUNTS = """() => Object.fromEntries([".math-display", "svg.figure", "pre", "img", ".filename", ".notes-copy", "h1", "h2", "h3", "li",
  "tr", "td", "details", ".headerlink"].map(each => [each, document.querySelectorAll("[data-twins-text] " + each).length]))"""
TEXT = "document.querySelector('[data-twins-text]').textContent.replace(/\\s+/g, ' ')"
DOUBLE_IDS = """() => { const ids = [...document.querySelectorAll("[id]")].map(each => each.id);
  return ids.filter((id, at) => ids.indexOf(id) !== at) }"""
# Words that stick out of their half.
MISFITS = """() => [...document.querySelectorAll(".notes-half")].filter(half => half.getClientRects().length
    && half.scrollWidth > half.clientWidth + 2 && getComputedStyle(half).display === "block").map(half => half.textContent.slice(0, 60))"""
WIDTH = "document.documentElement.scrollWidth"
LAYOUT = """() => { const [first, second] = document.querySelector("h1 .notes-pair").children;
  const [one, two] = [first.getBoundingClientRect(), second.getBoundingClientRect()];
  return { languages: [first.lang, second.lang], beside: two.left >= one.right, below: two.top >= one.bottom } }"""


@pytest.fixture
def visit(browser, address):
    """Return a function that opens a page in a context of its own."""
    contexts = []

    def open_page(path, width=1280, theme="light", **options):
        contexts.append(browser.new_context(viewport={"width": width, "height": 740}, color_scheme=theme, **options))
        page = contexts[-1].new_page()
        page.complaints, page.addresses = [], []
        page.on("console", lambda message: message.type in ("error", "warning") and page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda request: page.addresses.append(request.url))
        go(page, address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def turn_on(page):
    page.locator("[data-twins]").click()
    page.wait_for_selector(".notes-paired")
    return page


def click_in_place(page, selector):
    """A bare mouse click: Locator.click would first scroll the page to a header that is sticky."""
    box = page.locator(selector).bounding_box()
    page.mouse.click(box["x"] + 5, box["y"] + 5)


def pressed(page):
    return page.locator("[data-twins]").get_attribute("aria-pressed")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PAGES)
def test_every_block_faces_its_twin(visit, kind, language):
    """Each block says in its halves what the two pages say; what both share stands once."""
    path, other = PAGES[kind], OTHER[language]
    twin_says = visit(LANGUAGES[other] + path).evaluate(SAYINGS, other)
    page = visit(LANGUAGES[language] + path)
    says, counts, ids = page.evaluate(SAYINGS, language), page.evaluate(COUNTS), page.evaluate("document.querySelectorAll('[id]').length")
    turn_on(page)
    assert page.evaluate(SAYINGS, language) == says
    # a block that stands once says the same in both, be it in another order
    faced = list(zip(page.evaluate(SAYINGS, other), twin_says, strict=True))
    assert [pair for pair in faced if sorted(pair[0].split()) != sorted(pair[1].split())] == []
    assert page.evaluate(COUNTS) == counts
    assert page.evaluate("document.querySelectorAll('[id]').length") == ids and page.evaluate(DOUBLE_IDS) == []
    assert set(page.evaluate("[...document.querySelectorAll('.notes-pair')].map(pair => [...pair.children].map(half => half.lang).join())")) \
        == {f"{language},{other}"}
    assert page.evaluate("[...document.querySelectorAll('h1, h2, h3')].every(each => each.querySelector('.notes-pair'))")
    assert page.complaints == []


def test_every_page_pairs_and_fits(browser, address, site):
    """No page scrolls sideways on a phone; on a desk no words run into the other column."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.add_init_script("localStorage.setItem('notes-twins', 'twins zh-first')")
    page, faults, paths = context.new_page(), [], sorted(path.relative_to(site).as_posix() for path in site.rglob("index.html"))
    for path in paths:
        page.set_viewport_size({"width": 360, "height": 740})
        page.goto(address + path.removesuffix("index.html"))
        if not page.locator("[data-twins]").count():
            faults += [f"{path}: no switch"] if path not in ("index.html", "en/index.html") else []
            continue
        page.wait_for_selector(".notes-paired, [data-twins-status]:not(:empty)")
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        width = page.evaluate(WIDTH)
        page.set_viewport_size({"width": 1280, "height": 740})
        found = [page.locator("[data-twins-status]").text_content(), *page.evaluate(DOUBLE_IDS), *page.evaluate(MISFITS)]
        faults += [f"{path}: {fault}" for fault in [*found, f"{width} px wide" if width > 360 else ""] if fault]
    context.close()
    assert faults == []


def test_home_has_no_switch(visit):
    assert visit("").locator("[data-twins]").count() == 0


def test_twin_is_fetched_only_when_asked_for_and_once(visit, address):
    page = visit(SECTION)
    assert [url for url in page.addresses if "/en/" in url] == []
    turn_on(page)
    page.locator("[data-twins]").click()
    turn_on(page)
    assert [url for url in page.addresses if "/en/" in url] == [f"{address}en/{SECTION}"]


def test_switching_off_leaves_the_page_as_it_was(visit):
    page = visit(SECTION)
    text, counts = page.evaluate(TEXT), page.evaluate(COUNTS)
    turn_on(page)
    assert page.evaluate(TEXT) != text and pressed(page) == "true"
    page.locator("[data-twins]").click()
    assert page.evaluate(TEXT) == text and page.evaluate(COUNTS) == counts and pressed(page) == "false"
    assert page.locator(".notes-pair").count() == 0 and page.locator(".notes-toc").is_visible()


@pytest.mark.parametrize(("language", "name"), [("zh", "中英对照"), ("en", "Side by side")])
def test_switch_works_from_the_keyboard_and_says_its_state(visit, language, name):
    page = visit(LANGUAGES[language] + SECTION)
    switch = page.get_by_role("button", name=name, exact=True)
    switch.focus()
    assert page.get_by_role("button", name=name, pressed=False).count() == 1
    page.keyboard.press("Space")
    page.wait_for_selector(".notes-paired")
    assert page.get_by_role("button", name=name, pressed=True).count() == 1
    assert page.evaluate("document.activeElement.matches('[data-twins]')")
    assert page.evaluate("[...document.querySelectorAll('[data-twins], [data-twins-swap]')].every(each => each.offsetHeight >= 24)")
    page.keyboard.press("Enter")
    assert page.get_by_role("button", name=name, pressed=False).count() == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(visit, language, width, theme):
    page = turn_on(visit(LANGUAGES[language] + SECTION, width, theme))
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [f"{rule['id']}: {node['html'][:150]}" for rule in found["violations"] for node in rule["nodes"]] == []


def test_beside_on_a_desk_and_below_on_a_phone(visit):
    page = turn_on(visit(SECTION))
    assert page.evaluate(LAYOUT) == {"languages": ["zh", "en"], "beside": True, "below": False}
    assert page.locator(".notes-toc").is_hidden() and page.locator(".notes-nav__page").is_visible()
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate(LAYOUT) == {"languages": ["zh", "en"], "beside": False, "below": True}


def test_other_language_comes_first_if_the_reader_likes(visit, address):
    page = visit(SECTION)
    swap = page.locator("[data-twins-swap]")
    assert swap.is_hidden()
    turn_on(page)
    assert swap.inner_text() == "英文在前"
    swap.click()
    assert page.evaluate(LAYOUT)["languages"] == ["en", "zh"] and swap.inner_text() == "中文在前"
    page.goto(address + PAGES["lab"])
    page.wait_for_selector(".notes-paired")
    assert page.evaluate(LAYOUT)["languages"] == ["en", "zh"]
    page.goto(f"{address}en/{SECTION}")
    page.wait_for_selector(".notes-paired")
    assert page.evaluate(LAYOUT)["languages"] == ["en", "zh"] and swap.inner_text() == "Chinese first"


def test_choice_lasts_over_pages_and_languages(visit, address):
    page = turn_on(visit(SECTION))
    page.goto(address + PAGES["week"])
    page.wait_for_selector(".notes-paired")
    page.locator("[data-language-switch]").click()
    page.wait_for_url(f"{address}en/{PAGES['week']}")
    page.wait_for_selector(".notes-paired")
    page.locator("[data-twins]").click()
    go(page, address + SECTION)
    assert page.locator(".notes-pair").count() == 0 and pressed(page) == "false"
    assert page.complaints == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("heading", ["right-to-left", "mistakes"])
def test_place_is_kept(visit, width, heading):
    """Switching on, swapping by keyboard and switching off leave the block at the top of the view where it is."""
    page = visit(SECTION, width)
    top = f"document.getElementById('{heading}').getBoundingClientRect().top"
    page.evaluate(f"document.getElementById('{heading}').scrollIntoView({{behavior: 'instant'}}); scrollBy(0, -40)")
    before = page.evaluate(top)
    click_in_place(page, "[data-twins]")
    page.wait_for_selector(".notes-paired")
    page.wait_for_timeout(300)
    assert abs(page.evaluate(top) - before) <= 3
    page.locator("[data-twins-swap]").evaluate("swap => swap.click()")
    assert abs(page.evaluate(top) - before) <= 3
    click_in_place(page, "[data-twins]")
    page.wait_for_timeout(300)
    assert abs(page.evaluate(top) - before) <= 3


@pytest.mark.parametrize("width", [360, 1280])
def test_hash_reload_and_way_back_lead_to_the_place(visit, address, width):
    page = turn_on(visit(SECTION, width))
    page.goto("about:blank")
    page.goto(f"{address}{SECTION}#mistakes")
    page.wait_for_selector(".notes-paired")
    page.wait_for_timeout(300)
    top = "document.getElementById('mistakes').getBoundingClientRect().top"
    assert 50 <= page.evaluate(top) <= 120
    page.evaluate("scrollBy(0, -150)")
    before = page.evaluate(top)
    page.reload()
    page.wait_for_selector(".notes-paired")
    page.wait_for_timeout(300)
    assert abs(page.evaluate(top) - before) <= 3
    go(page, address + PAGES["week"])
    page.go_back()
    page.wait_for_selector(".notes-paired")
    page.wait_for_timeout(300)
    assert abs(page.evaluate(top) - before) <= 3


def test_links_and_pictures_of_the_twin_lead_where_they_lead_there(visit, address):
    page = visit("en/" + PAGES["week"])
    there = page.evaluate("[...document.querySelectorAll('[data-twins-text] a:not(.headerlink)')].map(link => link.href)")
    page = turn_on(visit(PAGES["week"]))
    here = page.evaluate("[...document.querySelectorAll('.notes-half:lang(en) a')].map(link => link.href)")
    assert len(here) > 20 and [link for link in here if link not in there] == []
    assert all(link.startswith((f"{address}en/", "http")) for link in here)


def test_terms_of_the_twin_show_their_meaning(visit):
    page = turn_on(visit(SECTION))
    page.locator(".notes-half:lang(en) a.notes-term").first.hover()
    page.wait_for_selector(".notes-term-card:popover-open")
    assert page.locator(".notes-term-card").get_attribute("lang").startswith("en")


def spoilt(route):
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("<h2 ", "<p>planted</p><h2 ", 1))


@pytest.mark.parametrize(("language", "failed", "differs"), [("zh", "取不到", "对不上"), ("en", "cannot be reached", "differs")])
@pytest.mark.parametrize("fault", ["offline", "missing", "different"])
def test_failure_is_told_and_leaves_the_page_alone(visit, address, fault, language, failed, differs):
    page = visit(LANGUAGES[language] + SECTION, service_workers="block")  # a worker's requests cannot be planted with faults
    text, twin = page.evaluate(TEXT), f"{address}{LANGUAGES[OTHER[language]]}{SECTION}"
    if fault == "offline":
        page.context.set_offline(True)
    else:
        page.route(twin, spoilt if fault == "different" else lambda route: route.fulfill(status=404, body="none"))
    page.locator("[data-twins]").click()
    page.wait_for_selector("[data-twins-status]:not(:empty)")
    assert (differs if fault == "different" else failed) in page.locator("[role=status][data-twins-status]").inner_text()
    assert pressed(page) == "false" and page.evaluate(TEXT) == text and page.locator("html.twins").count() == 0
    page.context.set_offline(False)
    page.unroute_all()
    turn_on(page)  # it can be tried again
    assert page.locator("[data-twins-status]").text_content() == ""


def test_printing_prints_both(visit):
    page = turn_on(visit(SECTION))
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 990})
    assert page.locator("#which-way .notes-half").evaluate_all("halves => halves.map(half => half.getClientRects().length > 0)") == [True, True]
    assert page.evaluate(LAYOUT)["below"] and page.locator("[data-twins-swap]").is_hidden()


@pytest.mark.parametrize("width", [640, 1280])
def test_text_of_twice_the_size_fits(visit, width):
    page = turn_on(visit("en/" + SECTION, width))
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(WIDTH) <= width and page.evaluate(LAYOUT)["below"]


def test_no_switch_without_scripts(visit):
    page = visit(SECTION, java_script_enabled=False)
    assert page.locator("[data-twins]").is_hidden() and page.locator("[data-twins-swap]").is_hidden()


def test_own_layout_shift_on_the_next_page_is_small(visit, address):
    page = turn_on(visit(SECTION))
    page.context.add_init_script("window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach("
                                 "entry => window.shift += entry.value)).observe({type: 'layout-shift', buffered: true})")
    go(page, address + PAGES["week"])
    page.wait_for_selector(".notes-paired")
    assert page.evaluate("window.shift") < 0.1
